# What is kept: photos for a day, entries and playlists in Firestore, logs, accounts. Nothing here is
# destroyed with the rest. docs/retention.json tells people how long.

# --- Photos --------------------------------------------------------------------------------------

# Firebase makes its default bucket, whose name belongs to Firebase; from then on it is looked
# after here.
import {
  for_each = contains(var.existing, "photo_bucket") ? toset([local.photo_bucket]) : toset([])
  to       = google_storage_bucket.photos
  id       = "${var.project_id}/${each.value}"
}

resource "google_storage_bucket" "photos" {
  name     = local.photo_bucket
  project  = var.project_id
  location = var.photo_bucket_location
  labels   = local.labels

  uniform_bucket_level_access = true
  public_access_prevention    = "enforced"

  # detect deletes a photo as soon as it is read, or moves it to kept/ if its person keeps photos;
  # this is for what nobody came to read. Profile pictures are under pictures/.
  lifecycle_rule {
    condition {
      age            = 1
      matches_prefix = ["photos/"]
    }
    action {
      type = "Delete"
    }
  }

  # What people have exported: upkeep deletes it with its note; this is for what lost its own.
  lifecycle_rule {
    condition {
      age            = 2
      matches_prefix = ["exports/"]
    }
    action {
      type = "Delete"
    }
  }

  # Uploads that were begun and never ended.
  lifecycle_rule {
    condition {
      age = 1
    }
    action {
      type = "AbortIncompleteMultipartUpload"
    }
  }

  # The page reads the person's picture (getBlob). It uploads and deletes through Firebase's own
  # address, which does not ask the bucket: for that no method is needed here.
  cors {
    origin          = local.origins
    method          = ["GET", "HEAD"]
    response_header = ["Content-Type"]
    max_age_seconds = 3600
  }

  soft_delete_policy {
    # A photo that is deleted is deleted.
    retention_duration_seconds = 0
  }

  lifecycle {
    prevent_destroy = true
  }

  depends_on = [google_project_service.api]
}

# Cloud Storage tells Eventarc of new photos through Pub/Sub, with an account of its own.
data "google_storage_project_service_account" "this" {
  project = var.project_id
}

resource "google_project_iam_member" "storage_tells_of_photos" {
  project = var.project_id
  role    = "roles/pubsub.publisher"
  member  = data.google_storage_project_service_account.this.member
}

# The bucket's rules look into Firestore: for revoked sign-ins, and for too many photos.
resource "google_project_iam_member" "storage_rules_look_into_firestore" {
  project = var.project_id
  role    = "roles/firebaserules.firestoreServiceAgent"
  member  = "serviceAccount:service-${data.google_project.this.number}@gcp-sa-firebasestorage.iam.gserviceaccount.com"

  # The account is there once the project has a bucket for Firebase.
  depends_on = [google_storage_bucket.photos]
}

# --- Firestore -----------------------------------------------------------------------------------

import {
  for_each = contains(var.existing, "database") ? toset(["(default)"]) : toset([])
  to       = google_firestore_database.this
  id       = "projects/${var.project_id}/databases/${each.value}"
}

resource "google_firestore_database" "this" {
  project     = var.project_id
  name        = "(default)"
  location_id = var.firestore_location
  type        = "FIRESTORE_NATIVE"

  # What was there up to a week ago can be had back.
  point_in_time_recovery_enablement = "POINT_IN_TIME_RECOVERY_ENABLED"
  delete_protection_state           = "DELETE_PROTECTION_ENABLED"
  deletion_policy                   = "ABANDON"

  lifecycle {
    prevent_destroy = true
  }

  depends_on = [google_project_service.api]
}

