# What is watched, and who is told. Each alert's documentation names its runbook.

locals {
  runbook  = "docs/runbook.md"
  channels = var.alert_email == "" ? [] : [google_monitoring_notification_channel.email[0].id]
  services = "resource.type = \"cloud_run_revision\" AND resource.labels.service_name = one_of(${join(", ", [for name in keys(local.functions) : "\"${name}\""])})"

  # The platform's own counters; the functions' own are in metrics.tf.
  alerts = {
    errors = {
      name    = "Moodify: requests and events fail"
      runbook = "errors"
      wait    = "300s"
      above   = var.thresholds.error_share
      filter  = "metric.type = \"run.googleapis.com/request_count\" AND ${local.services} AND metric.labels.response_code_class = \"5xx\""
      divisor = "metric.type = \"run.googleapis.com/request_count\" AND ${local.services}"
      aligner = "ALIGN_RATE"
      reducer = "REDUCE_SUM"
      group   = ["resource.labels.service_name"]
    }
    slow_events = {
      name    = "Moodify: events take long"
      runbook = "latency"
      wait    = "600s"
      above   = var.thresholds.event_seconds * 1000
      filter  = "metric.type = \"run.googleapis.com/request_latencies\" AND resource.type = \"cloud_run_revision\" AND resource.labels.service_name = one_of(\"detect\", \"recommend\")"
      divisor = null
      aligner = "ALIGN_PERCENTILE_95"
      reducer = "REDUCE_MAX"
      group   = ["resource.labels.service_name"]
    }
    slow_requests = {
      name    = "Moodify: requests take long"
      runbook = "latency"
      wait    = "600s"
      above   = var.thresholds.request_seconds * 1000
      filter  = "metric.type = \"run.googleapis.com/request_latencies\" AND resource.type = \"cloud_run_revision\" AND resource.labels.service_name = one_of(\"analyze\", \"api\")"
      divisor = null
      aligner = "ALIGN_PERCENTILE_95"
      reducer = "REDUCE_MAX"
      group   = ["resource.labels.service_name"]
    }
    waiting_events = {
      name    = "Moodify: an event waits"
      runbook = "waiting-events"
      wait    = "300s"
      above   = var.thresholds.waiting_minutes * 60
      filter  = "metric.type = \"pubsub.googleapis.com/subscription/oldest_unacked_message_age\" AND resource.type = \"pubsub_subscription\" AND resource.labels.subscription_id = starts_with(\"eventarc-\")"
      divisor = null
      aligner = "ALIGN_MAX"
      reducer = "REDUCE_MAX"
      group   = ["resource.labels.subscription_id"]
    }
    dead_letters = {
      name    = "Moodify: an event was given up"
      runbook = "dead-letters"
      wait    = "0s"
      above   = 0
      filter  = "metric.type = \"pubsub.googleapis.com/subscription/num_undelivered_messages\" AND resource.type = \"pubsub_subscription\" AND resource.labels.subscription_id = starts_with(\"dead-letters-\")"
      divisor = null
      aligner = "ALIGN_MAX"
      reducer = "REDUCE_MAX"
      group   = ["resource.labels.subscription_id"]
    }
  }
}

resource "google_monitoring_notification_channel" "email" {
  count = var.alert_email == "" ? 0 : 1

  project      = var.project_id
  display_name = "Moodify's keeper"
  type         = "email"
  labels       = { email_address = var.alert_email }

  depends_on = [google_project_service.api]
}

resource "google_monitoring_alert_policy" "this" {
  for_each = local.alerts

  project               = var.project_id
  display_name          = each.value.name
  combiner              = "OR"
  notification_channels = local.channels
  user_labels           = local.labels

  conditions {
    display_name = each.value.name

    condition_threshold {
      filter             = each.value.filter
      denominator_filter = each.value.divisor
      comparison         = "COMPARISON_GT"
      threshold_value    = each.value.above
      duration           = each.value.wait

      aggregations {
        alignment_period     = "300s"
        per_series_aligner   = each.value.aligner
        cross_series_reducer = each.value.reducer
        group_by_fields      = each.value.group
      }

      dynamic "denominator_aggregations" {
        for_each = each.value.divisor == null ? [] : [each.value]
        content {
          alignment_period     = "300s"
          per_series_aligner   = denominator_aggregations.value.aligner
          cross_series_reducer = denominator_aggregations.value.reducer
          group_by_fields      = denominator_aggregations.value.group
        }
      }
    }
  }

  documentation {
    mime_type = "text/markdown"
    content   = "What to do: ${local.runbook}, section \"${each.value.runbook}\"."
  }

  alert_strategy {
    auto_close = "86400s"
  }

  depends_on = [google_project_service.api]
}

