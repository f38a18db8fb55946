# The six functions: what wakes each, what it may do and why, and what it has.

locals {
  # TieredStopAtLevel: the natives do the work, and the second compiler would take the one core
  # while an instance starts. MaxRAMPercentage: of detect's memory the natives take the larger part.
  # Xmn, MetaspaceSize: what a start makes and loads fits, where the virtual machine's own first sizes
  # have it collect 22 to 48 times before the first answer, and four of five of those are saved.
  # The launcher's own memory options are switched off by setting any, so one is among these.
  java_options = "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:MaxRAMPercentage=40 -Xmn48m -XX:MetaspaceSize=96m -XX:+ExitOnOutOfMemoryError"

  environment = {
    GOOGLE_CLOUD_PROJECT      = var.project_id
    MOODIFY_PHOTO_BUCKET      = local.photo_bucket
    MOODIFY_MOOD_EVENTS_TOPIC = google_pubsub_topic.mood_events.name
    MOODIFY_UPKEEP_TOPIC      = google_pubsub_topic.upkeep.name
    JAVA_TOOL_OPTIONS         = local.java_options
    # glibc keeps an arena of memory for each thread, and natives make many.
    MALLOC_ARENA_MAX = "2"
  }

  # Cloud Trace takes traces in through the Telemetry API, and wants to know who sends them.
  sends_to_google = startswith(var.otlp_endpoint, "https://telemetry.googleapis.com")

  telemetry = var.otlp_endpoint == "" ? {} : {
    OTEL_EXPORTER_OTLP_ENDPOINT = var.otlp_endpoint
    OTEL_TRACES_SAMPLER         = "traceidratio"
    OTEL_TRACES_SAMPLER_ARG     = tostring(var.trace_share)
  }

  natives = {
    TF_CPP_MIN_LOG_LEVEL = "2"
    OPENCV_LOG_LEVEL     = "SILENT"
  }

  web = {
    MOODIFY_ORIGINS   = join(",", local.origins)
    MOODIFY_APP_CHECK = var.app_check == "enforced" ? "required" : "off"
  }

  # Measured, see docs/costs.md: detect and analyze hold 640 MB at most, and a photo takes 36 ms
  # of one core, so that eight at once are served by one instance.
  # max_instances: in a new project a region's quota of cores and memory holds ten of detect in small
  # regions, and a function that could need more than the quota is refused.
  functions = {
    detect = {
      module      = "detect"
      entry_point = "app.moodify.detect.Detect"
      environment = local.natives
      trigger = {
        type    = "google.cloud.storage.object.v1.finalized"
        region  = lower(var.photo_bucket_location)
        filters = [{ attribute = "bucket", value = google_storage_bucket.photos.name, operator = null }]
        topic   = null
      }
      defaults = { memory = "2Gi", cpu = "1", concurrency = 8, min_instances = 0, max_instances = 10, timeout = 60 }
    }
    analyze = {
      module      = "detect"
      entry_point = "app.moodify.detect.Analyze"
      environment = merge(local.natives, local.web)
      trigger     = null
      defaults    = { memory = "2Gi", cpu = "1", concurrency = 8, min_instances = 0, max_instances = 10, timeout = 60 }
    }
    recommend = {
      module      = "recommend"
      entry_point = "app.moodify.recommend.Recommend"
      environment = { MOODIFY_CATALOGUES = join(",", var.catalogues) }
      trigger = {
        type = "google.cloud.firestore.document.v1.written"
        # The database's own location, nam5 too: a trigger in us-central1 does not find that database.
        region = var.firestore_location
        filters = [
          { attribute = "database", value = google_firestore_database.this.name, operator = null },
          { attribute = "document", value = "users/{uid}/moods/{moodId}", operator = "match-path-pattern" },
        ]
        topic = null
      }
      defaults = { memory = "1Gi", cpu = "1", concurrency = 16, min_instances = 0, max_instances = 10, timeout = 60 }
    }
    insights = {
      module      = "insights"
      entry_point = "app.moodify.insights.Insights"
      environment = {}
      trigger = {
        type    = "google.cloud.pubsub.topic.v1.messagePublished"
        region  = var.region
        filters = []
        topic   = google_pubsub_topic.mood_events.id
      }
      defaults = { memory = "512Mi", cpu = "1", concurrency = 16, min_instances = 0, max_instances = 10, timeout = 60 }
    }
    api = {
      module      = "api"
      entry_point = "app.moodify.api.Api"
      environment = local.web
      trigger     = null
      defaults    = { memory = "1Gi", cpu = "1", concurrency = 16, min_instances = 0, max_instances = 10, timeout = 300 }
    }
    upkeep = {
      module      = "upkeep"
      entry_point = "app.moodify.upkeep.Upkeep"
      environment = {}
      trigger = {
        type    = "google.cloud.pubsub.topic.v1.messagePublished"
        region  = var.region
        filters = []
        topic   = google_pubsub_topic.upkeep.id
      }
      # One event at a time, for each may take all the memory. A few instances, so that exports which
      # people wait for need not wait for what is due every 15 minutes; that is over before it is due
      # again, so that no two instances do the same pages.
      defaults = { memory = "512Mi", cpu = "1", concurrency = 1, min_instances = 0, max_instances = 3, timeout = 540 }
    }
  }

  # Environment variables that come from Secret Manager, by function.
  secrets = {
    recommend = { for name in var.secrets : name => google_secret_manager_secret.catalogue[name].secret_id }
    api       = { MOODIFY_TRAIL_KEY = google_secret_manager_secret.trail_key.secret_id }
    upkeep    = { MOODIFY_TRAIL_KEY = google_secret_manager_secret.trail_key.secret_id }
  }

  event_functions = { for name, function in local.functions : name => function if function.trigger != null }
  http_functions  = { for name, function in local.functions : name => function if function.trigger == null }

  wished_scaling = {
    for name, function in local.functions : name => {
      for key, value in function.defaults : key => try(coalesce(var.scaling[name][key], value), value)
    }
  }

  # Past the budget, whatever was wished.
  scaling = {
    for name, wished in local.wished_scaling : name => var.instance_cap == null ? wished : merge(wished, {
      min_instances = 0
      max_instances = min(wished.max_instances, var.instance_cap)
    })
  }
}

module "function" {
  source   = "./modules/function"
  for_each = local.functions

  name             = each.key
  project_id       = var.project_id
  region           = var.region
  runtime          = var.runtime
  entry_point      = each.value.entry_point
  package          = { bucket = google_storage_bucket.packages.name, object = google_storage_bucket_object.package[each.value.module].name }
  builder          = google_service_account.builder.id
  image_repository = google_artifact_registry_repository.functions.id
  environment      = merge(local.environment, local.telemetry, each.value.environment)
  writes_traces    = local.sends_to_google
  secrets          = try(local.secrets[each.key], {})
  trigger          = each.value.trigger
  public           = each.value.trigger == null
  labels           = local.labels
  scaling          = local.scaling[each.key]

  depends_on = [
    google_project_service.api,
    google_project_iam_member.storage_tells_of_photos,
    google_project_iam_member.eventarc_agent,
    google_project_iam_member.builder_logs,
    google_project_iam_member.builder_reads_copied_packages,
    google_artifact_registry_repository_iam_member.builder_writes_images,
    google_storage_bucket_iam_member.builder_reads_packages,
  ]
}
