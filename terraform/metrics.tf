# Metrics of the functions' own words. With the last line of each event or request a function tells what
# came of it, how long each step took, and which answers of catalogues it remembered (Finished.java); a
# trace or a collector is not needed for that.

locals {
  finished = "resource.type = \"cloud_run_revision\" AND jsonPayload.outcome:*"

  # Which function takes which steps; one step's metric tells them apart by the service's name.
  steps = {
    detect    = ["read_profile", "look_for_erasure", "count_photo", "read_photo", "claim", "analyze", "decode", "find_face", "classify", "write", "publish", "delete_photo", "remove_tokens"]
    analyze   = ["admit", "read_profile", "read_photo", "analyze", "decode", "find_face", "classify"]
    recommend = ["read", "look_for_erasure", "read_feedback", "catalogues", "catalogue_jamendo", "catalogue_audius", "rank", "write", "flush", "publish"]
    insights  = ["look_for_erasure", "revision", "read", "write"]
    api       = ["admit"]
  }

  # The catalogues whose answers are kept.
  cached = ["jamendo", "audius"]
  lookups = {
    for pair in setproduct(local.cached, ["hits", "misses"]) :
    "${pair[0]}/${pair[1]}" => "jsonPayload.cache.${pair[0]}.${pair[1]}"
  }
}

resource "google_logging_metric" "outcomes" {
  project     = var.project_id
  name        = "moodify/outcomes"
  description = "What came of events and requests."
  filter      = local.finished

  label_extractors = {
    outcome = "EXTRACT(jsonPayload.outcome)"
    code    = "EXTRACT(jsonPayload.code)"
  }

  metric_descriptor {
    metric_kind  = "DELTA"
    value_type   = "INT64"
    display_name = "Moodify: outcomes"

    labels {
      key         = "outcome"
      description = "In one word, such as ready, failed or refused."
    }
    labels {
      key         = "code"
      description = "Why, such as too_large; empty where nothing went wrong."
    }
  }

  depends_on = [google_project_service.api]
}

resource "google_logging_metric" "csp_violations" {
  project     = var.project_id
  name        = "moodify/csp_violations"
  description = "Kinds of violations of the page's Content-Security-Policy that browsers reported; anybody can."
  filter      = "resource.type = \"cloud_run_revision\" AND jsonPayload.violation.directive:*"

  label_extractors = {
    directive   = "EXTRACT(jsonPayload.violation.directive)"
    disposition = "EXTRACT(jsonPayload.violation.disposition)"
  }

  metric_descriptor {
    metric_kind  = "DELTA"
    value_type   = "INT64"
    display_name = "Moodify: violations of the page's policy"

    labels {
      key         = "directive"
      description = "Of those there are, such as img-src, or other."
    }
    labels {
      key         = "disposition"
      description = "enforce, or report if nothing was blocked."
    }
  }

  depends_on = [google_project_service.api]
}

resource "google_logging_metric" "step" {
  for_each = toset(flatten(values(local.steps)))

  project         = var.project_id
  name            = "moodify/steps/${each.key}"
  description     = "Milliseconds that the step ${each.key} took."
  filter          = "${local.finished} AND jsonPayload.steps.${each.key}:*"
  value_extractor = "EXTRACT(jsonPayload.steps.${each.key})"

  metric_descriptor {
    metric_kind  = "DELTA"
    value_type   = "DISTRIBUTION"
    unit         = "ms"
    display_name = "Moodify: step ${each.key}"
  }

  # From a millisecond to a minute, each bucket 1.4 times as wide as the one before.
  bucket_options {
    exponential_buckets {
      num_finite_buckets = 33
      growth_factor      = 1.4
      scale              = 1
    }
  }

  depends_on = [google_project_service.api]
}

