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

  # The hosts of the page.
  domains = distinct([for origin in concat(local.hosting_origins, local.origins) : regex("^https://([^:/]+)", origin)[0]])

  apis = toset(concat(local.sends_to_google ? ["telemetry.googleapis.com"] : [], local.app_check_apis, [
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

  # The name of a package holds its hash, so that one has no newer versions: it is replaced by another.
  lifecycle_rule {
    condition {
      days_since_noncurrent_time = 30
    }
    action {
      type = "Delete"
    }
  }

  depends_on = [google_project_service.api]
}

locals {
  # The functions' modules, by themselves: what depends on nothing that is made is read before, so that a plan shows
  # which functions get a new package.
  packages = toset(["api", "detect", "insights", "recommend", "upkeep"])
}

# detect's is analyze's too.
data "archive_file" "package" {
  for_each = local.packages

  type        = "zip"
  source_dir  = "${path.root}/${var.packages}/${each.key}/target/deployment"
  output_path = "${path.root}/.packages/${each.key}.zip"

  lifecycle {
    precondition {
      condition     = length(fileset("${path.root}/${var.packages}/${each.key}/target/deployment", "*.jar")) > 0
      error_message = "${var.packages}/${each.key}/target/deployment has no jar: mvn package makes it, and ./moodify deploy calls that."
    }
  }
}

# The name holds the hash, so that what has not changed is neither sent nor built again.
resource "google_storage_bucket_object" "package" {
  for_each = data.archive_file.package

  bucket = google_storage_bucket.packages.name
  name   = "${each.key}/${each.value.output_sha256}.zip"
  source = each.value.output_path
}

# --- The images ----------------------------------------------------------------------------------

# Without one of our own, Cloud Functions keep every image that was ever built.
resource "google_artifact_registry_repository" "functions" {
  project       = var.project_id
  location      = var.region
  repository_id = "moodify-functions"
  description   = "Moodify: the functions' images"
  format        = "DOCKER"
  labels        = local.labels

  cleanup_policies {
    id     = "keep-the-newest"
    action = "KEEP"
    most_recent_versions {
      keep_count = 3
    }
  }

  cleanup_policies {
    id     = "delete-the-old"
    action = "DELETE"
    condition {
      older_than = "2592000s"
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

# Cloud Functions copy a package into a bucket of their own, and Cloud Build fetches it from there. The bucket is made
# with the first function, so the role is the project's, for that bucket only.
resource "google_project_iam_member" "builder_reads_copied_packages" {
  project = var.project_id
  role    = "roles/storage.objectViewer"
  member  = google_service_account.builder.member

  condition {
    title      = "only what functions are built from"
    expression = "resource.name.startsWith(\"projects/_/buckets/gcf-v2-sources-${data.google_project.this.number}-\")"
  }
}

resource "google_artifact_registry_repository_iam_member" "builder_writes_images" {
  project    = var.project_id
  location   = google_artifact_registry_repository.functions.location
  repository = google_artifact_registry_repository.functions.name
  role       = "roles/artifactregistry.writer"
  member     = google_service_account.builder.member
}

resource "google_project_iam_member" "builder_logs" {
  project = var.project_id
  role    = "roles/logging.logWriter"
  member  = google_service_account.builder.member
}
