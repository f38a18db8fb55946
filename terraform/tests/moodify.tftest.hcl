# What the configuration makes, with the providers mocked: no cloud, no credentials.

mock_provider "google" {}
mock_provider "archive" {
  mock_data "archive_file" {
    defaults = { output_sha256 = "0123abcd", output_path = "package.zip" }
  }
}
mock_provider "time" {}

variables {
  project_id = "moodify-test"
  existing   = []
}

run "makes_six_functions" {
  command = plan

  assert {
    condition     = toset(keys(output.functions)) == toset(["detect", "analyze", "recommend", "insights", "api", "upkeep"])
    error_message = "The six functions are not all there."
  }

  assert {
    condition     = toset(keys(output.dead_letters)) == toset(["detect", "recommend", "insights", "upkeep"])
    error_message = "Every function that events wake has dead letters."
  }

  assert {
    condition     = output.page == "https://moodify-test.web.app"
    error_message = "The page is on Firebase Hosting."
  }
}

run "uploads_a_package_once_under_its_hash" {
  command = plan

  assert {
    condition     = local.packages == toset([for function in local.functions : function.module])
    error_message = "Every function's module is a package."
  }

  assert {
    condition     = alltrue([for name, object in google_storage_bucket_object.package : object.name == "${name}/0123abcd.zip"])
    error_message = "A package is named by its hash, which a plan knows."
  }

  assert {
    condition     = output.functions["analyze"].package == output.functions["detect"].package
    error_message = "analyze is built from detect's package."
  }
}

run "refuses_what_maven_has_not_made" {
  command = plan

  variables {
    packages = "../elsewhere"
  }

  expect_failures = [data.archive_file.package]
}

run "keeps_nothing_that_was_deployed_for_good" {
  command = plan

  assert {
    condition     = one(google_storage_bucket.packages.lifecycle_rule[0].condition).days_since_noncurrent_time == 30
    error_message = "A package that was replaced is deleted after a month: it never has newer versions of its own."
  }

  assert {
    condition     = { for policy in google_artifact_registry_repository.functions.cleanup_policies : policy.action => policy.id } == { KEEP = "keep-the-newest", DELETE = "delete-the-old" }
    error_message = "Images are deleted, but for the newest."
  }
}

run "lets_builds_read_what_they_build_and_triggers_be_looked_at" {
  command = plan

  override_data {
    target = data.google_project.this
    values = { number = "123456789" }
  }

  assert {
    condition     = one(google_project_iam_member.builder_reads_copied_packages.condition).expression == "resource.name.startsWith(\"projects/_/buckets/gcf-v2-sources-123456789-\")"
    error_message = "Cloud Build fetches a package from the bucket that Cloud Functions copy it to."
  }

  assert {
    condition     = google_project_iam_member.eventarc_agent.member == "serviceAccount:service-123456789@gcp-sa-eventarc.iam.gserviceaccount.com" && google_project_iam_member.eventarc_agent.role == "roles/eventarc.serviceAgent"
    error_message = "Eventarc's own account has its role before the first trigger."
  }
}

run "lets_detect_see_that_a_photo_is_gone" {
  command = plan

  assert {
    condition     = contains(keys(google_storage_bucket_iam_member.photo_manager), "detect") && contains(google_project_iam_custom_role.photo_manager.permissions, "storage.objects.list")
    error_message = "Without list, Cloud Storage says 403 of an object that is gone, and the event would come again for a day."
  }
}

run "fits_a_new_project" {
  command = plan

  assert {
    condition     = alltrue([for scaling in values(local.scaling) : scaling.max_instances * tonumber(scaling.cpu) <= 10])
    error_message = "A new project's region has 10 cores or more, and a function that could need more is refused."
  }
}

