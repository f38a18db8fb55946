# One function by itself.

mock_provider "google" {}
mock_provider "time" {}

variables {
  name             = "detect"
  project_id       = "moodify-test"
  region           = "us-central1"
  runtime          = "java17"
  entry_point      = "app.moodify.detect.Detect"
  package          = { bucket = "packages", object = "detect/0123abcd.zip" }
  builder          = "builder"
  image_repository = "projects/moodify-test/locations/us-central1/repositories/moodify-functions"
  scaling = {
    memory        = "2Gi"
    cpu           = "1"
    concurrency   = 8
    min_instances = 0
    max_instances = 20
    timeout       = 60
  }
}

run "an_event_function_is_closed_and_tries_again" {
  command = apply
  module { source = "./modules/function" }

  variables {
    trigger = {
      type    = "google.cloud.storage.object.v1.finalized"
      region  = "us-central1"
      filters = [{ attribute = "bucket", value = "photos" }]
    }
  }

  assert {
    condition     = google_cloudfunctions2_function.this.event_trigger[0].retry_policy == "RETRY_POLICY_RETRY"
    error_message = "Events must come again."
  }

  assert {
    condition     = google_cloudfunctions2_function.this.service_config[0].ingress_settings == "ALLOW_INTERNAL_ONLY"
    error_message = "Nobody but Eventarc calls an event function."
  }

  assert {
    condition     = length(google_cloud_run_v2_service_iam_member.public) == 0 && length(google_cloud_run_v2_service_iam_member.eventarc) == 1
    error_message = "An event function has no public invoker."
  }

  assert {
    condition     = one(google_cloudfunctions2_function.this.build_config[0].source[0].storage_source).object == "detect/0123abcd.zip"
    error_message = "It is built from its package."
  }

  assert {
    condition     = google_cloudfunctions2_function.this.build_config[0].docker_repository == var.image_repository && google_cloudfunctions2_function.this.build_config[0].environment_variables["GOOGLE_CLEAR_SOURCE"] == "true"
    error_message = "Its image is where old ones are deleted, and holds the package once."
  }

  assert {
    condition     = time_sleep.roles_hold.create_duration == "90s" && time_sleep.roles_hold.triggers["account"] == google_service_account.this.email
    error_message = "A trigger is made once its account's roles hold."
  }

  assert {
    condition     = google_cloudfunctions2_function.this.service_config[0].max_instance_request_concurrency == 8
    error_message = "Concurrency is what was asked for."
  }
}

run "an_https_function_is_open" {
  command = apply
  module { source = "./modules/function" }

  variables {
    name    = "api"
    public  = true
    secrets = { JAMENDO_CLIENT_ID = "JAMENDO_CLIENT_ID" }
  }

  assert {
    condition     = google_cloud_run_v2_service_iam_member.public[0].member == "allUsers" && length(google_cloudfunctions2_function.this.event_trigger) == 0
    error_message = "Browsers reach it without a Google account."
  }

  assert {
    condition     = google_secret_manager_secret_iam_member.reader["JAMENDO_CLIENT_ID"].role == "roles/secretmanager.secretAccessor"
    error_message = "It may read the secrets that it is given, before it starts."
  }
}

run "refuses_what_cannot_be_built" {
  command = plan
  module { source = "./modules/function" }

  variables { package = { bucket = "packages", object = "functions/detect" } }

  expect_failures = [var.package]
}

run "refuses_what_the_platform_would" {
  command = plan
  module { source = "./modules/function" }

  variables {
    scaling = { memory = "2Gi", cpu = "0.5", concurrency = 8, min_instances = 0, max_instances = 20, timeout = 60 }
  }

  expect_failures = [var.scaling]
}

run "refuses_more_waiting_instances_than_there_may_be" {
  command = plan
  module { source = "./modules/function" }

  variables {
    scaling = { memory = "2Gi", cpu = "1", concurrency = 8, min_instances = 21, max_instances = 20, timeout = 60 }
  }

  expect_failures = [var.scaling]
}

run "an_account_writes_traces_only_where_they_are_sent_to_google" {
  command = plan
  module { source = "./modules/function" }

  variables {
    writes_traces = true
  }

  assert {
    condition     = google_project_iam_member.tracer[0].role == "roles/telemetry.tracesWriter"
    error_message = "What the Telemetry API takes traces from."
  }
}

run "an_account_has_no_role_that_is_not_used" {
  command = plan
  module { source = "./modules/function" }

  assert {
    condition     = length(google_project_iam_member.tracer) == 0
    error_message = "Without traces there is no role for them."
  }
}
