# App Check: how Firebase's services, and api and analyze, know that a request comes from the page. Without it, whoever
# has the page's public settings can sign people up and write as them, with a program of their own.

locals {
  uses_app_check = var.app_check != "off"

  # What Google checks itself; api and analyze check for themselves (functions.tf).
  app_check_services = local.uses_app_check ? toset([
    "firestore.googleapis.com",
    "firebasestorage.googleapis.com",
    "identitytoolkit.googleapis.com",
  ]) : toset([])

  # One release of the provider gives the key itself, another its place with the key at the end.
  site_key = one([for key in google_recaptcha_enterprise_key.page : reverse(split("/", key.name))[0]])

  app_check_apis = local.uses_app_check ? ["firebaseappcheck.googleapis.com", "recaptchaenterprise.googleapis.com"] : []
}

# Asks nobody anything: a score, from how the page is used.
resource "google_recaptcha_enterprise_key" "page" {
  count = local.uses_app_check ? 1 : 0

  project      = var.project_id
  display_name = "Moodify: the page"
  labels       = local.labels

  web_settings {
    integration_type  = "SCORE"
    allow_all_domains = false
    allowed_domains   = local.domains
  }

  depends_on = [google_project_service.api]
}

resource "google_firebase_app_check_recaptcha_enterprise_config" "page" {
  count = local.uses_app_check ? 1 : 0

  project  = var.project_id
  app_id   = var.web_app
  site_key = local.site_key

  # How long a token that was copied from a browser is of use to somebody else. The page asks anew in time.
  token_ttl = "3600s"

  depends_on = [google_project_service.api]
}

resource "google_firebase_app_check_service_config" "this" {
  for_each = local.app_check_services

  project          = var.project_id
  service_id       = each.value
  enforcement_mode = upper(var.app_check)

  # Nothing asks for tokens that nobody can have yet.
  depends_on = [
    google_firebase_app_check_recaptcha_enterprise_config.page,
    google_identity_platform_config.this,
  ]
}