run "keeps_photos_private_and_for_a_day" {
  command = plan

  assert {
    condition     = google_storage_bucket.photos.public_access_prevention == "enforced" && google_storage_bucket.photos.uniform_bucket_level_access
    error_message = "The photo bucket must not be public."
  }

  assert {
    condition     = one(google_storage_bucket.photos.lifecycle_rule[0].condition).age == 1 && one(google_storage_bucket.photos.lifecycle_rule[0].condition).matches_prefix == tolist(["photos/"])
    error_message = "Photos live for a day, unless they are kept, which is elsewhere."
  }

  assert {
    condition     = toset(flatten([for rule in google_storage_bucket.photos.lifecycle_rule : one(rule.condition).matches_prefix if one(rule.action).type == "Delete"])) == toset(["photos/", "exports/"])
    error_message = "Nothing but uploads and exports is deleted by the bucket: not kept photos, not pictures."
  }

  assert {
    condition     = toset(google_storage_bucket.photos.cors[0].method) == toset(["GET", "HEAD"])
    error_message = "A browser reads the bucket itself; it writes through Firebase's address."
  }

  assert {
    condition     = google_storage_bucket.photos.cors[0].origin == tolist(["https://moodify-test.web.app", "https://moodify-test.firebaseapp.com"])
    error_message = "Only the page's origins may read photos in a browser."
  }

  assert {
    condition     = google_storage_bucket.photos.name == "moodify-test.firebasestorage.app"
    error_message = "Photos are in Firebase's default bucket."
  }
}

run "lets_functions_write_photos_in_their_places_only" {
  command = plan

  assert {
    condition = { for name, member in google_storage_bucket_iam_member.photo_writer : name => one(member.condition).expression } == {
      detect = "resource.name.startsWith(\"projects/_/buckets/moodify-test.firebasestorage.app/objects/kept/\")"
      upkeep = "resource.name.startsWith(\"projects/_/buckets/moodify-test.firebasestorage.app/objects/photos/\")"
    }
    error_message = "detect writes what is kept, upkeep what is sent again, nobody anything else."
  }
}

run "keeps_what_an_erasure_does_not_reach_for_as_long_as_is_told" {
  command = plan

  assert {
    condition     = google_storage_bucket.photos.soft_delete_policy[0].retention_duration_seconds == 0
    error_message = "A file that is deleted is deleted."
  }

  assert {
    condition     = google_firestore_database.this.point_in_time_recovery_enablement == "POINT_IN_TIME_RECOVERY_ENABLED"
    error_message = "Earlier states of the database are kept, for the 7 days that Firestore keeps them."
  }

  assert {
    condition     = google_firestore_backup_schedule.daily.retention == "604800s"
    error_message = "Backups are kept for 7 days."
  }

  assert {
    condition     = google_logging_project_bucket_config.default.bucket_id == "_Default" && google_logging_project_bucket_config.default.retention_days == 30
    error_message = "What is logged is kept for 30 days."
  }

  assert {
    condition     = google_pubsub_topic.mood_events.message_retention_duration == "86400s"
    error_message = "Events are kept for a day."
  }

  assert {
    condition     = alltrue([for each in google_pubsub_subscription.dead_letters : each.message_retention_duration == "604800s"])
    error_message = "Dead letters are kept for 7 days."
  }
}

run "lets_people_add_a_second_factor" {
  command = plan

  assert {
    condition     = google_identity_platform_config.this.mfa[0].provider_configs[0].state == "ENABLED" && google_identity_platform_config.this.mfa[0].provider_configs[0].totp_provider_config[0].adjacent_intervals == 1
    error_message = "The code of an authenticator app can be a second factor."
  }
}

run "logs_what_is_asked_of_authentication" {
  command = plan

  assert {
    condition     = google_identity_platform_config.this.monitoring[0].request_logging[0].enabled
    error_message = "Who guesses passwords is to be seen."
  }
}

run "lets_detect_remove_download_tokens_and_nobody_else_change_metadata" {
  command = plan

  assert {
    condition     = keys(google_storage_bucket_iam_member.token_remover) == ["detect"]
    error_message = "detect removes the tokens, and a removal without this role fails."
  }

  assert {
    condition     = google_project_iam_custom_role.token_remover.permissions == toset(["storage.objects.update"])
    error_message = "Metadata is changed, and nothing else."
  }

  assert {
    condition = one(google_storage_bucket_iam_member.token_remover["detect"].condition).expression == join(" || ", [
      for folder in ["photos", "kept", "pictures"] :
      "resource.name.startsWith(\"projects/_/buckets/moodify-test.firebasestorage.app/objects/${folder}/\")"
    ])
    error_message = "The folders are those that detect removes tokens in, and exports are none of them."
  }
}

