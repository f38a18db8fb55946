# One function of the 2nd generation: its account, what wakes it, and who may call it.

locals {
  has_trigger = var.trigger != null
}

# --- Account -------------------------------------------------------------------------------------

resource "google_service_account" "this" {
  project      = var.project_id
  account_id   = "moodify-${var.name}"
  display_name = "Moodify: the function ${var.name}"
}

# Reading its secrets must be possible before an instance starts.
resource "google_secret_manager_secret_iam_member" "reader" {
  for_each = var.secrets

  project   = var.project_id
  secret_id = each.value
  role      = "roles/secretmanager.secretAccessor"
  member    = google_service_account.this.member
}

# Traces, where they are sent to Cloud Trace. Logs need no role: they are the instance's own output.
resource "google_project_iam_member" "tracer" {
  count = var.writes_traces ? 1 : 0

  project = var.project_id
  role    = "roles/telemetry.tracesWriter"
  member  = google_service_account.this.member
}

# Eventarc brings events in the name of an account that may receive some.
resource "google_project_iam_member" "event_receiver" {
  count = local.has_trigger ? 1 : 0

  project = var.project_id
  role    = "roles/eventarc.eventReceiver"
  member  = google_service_account.this.member
}

# Roles hold some time after they are given; until then a trigger is refused, and a build finds no source. What is given
# outside of this module was given before.
resource "time_sleep" "roles_hold" {
  create_duration = "90s"

  triggers = { account = google_service_account.this.email }

  depends_on = [
    google_project_iam_member.event_receiver,
    google_secret_manager_secret_iam_member.reader,
  ]
}

# --- Function ------------------------------------------------------------------------------------

resource "google_cloudfunctions2_function" "this" {
  project     = var.project_id
  location    = var.region
  name        = var.name
  description = "Moodify: ${var.entry_point}"
  labels      = var.labels

  build_config {
    runtime         = var.runtime
    entry_point     = var.entry_point
    service_account = var.builder

    docker_repository = var.image_repository

    # Else the image holds the package twice: unpacked, and as an archive for the console to show.
    environment_variables = { GOOGLE_CLEAR_SOURCE = "true" }

    source {
      storage_source {
        bucket = var.package.bucket
        object = var.package.object
      }
    }
  }

  service_config {
    service_account_email            = google_service_account.this.email
    available_memory                 = var.scaling.memory
    available_cpu                    = var.scaling.cpu
    max_instance_request_concurrency = var.scaling.concurrency
    min_instance_count               = var.scaling.min_instances
    max_instance_count               = var.scaling.max_instances
    timeout_seconds                  = var.scaling.timeout
    environment_variables            = var.environment
    all_traffic_on_latest_revision   = true

    # Event functions are called by Eventarc alone.
    ingress_settings = local.has_trigger ? "ALLOW_INTERNAL_ONLY" : "ALLOW_ALL"

    dynamic "secret_environment_variables" {
      for_each = var.secrets
      content {
        key        = secret_environment_variables.key
        project_id = var.project_id
        secret     = secret_environment_variables.value
        version    = "latest"
      }
    }
  }

  dynamic "event_trigger" {
    for_each = local.has_trigger ? [var.trigger] : []
    content {
      event_type            = event_trigger.value.type
      trigger_region        = event_trigger.value.region
      service_account_email = google_service_account.this.email
      pubsub_topic          = event_trigger.value.topic

      # A function that throws gets its event again, for a day, with growing pauses.
      retry_policy = "RETRY_POLICY_RETRY"

      dynamic "event_filters" {
        for_each = event_trigger.value.filters
        content {
          attribute = event_filters.value.attribute
          value     = event_filters.value.value
          operator  = event_filters.value.operator
        }
      }
    }
  }

  depends_on = [time_sleep.roles_hold]
}

# --- Who may call it -----------------------------------------------------------------------------

# Eventarc, in the name of the function's own account.
resource "google_cloud_run_v2_service_iam_member" "eventarc" {
  count = local.has_trigger ? 1 : 0

  project  = var.project_id
  location = var.region
  name     = google_cloudfunctions2_function.this.name
  role     = "roles/run.invoker"
  member   = google_service_account.this.member
}

# Browsers and programs have no Google account: the function itself asks for a Firebase ID token.
resource "google_cloud_run_v2_service_iam_member" "public" {
  count = var.public ? 1 : 0

  project  = var.project_id
  location = var.region
  name     = google_cloudfunctions2_function.this.name
  role     = "roles/run.invoker"
  member   = "allUsers"
}
