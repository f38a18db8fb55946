# What everything else stands on: names, APIs, and where the functions' packages lie.

locals {
  labels = merge(var.labels, { app = "moodify" })

  # Events of a multi-region of Firestore come from one of its regions.
  # Firestore's locations of several regions, and Cloud Storage's: on which continent they are.
  firestore_continents = { nam5 = "us", eur3 = "europe" }
  bucket_continents    = { us = "us", eu = "europe", asia = "asia" }

  photo_bucket = coalesce(var.photo_bucket, "${var.project_id}.firebasestorage.app")

  hosting_origins = ["https://${var.project_id}.web.app", "https://${var.project_id}.firebaseapp.com"]
  origins         = length(var.origins) > 0 ? var.origins : local.hosting_origins

  apis = toset(concat(local.sends_to_google ? ["telemetry.googleapis.com"] : [], [
    "artifactregistry.googleapis.com",
    "billingbudgets.googleapis.com",
    "cloudbuild.googleapis.com",
    "cloudfunctions.googleapis.com",
    "cloudscheduler.googleapis.com",
    "eventarc.googleapis.com",
    "firebase.googleapis.com",
    "firebasehosting.googleapis.com",
    "firebaserules.googleapis.com",
    "firebasestorage.googleapis.com",
    "firestore.googleapis.com",
    "iam.googleapis.com",
    "identitytoolkit.googleapis.com",
    "logging.googleapis.com",
    "monitoring.googleapis.com",
    "pubsub.googleapis.com",
    "run.googleapis.com",
    "secretmanager.googleapis.com",
    "storage.googleapis.com",
  ]))
}

data "google_project" "this" {
  project_id = var.project_id
}

resource "google_project_service" "api" {
  for_each = local.apis

  project = var.project_id
  service = each.value

  # Something else in the project may use it.
  disable_on_destroy = false
}

# --- The packages --------------------------------------------------------------------------------

resource "google_storage_bucket" "packages" {
  name     = "${var.project_id}-moodify-packages"
  project  = var.project_id
  location = var.region
  labels   = local.labels

  uniform_bucket_level_access = true
  public_access_prevention    = "enforced"

  # Packages are rebuilt from the sources; the newest few are kept to go back to.
  force_destroy = true

  versioning {
    enabled = true
  }

  lifecycle_rule {
    condition {
      num_newer_versions = 3
    }
    action {
      type = "Delete"
    }
  }

  depends_on = [google_project_service.api]
}

# Who builds the images. Cloud Build's own account may do far more.
resource "google_service_account" "builder" {
  project      = var.project_id
  account_id   = "moodify-builder"
  display_name = "Moodify: builds the functions"

  depends_on = [google_project_service.api]
}

resource "google_storage_bucket_iam_member" "builder_reads_packages" {
  bucket = google_storage_bucket.packages.name
  role   = "roles/storage.objectViewer"
  member = google_service_account.builder.member
}

# Cloud Functions keep images in a repository that they make themselves, so this is the project's.
resource "google_project_iam_member" "builder_writes_images" {
  project = var.project_id
  role    = "roles/artifactregistry.writer"
  member  = google_service_account.builder.member
}

resource "google_project_iam_member" "builder_logs" {
  project = var.project_id
  role    = "roles/logging.logWriter"
  member  = google_service_account.builder.member
}