run "has_no_app_check_unless_asked" {
  command = plan

  assert {
    condition     = length(google_recaptcha_enterprise_key.page) == 0 && length(google_firebase_app_check_recaptcha_enterprise_config.page) == 0 && length(google_firebase_app_check_service_config.this) == 0 && output.app_check == null
    error_message = "Nothing of App Check is made unless it is asked for."
  }

  assert {
    condition     = local.functions.api.environment.MOODIFY_APP_CHECK == "off" && local.functions.analyze.environment.MOODIFY_APP_CHECK == "off" && !contains(local.apis, "firebaseappcheck.googleapis.com")
    error_message = "Functions ask for nothing that the page does not send."
  }
}

run "counts_with_app_check_before_it_refuses" {
  command = plan

  variables {
    app_check = "unenforced"
    web_app   = "1:1234567890:web:0123456789abcdef"
  }

  assert {
    condition     = alltrue([for each in google_firebase_app_check_service_config.this : each.enforcement_mode == "UNENFORCED"]) && !output.app_check.is_enforced
    error_message = "Google counts and refuses nobody."
  }

  assert {
    condition     = local.functions.api.environment.MOODIFY_APP_CHECK == "off" && local.functions.analyze.environment.MOODIFY_APP_CHECK == "off"
    error_message = "Nor do the functions refuse anybody."
  }

  assert {
    condition     = toset(google_recaptcha_enterprise_key.page[0].web_settings[0].allowed_domains) == toset(["moodify-test.web.app", "moodify-test.firebaseapp.com"]) && google_recaptcha_enterprise_key.page[0].web_settings[0].integration_type == "SCORE"
    error_message = "The key is for the page's own hosts, and asks nobody to click on pictures."
  }

  assert {
    condition     = google_firebase_app_check_recaptcha_enterprise_config.page[0].app_id == "1:1234567890:web:0123456789abcdef" && contains(local.apis, "firebaseappcheck.googleapis.com") && contains(local.apis, "recaptchaenterprise.googleapis.com")
    error_message = "The page's own app is registered, and the APIs are there."
  }
}

run "enforces_app_check_everywhere_at_once" {
  command = plan

  variables {
    app_check = "enforced"
    web_app   = "1:1234567890:web:0123456789abcdef"
    origins   = ["https://moodify.example.org"]
  }

  assert {
    condition     = { for service, each in google_firebase_app_check_service_config.this : service => each.enforcement_mode } == { "firestore.googleapis.com" = "ENFORCED", "firebasestorage.googleapis.com" = "ENFORCED", "identitytoolkit.googleapis.com" = "ENFORCED" }
    error_message = "Firestore, Storage and Authentication refuse who is not the page."
  }

  assert {
    condition     = local.functions.api.environment.MOODIFY_APP_CHECK == "required" && local.functions.analyze.environment.MOODIFY_APP_CHECK == "required" && output.app_check.is_enforced
    error_message = "So do the functions that have an address."
  }

  assert {
    condition     = contains(google_recaptcha_enterprise_key.page[0].web_settings[0].allowed_domains, "moodify.example.org")
    error_message = "The page's own domain is one of the key's."
  }
}

run "refuses_app_check_without_an_app" {
  command = plan

  variables {
    app_check = "enforced"
  }

  expect_failures = [var.web_app]
}

run "refuses_app_check_by_halves" {
  command = plan

  variables {
    app_check = "required"
    web_app   = "1:1234567890:web:0123456789abcdef"
  }

  expect_failures = [var.app_check]
}

run "keeps_the_security_trail_for_its_time_and_its_key_from_others" {
  command = plan

  assert {
    condition     = contains(keys(google_firestore_field.ttl), "securityEvents.expiresAt")
    error_message = "What happened with accounts has a TTL policy."
  }

  assert {
    condition     = contains(keys(google_firestore_index.composite), "securityEvents.subject.at")
    error_message = "A person's events are found by their name, the newest first."
  }

  assert {
    condition     = { for name, secrets in local.secrets : name => join(",", keys(secrets)) } == { recommend = "", api = "MOODIFY_TRAIL_KEY", upkeep = "MOODIFY_TRAIL_KEY" }
    error_message = "Who writes the trail has its key, and nobody else."
  }
}