# Numbers are taken out of lines only as distributions; the sum of one is what counts here.
resource "google_logging_metric" "lookups" {
  for_each = local.lookups

  project         = var.project_id
  name            = "moodify/cache/${each.key}"
  description     = "Answers of a catalogue that were remembered (hits), and that were not (misses), of an event."
  filter          = "${local.finished} AND ${each.value}:*"
  value_extractor = "EXTRACT(${each.value})"

  metric_descriptor {
    metric_kind  = "DELTA"
    value_type   = "DISTRIBUTION"
    unit         = "1"
    display_name = "Moodify: cache, ${each.key}"
  }

  bucket_options {
    linear_buckets {
      num_finite_buckets = 16
      width              = 1
      offset             = 0
    }
  }

  depends_on = [google_project_service.api]
}

# --- Their charts --------------------------------------------------------------------------------

locals {
  # Log-based metrics belong to several kinds of resources, of which PromQL wants one named.
  prometheus = { for name in keys(local.lookups) : name => "logging_googleapis_com:user_moodify_cache_${replace(name, "/", "_")}_sum{monitored_resource=\"cloud_run_revision\"}" }

  step_charts = [
    for name, steps in local.steps : {
      title = "Steps of ${name}, ms, 95th percentile"
      xyChart = {
        dataSets = [
          for step in steps : {
            plotType       = "LINE"
            legendTemplate = step
            timeSeriesQuery = {
              timeSeriesFilter = {
                filter = "metric.type = \"logging.googleapis.com/user/${google_logging_metric.step[step].name}\" AND resource.type = \"cloud_run_revision\" AND resource.labels.service_name = \"${name}\""
                aggregation = {
                  alignmentPeriod    = "300s"
                  perSeriesAligner   = "ALIGN_DELTA"
                  crossSeriesReducer = "REDUCE_PERCENTILE_95"
                }
              }
            }
          }
        ]
      }
    }
  ]

  outcome_chart = {
    title = "Outcomes a second"
    xyChart = {
      dataSets = [{
        plotType       = "STACKED_BAR"
        legendTemplate = "$${resource.labels.service_name}: $${metric.labels.outcome} $${metric.labels.code}"
        timeSeriesQuery = {
          timeSeriesFilter = {
            filter = "metric.type = \"logging.googleapis.com/user/${google_logging_metric.outcomes.name}\" AND resource.type = \"cloud_run_revision\""
            aggregation = {
              alignmentPeriod    = "60s"
              perSeriesAligner   = "ALIGN_RATE"
              crossSeriesReducer = "REDUCE_SUM"
              groupByFields      = ["resource.labels.service_name", "metric.labels.outcome", "metric.labels.code"]
            }
          }
        }
      }]
    }
  }

  violation_chart = {
    title = "Violations of the page's policy"
    xyChart = {
      dataSets = [{
        plotType       = "STACKED_BAR"
        legendTemplate = "$${metric.labels.directive} $${metric.labels.disposition}"
        timeSeriesQuery = {
          timeSeriesFilter = {
            filter = "metric.type = \"logging.googleapis.com/user/${google_logging_metric.csp_violations.name}\" AND resource.type = \"cloud_run_revision\""
            aggregation = {
              alignmentPeriod    = "300s"
              perSeriesAligner   = "ALIGN_DELTA"
              crossSeriesReducer = "REDUCE_SUM"
              groupByFields      = ["metric.labels.directive", "metric.labels.disposition"]
            }
          }
        }
      }]
    }
  }

  cache_chart = {
    title = "Catalogues: share of answers that were remembered"
    xyChart = {
      dataSets = [
        for name in local.cached : {
          plotType       = "LINE"
          legendTemplate = name
          timeSeriesQuery = {
            prometheusQuery = "sum(rate(${local.prometheus["${name}/hits"]}[10m])) / (sum(rate(${local.prometheus["${name}/hits"]}[10m])) + sum(rate(${local.prometheus["${name}/misses"]}[10m])))"
          }
        }
      ]
    }
  }

  own_charts = concat([local.outcome_chart, local.violation_chart, local.cache_chart], local.step_charts)
}
