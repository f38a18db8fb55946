# Topics, what wakes upkeep, and where events end that nobody could handle.

resource "google_pubsub_topic" "mood_events" {
  project = var.project_id
  name    = "mood-events"
  labels  = local.labels

  message_retention_duration = "86400s"

  depends_on = [google_project_service.api]
}

resource "google_pubsub_topic" "upkeep" {
  project = var.project_id
  name    = "upkeep"
  labels  = local.labels

  depends_on = [google_project_service.api]
}

resource "google_cloud_scheduler_job" "upkeep" {
  project     = var.project_id
  region      = var.region
  name        = "moodify-upkeep"
  description = "Wakes upkeep: stuck moods, expired photos and caches, data of nobody, old anonymous accounts."
  schedule    = "*/15 * * * *"
  time_zone   = "Etc/UTC"

  pubsub_target {
    topic_name = google_pubsub_topic.upkeep.id
    data       = base64encode("{}")
  }

  depends_on = [google_project_service.api]
}

# --- Dead letters --------------------------------------------------------------------------------

# One for each function that events come to. Eventarc makes the subscriptions that lead to the
# functions, and has no argument for this; ./moodify deploy attaches the topics to them.
resource "google_pubsub_topic" "dead_letters" {
  for_each = local.event_functions

  project = var.project_id
  name    = "dead-letters-${each.key}"
  labels  = local.labels

  depends_on = [google_project_service.api]
}

# Keeps what could not be handled for a week, to be looked at and sent again.
resource "google_pubsub_subscription" "dead_letters" {
  for_each = local.event_functions

  project = var.project_id
  name    = "dead-letters-${each.key}"
  topic   = google_pubsub_topic.dead_letters[each.key].id
  labels  = local.labels

  message_retention_duration = "604800s"
  ack_deadline_seconds       = 60

  expiration_policy {
    # Never, however quiet it is.
    ttl = ""
  }
}

# Pub/Sub's own account moves the messages: it publishes on the one side...
resource "google_pubsub_topic_iam_member" "dead_letters" {
  for_each = local.event_functions

  project = var.project_id
  topic   = google_pubsub_topic.dead_letters[each.key].name
  role    = "roles/pubsub.publisher"
  member  = local.pubsub_agent
}

# ...and takes them off the other, which are Eventarc's subscriptions, whose names are not known
# before they are made.
resource "google_project_iam_member" "pubsub_moves_dead_letters" {
  project = var.project_id
  role    = "roles/pubsub.subscriber"
  member  = local.pubsub_agent
}

# Eventarc's own account looks at what is to wake a function before it makes a trigger. Google gives it the role with its
# first use, which is too late for the first trigger.
resource "google_project_iam_member" "eventarc_agent" {
  project = var.project_id
  role    = "roles/eventarc.serviceAgent"
  member  = "serviceAccount:service-${data.google_project.this.number}@gcp-sa-eventarc.iam.gserviceaccount.com"

  depends_on = [google_project_service.api]
}

locals {
  pubsub_agent = "serviceAccount:service-${data.google_project.this.number}@gcp-sa-pubsub.iam.gserviceaccount.com"
}

# --- Secrets -------------------------------------------------------------------------------------

# The places only: `gcloud secrets versions add NAME --data-file=-` puts a value in, so that no
# value is ever in a variable or in the state.
resource "google_secret_manager_secret" "catalogue" {
  for_each = toset(["JAMENDO_CLIENT_ID", "AUDIUS_API_KEY", "AUDIUS_BEARER_TOKEN"])

  project   = var.project_id
  secret_id = each.value
  labels    = local.labels

  replication {
    auto {}
  }

  depends_on = [google_project_service.api]
}

# Makes names of people's ids in the security trail. ./moodify deploy makes it, with a random value, before a plan is
# applied, and from then on it is looked after here. Without it nobody finds what happened with their account, so it stays
# where the data stays.
import {
  for_each = contains(var.existing, "trail_key") ? toset(["MOODIFY_TRAIL_KEY"]) : toset([])
  to       = google_secret_manager_secret.trail_key
  id       = "projects/${var.project_id}/secrets/${each.value}"
}

resource "google_secret_manager_secret" "trail_key" {
  project   = var.project_id
  secret_id = "MOODIFY_TRAIL_KEY"
  labels    = local.labels

  replication {
    auto {}
  }

  lifecycle {
    prevent_destroy = true
  }

  depends_on = [google_project_service.api]
}