run "cleans_the_cache_by_itself" {
  command = plan

  assert {
    condition     = contains(keys(google_firestore_field.ttl), "catalogueCache.expiresAt")
    error_message = "The catalogues' cache has a TTL policy."
  }

  assert {
    condition     = alltrue([for field in ["rateLimits.counted", "catalogueCache.tracks"] : contains(keys(google_firestore_field.indexed), field)])
    error_message = "What is a long list in a document has no index, as in the emulator."
  }
}

run "watches" {
  command = plan

  variables {
    alert_email     = "me@example.org"
    billing_account = "012345-6789AB-CDEF01"
    monthly_budget  = 50
  }

  assert {
    condition     = toset(keys(google_monitoring_alert_policy.this)) == toset(["errors", "slow_events", "slow_requests", "waiting_events", "dead_letters"])
    error_message = "An alert is missing."
  }

  assert {
    condition     = google_billing_budget.this[0].amount[0].specified_amount[0].units == "50"
    error_message = "The budget is not what was asked for."
  }

  assert {
    condition     = google_monitoring_alert_policy.this["errors"].conditions[0].condition_threshold[0].threshold_value == 0.02
    error_message = "2 % of failed requests are too many."
  }
}

run "caps_all_functions_when_the_budget_is_passed" {
  command = plan

  variables {
    instance_cap = 1
    scaling      = { detect = { min_instances = 1, max_instances = 5 } }
  }

  assert {
    condition     = alltrue([for scaling in values(local.scaling) : scaling.max_instances == 1 && scaling.min_instances == 0])
    error_message = "The cap is above what scaling says."
  }
}

run "a_cap_raises_nothing" {
  command = plan

  variables {
    instance_cap = 5
  }

  assert {
    condition     = local.scaling["upkeep"].max_instances == 3 && local.scaling["detect"].max_instances == 5
    error_message = "A cap lowers what is above it only."
  }
}

run "runs_without_budget_and_mail" {
  command = plan

  assert {
    condition     = length(google_billing_budget.this) == 0 && length(google_monitoring_notification_channel.email) == 0
    error_message = "Without an account and an address there is nothing to set."
  }
}

run "follows_europe" {
  command = plan

  variables {
    region                = "europe-west4"
    firestore_location    = "eur3"
    photo_bucket_location = "EU"
  }

  assert {
    condition     = local.functions.recommend.trigger.region == "eur3" && local.functions.detect.trigger.region == "eu"
    error_message = "Events come from where the data is."
  }
}

run "lets_scaling_be_set" {
  command = plan

  variables {
    scaling = { detect = { min_instances = 1, memory = "4Gi" } }
  }

  assert {
    condition     = local.scaling.detect.min_instances == 1 && local.scaling.detect.memory == "4Gi" && local.scaling.detect.concurrency == 8 && local.scaling.api.min_instances == 0
    error_message = "Only what was named changes."
  }
}

run "refuses_a_database_across_the_ocean" {
  command = plan

  variables {
    region             = "us-central1"
    firestore_location = "eur3"
  }

  expect_failures = [var.firestore_location]
}

run "refuses_photos_across_the_ocean" {
  command = plan

  variables {
    region                = "europe-west4"
    firestore_location    = "eur3"
    photo_bucket_location = "US-CENTRAL1"
  }

  expect_failures = [var.photo_bucket_location]
}

run "refuses_to_take_over_what_it_does_not_know" {
  command = plan

  variables {
    existing = ["buckets"]
  }

  expect_failures = [var.existing]
}

run "refuses_another_region_than_the_functions" {
  command = plan

  variables {
    region             = "us-central1"
    firestore_location = "us-east1"
  }

  expect_failures = [var.firestore_location]
}

run "refuses_an_emulators_project" {
  command = plan

  variables {
    project_id = "demo-moodify"
  }

  expect_failures = [var.project_id]
}

run "refuses_a_wildcard_origin" {
  command = plan

  variables {
    origins = ["https://*.example.org"]
  }

  expect_failures = [var.origins]
}