# --- Cost ----------------------------------------------------------------------------------------

resource "google_billing_budget" "this" {
  count = var.billing_account == "" ? 0 : 1

  billing_account = var.billing_account
  display_name    = "Moodify (${var.project_id})"

  budget_filter {
    projects = ["projects/${data.google_project.this.number}"]
  }

  amount {
    specified_amount {
      units = tostring(var.monthly_budget)
    }
  }

  dynamic "threshold_rules" {
    for_each = [0.5, 0.9, 1.0]
    content {
      threshold_percent = threshold_rules.value
    }
  }

  # Early enough to do something about it.
  threshold_rules {
    threshold_percent = 1.0
    spend_basis       = "FORECASTED_SPEND"
  }

  all_updates_rule {
    monitoring_notification_channels = local.channels
    disable_default_iam_recipients   = false
  }

  depends_on = [google_project_service.api]
}

# --- Dashboard -----------------------------------------------------------------------------------

locals {
  charts = [
    { title = "Requests a second, by function", filter = "metric.type = \"run.googleapis.com/request_count\" AND ${local.services}", aligner = "ALIGN_RATE", reducer = "REDUCE_SUM", group = "resource.labels.service_name" },
    { title = "Failed requests a second, by function", filter = local.alerts.errors.filter, aligner = "ALIGN_RATE", reducer = "REDUCE_SUM", group = "resource.labels.service_name" },
    { title = "95th percentile of latency, ms", filter = "metric.type = \"run.googleapis.com/request_latencies\" AND ${local.services}", aligner = "ALIGN_PERCENTILE_95", reducer = "REDUCE_MAX", group = "resource.labels.service_name" },
    { title = "Start-up of instances, ms, 95th percentile", filter = "metric.type = \"run.googleapis.com/container/startup_latencies\" AND ${local.services}", aligner = "ALIGN_PERCENTILE_95", reducer = "REDUCE_MAX", group = "resource.labels.service_name" },
    { title = "Instances", filter = "metric.type = \"run.googleapis.com/container/instance_count\" AND ${local.services}", aligner = "ALIGN_MEAN", reducer = "REDUCE_SUM", group = "resource.labels.service_name" },
    { title = "Memory in use, share, 95th percentile", filter = "metric.type = \"run.googleapis.com/container/memory/utilizations\" AND ${local.services}", aligner = "ALIGN_PERCENTILE_95", reducer = "REDUCE_MAX", group = "resource.labels.service_name" },
    { title = "Seconds of billed instances, a second", filter = "metric.type = \"run.googleapis.com/container/billable_instance_time\" AND ${local.services}", aligner = "ALIGN_RATE", reducer = "REDUCE_SUM", group = "resource.labels.service_name" },
    { title = "Oldest waiting event, s", filter = local.alerts.waiting_events.filter, aligner = "ALIGN_MAX", reducer = "REDUCE_MAX", group = "resource.labels.subscription_id" },
    { title = "Events that were given up", filter = local.alerts.dead_letters.filter, aligner = "ALIGN_MAX", reducer = "REDUCE_MAX", group = "resource.labels.subscription_id" },
  ]
}

locals {
  platform_charts = [
    for chart in local.charts : {
      title = chart.title
      xyChart = {
        dataSets = [{
          plotType = "LINE"
          timeSeriesQuery = {
            timeSeriesFilter = {
              filter = chart.filter
              aggregation = {
                alignmentPeriod    = "60s"
                perSeriesAligner   = chart.aligner
                crossSeriesReducer = chart.reducer
                groupByFields      = [chart.group]
              }
            }
          }
        }]
      }
    }
  ]
}

resource "google_monitoring_dashboard" "this" {
  project = var.project_id

  dashboard_json = jsonencode({
    displayName = "Moodify"
    mosaicLayout = {
      columns = 12
      tiles = [
        for i, widget in concat(local.platform_charts, local.own_charts) : {
          xPos   = (i % 3) * 4
          yPos   = floor(i / 3) * 4
          width  = 4
          height = 4
          widget = widget
        }
      ]
    }
  })

  depends_on = [google_project_service.api]
}
