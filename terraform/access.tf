# What each function may do, role by role, with the reason.

locals {
  # Firestore knows no role for a part of a database; the rules bind people, not functions.
  firestore_users = {
    detect    = "writes the verdict"
    analyze   = "counts requests by user, for the limit"
    recommend = "reads the entry and the feedback, writes the playlist"
    insights  = "counts entries"
    api       = "exports and erases what is a person's"
    upkeep    = "finds stuck moods, expired documents and data without an account"
  }

  mood_event_publishers = {
    detect    = "tells that a photo was read"
    recommend = "tells of picked and corrected moods, and deleted ones"
  }

  # Deleting accounts and revoking their tokens.
  account_managers = {
    api    = "erases a person's account when they ask for it"
    upkeep = "erases anonymous accounts that were not used for 30 days, and looks for those of data"
  }

  account_readers = {
    analyze = "refuses tokens of accounts that are disabled, gone or signed out everywhere"
  }

  token_removers = {
    detect = "takes the download tokens from photos, kept photos and pictures"
  }

  # What shows a person, and is to open through the rules only.
  personal_folders = ["photos/", "kept/", "pictures/"]

  # Who may not list is told 403 of an object that is gone, and cannot tell that from being refused.
  photo_managers = {
    detect = "reads a photo and deletes it, and sees whether it is gone"
    api    = "exports a person's photos and deletes them with the account"
    upkeep = "finds photos that are over or nobody's, and deletes them"
  }

  # Where a function may write objects, and nowhere else.
  photo_writers = {
    detect = "kept/"   # copies the photo of somebody who keeps photos
    upkeep = "photos/" # writes a photo anew whose mood got stuck, so that its event comes once more
  }

  # What a person downloads that is too much for an answer.
  export_writers = {
    upkeep = "exports/"
  }

  export_requesters = {
    api = "has upkeep write what is too much for an answer"
  }
}

resource "google_project_iam_member" "firestore_user" {
  for_each = local.firestore_users

  project = var.project_id
  role    = "roles/datastore.user"
  member  = module.function[each.key].member
}

resource "google_pubsub_topic_iam_member" "mood_event_publisher" {
  for_each = local.mood_event_publishers

  project = var.project_id
  topic   = google_pubsub_topic.mood_events.name
  role    = "roles/pubsub.publisher"
  member  = module.function[each.key].member
}

resource "google_pubsub_topic_iam_member" "export_requester" {
  for_each = local.export_requesters

  project = var.project_id
  topic   = google_pubsub_topic.upkeep.name
  role    = "roles/pubsub.publisher"
  member  = module.function[each.key].member
}

# No predefined role lets an account read and delete objects without writing any.
resource "google_project_iam_custom_role" "photo_manager" {
  project     = var.project_id
  role_id     = "moodifyPhotoManager"
  title       = "Moodify: finds photos and deletes them"
  description = "Photos by their names and by prefix, and whether one is gone."
  permissions = ["storage.objects.get", "storage.objects.list", "storage.objects.delete"]
}

resource "google_project_iam_custom_role" "photo_writer" {
  project     = var.project_id
  role_id     = "moodifyPhotoWriter"
  title       = "Moodify: writes photos"
  description = "What copying a photo, or writing it anew, takes beside reading it."
  permissions = ["storage.objects.create"]
}

# Tokens are in the metadata. No predefined role changes it and cannot write objects.
resource "google_project_iam_custom_role" "token_remover" {
  project     = var.project_id
  role_id     = "moodifyTokenRemover"
  title       = "Moodify: removes download tokens"
  description = "Changes an object's metadata, and not its content."
  permissions = ["storage.objects.update"]
}

resource "google_storage_bucket_iam_member" "token_remover" {
  for_each = local.token_removers

  bucket = google_storage_bucket.photos.name
  role   = google_project_iam_custom_role.token_remover.id
  member = module.function[each.key].member

  condition {
    title = "only what shows a person"
    expression = join(" || ", [
      for folder in local.personal_folders :
      "resource.name.startsWith(\"projects/_/buckets/${google_storage_bucket.photos.name}/objects/${folder}\")"
    ])
  }
}

resource "google_storage_bucket_iam_member" "photo_writer" {
  for_each = local.photo_writers

  bucket = google_storage_bucket.photos.name
  role   = google_project_iam_custom_role.photo_writer.id
  member = module.function[each.key].member

  condition {
    title      = "only ${each.value}"
    expression = "resource.name.startsWith(\"projects/_/buckets/${google_storage_bucket.photos.name}/objects/${each.value}\")"
  }
}

resource "google_storage_bucket_iam_member" "export_writer" {
  for_each = local.export_writers

  bucket = google_storage_bucket.photos.name
  role   = google_project_iam_custom_role.photo_writer.id
  member = module.function[each.key].member

  condition {
    title      = "only ${each.value}"
    expression = "resource.name.startsWith(\"projects/_/buckets/${google_storage_bucket.photos.name}/objects/${each.value}\")"
  }
}

resource "google_project_iam_custom_role" "account_manager" {
  project     = var.project_id
  role_id     = "moodifyAccountManager"
  title       = "Moodify: erases accounts"
  description = "Looks accounts up, ends their sessions and deletes them."
  permissions = ["firebaseauth.users.get", "firebaseauth.users.update", "firebaseauth.users.delete"]
}

# A token is compared with its account, which may be disabled, gone or signed out everywhere.
resource "google_project_iam_custom_role" "account_reader" {
  project     = var.project_id
  role_id     = "moodifyAccountReader"
  title       = "Moodify: looks accounts up"
  description = "Sees whether an account is there and may still be used."
  permissions = ["firebaseauth.users.get"]
}

resource "google_project_iam_member" "account_reader" {
  for_each = local.account_readers

  project = var.project_id
  role    = google_project_iam_custom_role.account_reader.id
  member  = module.function[each.key].member
}

resource "google_storage_bucket_iam_member" "photo_manager" {
  for_each = local.photo_managers

  bucket = google_storage_bucket.photos.name
  role   = google_project_iam_custom_role.photo_manager.id
  member = module.function[each.key].member
}

resource "google_project_iam_member" "account_manager" {
  for_each = local.account_managers

  project = var.project_id
  role    = google_project_iam_custom_role.account_manager.id
  member  = module.function[each.key].member
}