run "refuses_to_scale_what_is_not_there" {
  command = plan

  variables {
    scaling = { dettect = { memory = "4Gi" } }
  }

  expect_failures = [var.scaling]
}

run "refuses_half_a_currency" {
  command = plan

  variables {
    monthly_budget = 0.5
  }

  expect_failures = [var.monthly_budget]
}

run "makes_metrics_of_the_functions_own_words" {
  command = plan

  assert {
    condition     = google_logging_metric.step["find_face"].value_extractor == "EXTRACT(jsonPayload.steps.find_face)" && google_logging_metric.step["find_face"].metric_descriptor[0].value_type == "DISTRIBUTION"
    error_message = "The time of each step is a distribution."
  }

  assert {
    condition     = google_logging_metric.outcomes.label_extractors["code"] == "EXTRACT(jsonPayload.code)"
    error_message = "Outcomes are counted by outcome and code."
  }

  assert {
    condition     = google_logging_metric.csp_violations.label_extractors["directive"] == "EXTRACT(jsonPayload.violation.directive)" && strcontains(google_monitoring_dashboard.this.dashboard_json, "logging.googleapis.com/user/moodify/csp_violations")
    error_message = "Reported violations of the page's policy are counted by directive, and shown."
  }

  assert {
    condition     = toset(keys(google_logging_metric.lookups)) == toset(["jamendo/hits", "jamendo/misses", "audius/hits", "audius/misses"])
    error_message = "What is remembered is counted by catalogue."
  }

  assert {
    condition     = strcontains(google_monitoring_dashboard.this.dashboard_json, "logging_googleapis_com:user_moodify_cache_audius_hits_sum") && strcontains(google_monitoring_dashboard.this.dashboard_json, "logging.googleapis.com/user/moodify/steps/decode")
    error_message = "The dashboard shows them."
  }
}

run "sends_no_traces_unless_told" {
  command = plan

  assert {
    condition     = length(local.telemetry) == 0 && !local.sends_to_google && !contains(local.apis, "telemetry.googleapis.com")
    error_message = "Without an endpoint there is nothing of it."
  }
}

run "sends_traces_to_cloud_trace" {
  command = plan

  variables {
    otlp_endpoint = "https://telemetry.googleapis.com"
    trace_share   = 0.1
  }

  assert {
    condition     = local.telemetry.OTEL_EXPORTER_OTLP_ENDPOINT == "https://telemetry.googleapis.com" && local.telemetry.OTEL_TRACES_SAMPLER_ARG == "0.1"
    error_message = "The functions are told by OpenTelemetry's own variables."
  }

  assert {
    condition     = local.sends_to_google && contains(local.apis, "telemetry.googleapis.com")
    error_message = "The Telemetry API is there where it is used."
  }
}

run "refuses_an_endpoint_without_tls" {
  command = plan

  variables {
    otlp_endpoint = "http://collector.example.org:4318"
  }

  expect_failures = [var.otlp_endpoint]
}

run "refuses_a_share_that_is_none" {
  command = plan

  variables {
    trace_share = 10
  }

  expect_failures = [var.trace_share]
}

run "leaves_google_sign_in_alone_without_a_client" {
  command = plan

  assert {
    condition     = length(google_identity_platform_default_supported_idp_config.google) == 0
    error_message = "Without an OAuth client Terraform does not touch the provider."
  }
}

run "switches_google_sign_in_on" {
  command = plan

  variables {
    google_client_id     = "123-abc.apps.googleusercontent.com"
    google_client_secret = "not-a-secret"
  }

  assert {
    condition     = google_identity_platform_default_supported_idp_config.google[0].idp_id == "google.com" && google_identity_platform_default_supported_idp_config.google[0].enabled
    error_message = "With an OAuth client people can sign in with Google."
  }
}

run "refuses_a_client_without_its_secret" {
  command = plan

  variables {
    google_client_id = "123-abc.apps.googleusercontent.com"
  }

  expect_failures = [var.google_client_secret]
}

run "refuses_what_is_no_oauth_client" {
  command = plan

  variables {
    google_client_id     = "123-abc"
    google_client_secret = "not-a-secret"
  }

  expect_failures = [var.google_client_id]
}
