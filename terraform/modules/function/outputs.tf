output "name" {
  description = "The function's name."
  value       = google_cloudfunctions2_function.this.name
}

output "url" {
  description = "Where it answers."
  value       = google_cloudfunctions2_function.this.url
}

output "member" {
  description = "Its account, as roles are given to it."
  value       = google_service_account.this.member
}

output "trigger" {
  description = "The id of what wakes it, as Eventarc knows it; null for one that is called over HTTPS."
  value       = local.has_trigger ? google_cloudfunctions2_function.this.event_trigger[0].trigger : null
}

output "package" {
  description = "The object in the packages' bucket that is deployed."
  value       = var.package.object
}