# The same as firestore.indexes.json, which firebase-tools deploys and the emulator reads: one file
# is the source, so that no index exists on one side only.
locals {
  indexes = jsondecode(file("${path.module}/../firestore.indexes.json"))

  ttl_fields = {
    for field in local.indexes.fieldOverrides :
    "${field.collectionGroup}.${field.fieldPath}" => field if try(field.ttl, false)
  }
  field_indexes = {
    for field in local.indexes.fieldOverrides :
    "${field.collectionGroup}.${field.fieldPath}" => field if !try(field.ttl, false)
  }
  composite_indexes = {
    for index in local.indexes.indexes :
    "${index.collectionGroup}.${join(".", [for field in index.fields : field.fieldPath])}" => index
  }
}

# Documents that are over are deleted by Firestore itself.
resource "google_firestore_field" "ttl" {
  for_each = local.ttl_fields

  project    = var.project_id
  database   = google_firestore_database.this.name
  collection = each.value.collectionGroup
  field      = each.value.fieldPath

  ttl_config {}

  # Times are not looked for, and indexes on them make one tablet hot.
  index_config {}
}

# Fields that are looked for in all people's documents, besides within one person's; and lists that nobody looks for,
# which would have an index entry for each of what is in them.
resource "google_firestore_field" "indexed" {
  for_each = local.field_indexes

  project    = var.project_id
  database   = google_firestore_database.this.name
  collection = each.value.collectionGroup
  field      = each.value.fieldPath

  index_config {
    dynamic "indexes" {
      for_each = each.value.indexes

      content {
        order       = indexes.value.order
        query_scope = indexes.value.queryScope
      }
    }
  }
}

resource "google_firestore_index" "composite" {
  for_each = local.composite_indexes

  project     = var.project_id
  database    = google_firestore_database.this.name
  collection  = each.value.collectionGroup
  query_scope = each.value.queryScope

  dynamic "fields" {
    for_each = each.value.fields
    content {
      field_path   = fields.value.fieldPath
      order        = try(fields.value.order, null)
      array_config = try(fields.value.arrayConfig, null)
    }
  }
}

resource "google_firestore_backup_schedule" "daily" {
  project   = var.project_id
  database  = google_firestore_database.this.name
  retention = "604800s"

  daily_recurrence {}
}

# --- Logs ----------------------------------------------------------------------------------------

# Every project has this bucket, and all that the functions log goes there; it is found, not made.
resource "google_logging_project_bucket_config" "default" {
  project        = var.project_id
  location       = "global"
  bucket_id      = "_Default"
  retention_days = 30

  depends_on = [google_project_service.api]
}

# --- Accounts ------------------------------------------------------------------------------------

# Switching it on a second time is refused: by hand in the console, or by a deploy before a destroy.
import {
  for_each = contains(var.existing, "accounts") ? toset([var.project_id]) : toset([])
  to       = google_identity_platform_config.this
  id       = "projects/${each.value}/config"
}

resource "google_identity_platform_config" "this" {
  project = var.project_id

  # upkeep erases anonymous accounts together with what is theirs; this would leave the rest behind.
  autodelete_anonymous_users = false

  authorized_domains = local.domains

  sign_in {
    allow_duplicate_emails = false

    email {
      enabled           = true
      password_required = true
    }

    anonymous {
      enabled = true
    }
  }

  # People may have signing in ask for the code of an app; one that is half a minute old counts, too.
  mfa {
    provider_configs {
      state = "ENABLED"

      totp_provider_config {
        adjacent_intervals = 1
      }
    }
  }

  # A line of each sign-in and sign-up: who guesses passwords is seen nowhere else.
  monitoring {
    request_logging {
      enabled = true
    }
  }

  lifecycle {
    prevent_destroy = true
  }

  depends_on = [google_project_service.api]
}

# Sign in with Google, once there is an OAuth client for it, which only the console makes (docs/deploy.md). Without one
# this is left alone: whoever switched it on in the console keeps it.
resource "google_identity_platform_default_supported_idp_config" "google" {
  count = var.google_client_id == "" ? 0 : 1

  project       = var.project_id
  idp_id        = "google.com"
  enabled       = true
  client_id     = var.google_client_id
  client_secret = var.google_client_secret

  depends_on = [google_identity_platform_config.this]
}
