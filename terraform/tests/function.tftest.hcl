# One function by itself.

mock_provider "google" {}
mock_provider "archive" {
  mock_data "archive_file" {
    defaults = { output_sha256 = "0123abcd", output_path = "detect.zip" }
  }
}

variables {
  name           = "detect"
  project_id     = "moodify-test"
  region         = "us-central1"
  runtime        = "java17"
  entry_point    = "app.moodify.detect.Detect"
  package        = "functions/detect/target/deployment"
  package_bucket = "packages"
  builder        = "builder"
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
    condition     = google_storage_bucket_object.package.name == "detect/0123abcd.zip"
    error_message = "A package is named by its hash."
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

run "refuses_what_maven_has_not_made" {
  command = plan
  module { source = "./modules/function" }

  variables { package = "functions/detect" }

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
