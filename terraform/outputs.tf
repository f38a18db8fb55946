output "page" {
  description = "The page's address."
  value       = local.hosting_origins[0]
}

output "region" {
  description = "Where the functions run: Hosting's rewrites name it."
  value       = var.region
}

output "photo_bucket" {
  description = "The bucket that Storage's rules are for."
  value       = google_storage_bucket.photos.name
}

output "app_check" {
  description = "What the page needs for App Check, and whether it is enforced; null if it is off. The site key is public."
  value = local.uses_app_check ? {
    site_key    = local.site_key
    app_id      = var.web_app
    is_enforced = var.app_check == "enforced"
  } : null
}

output "functions" {
  description = "Every function: where it answers, what is deployed of it."
  value       = { for name, function in module.function : name => { url = function.url, package = function.package } }
}

output "dead_letters" {
  description = "For each event function, its trigger and the topic of events that it could not handle; ./moodify deploy brings them together."
  value = {
    for name in keys(local.event_functions) : name => {
      trigger = module.function[name].trigger
      topic   = google_pubsub_topic.dead_letters[name].id
    }
  }
}

output "dashboard" {
  description = "The dashboard in Cloud Monitoring."
  value       = "https://console.cloud.google.com/monitoring/dashboards/builder/${element(split("/", google_monitoring_dashboard.this.id), 3)}?project=${var.project_id}"
}
