variable "project_id" {
  description = "The Google Cloud project, which must be a Firebase project too."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{4,28}[a-z0-9]$", var.project_id))
    error_message = "project_id must be a project's id, such as moodify-example: 6 to 30 lower-case letters, digits and hyphens."
  }

  validation {
    condition     = !startswith(var.project_id, "demo-")
    error_message = "project_id must not start with demo-: by Firebase's convention such projects exist on emulators only."
  }
}

variable "region" {
  description = "Where the functions run, and Cloud Scheduler."
  type        = string
  default     = "us-central1"

  validation {
    condition     = can(regex("^[a-z]+-[a-z]+[0-9]$", var.region))
    error_message = "region must be a region's name, such as us-central1 or europe-west4."
  }
}

variable "firestore_location" {
  description = "Where Firestore keeps its data: a region, or nam5 (United States) or eur3 (Europe). It cannot be changed later."
  type        = string
  default     = "nam5"

  validation {
    condition     = var.firestore_location == var.region || contains(keys(local.firestore_continents), var.firestore_location)
    error_message = "firestore_location must be the functions' own region, nam5 or eur3."
  }

  validation {
    condition     = startswith(var.region, lookup(local.firestore_continents, var.firestore_location, var.region))
    error_message = "firestore_location and region do not belong together: nam5 goes with a region us-..., eur3 with one europe-... Events would cross an ocean."
  }
}

variable "photo_bucket" {
  description = "Firebase's default Storage bucket, which the page uploads photos to. Empty: PROJECT.firebasestorage.app."
  type        = string
  default     = ""

  validation {
    condition     = var.photo_bucket == "" || can(regex("^[a-z0-9][a-z0-9._-]{1,220}[a-z0-9]$", var.photo_bucket))
    error_message = "photo_bucket must be a bucket's name, without gs://."
  }
}

variable "photo_bucket_location" {
  description = "Where the photo bucket is: a region, or US or EU. Its events come from there."
  type        = string
  default     = "US-CENTRAL1"

  validation {
    condition     = can(regex("^(US|EU|ASIA|[A-Z]+-[A-Z]+[0-9])$", var.photo_bucket_location))
    error_message = "photo_bucket_location must be written as Cloud Storage does, such as US-CENTRAL1 or EU."
  }

  validation {
    condition     = startswith(var.region, lookup(local.bucket_continents, lower(var.photo_bucket_location), split("-", lower(var.photo_bucket_location))[0]))
    error_message = "photo_bucket_location and region must be on one continent: every photo would cross an ocean. A bucket cannot be moved; name another one with photo_bucket."
  }
}

variable "existing" {
  description = "What is there already and is to be taken over instead of made: photo_bucket, database, accounts (Firebase Authentication), trail_key (the secret). Set by ./moodify deploy."
  type        = set(string)
  default     = ["photo_bucket"]

  validation {
    condition     = length(setsubtract(var.existing, ["photo_bucket", "database", "accounts", "trail_key"])) == 0
    error_message = "existing may name photo_bucket, database, accounts and trail_key."
  }
}

variable "origins" {
  description = "Where the page is served from, as origins. Empty: the two addresses of Firebase Hosting."
  type        = list(string)
  default     = []

  validation {
    condition     = alltrue([for origin in var.origins : can(regex("^https://[a-z0-9.-]+(:[0-9]+)?$", origin))])
    error_message = "origins must be such as https://moodify.example.org: https, no path, no wildcard."
  }
}

variable "labels" {
  description = "Labels for everything that can have some, beside app = moodify."
  type        = map(string)
  default     = {}

  validation {
    condition     = alltrue([for key, value in var.labels : can(regex("^[a-z][a-z0-9_-]{0,62}$", key)) && can(regex("^[a-z0-9_-]{0,63}$", value))])
    error_message = "labels must be lower-case letters, digits, hyphens and underscores, at most 63; keys begin with a letter."
  }
}

variable "packages" {
  description = "The folder with the functions' modules, which mvn package has built."
  type        = string
  default     = "../functions"

  validation {
    condition     = length(var.packages) > 0
    error_message = "packages must name a folder."
  }
}

variable "runtime" {
  description = "The Java runtime of the functions."
  type        = string
  default     = "java17"

  validation {
    condition     = contains(["java17", "java21", "java25"], var.runtime)
    error_message = "runtime must be java17, java21 or java25: the code is compiled for 17."
  }
}

variable "scaling" {
  description = "What a function has, by its name, where it is not the default of functions.tf."
  type = map(object({
    memory        = optional(string)
    cpu           = optional(string)
    concurrency   = optional(number)
    min_instances = optional(number)
    max_instances = optional(number)
    timeout       = optional(number)
  }))
  default = {}

  validation {
    condition     = length(setsubtract(keys(var.scaling), ["detect", "analyze", "recommend", "insights", "api", "upkeep"])) == 0
    error_message = "scaling may name detect, analyze, recommend, insights, api and upkeep."
  }

  validation {
    condition     = alltrue([for each in values(var.scaling) : each.memory == null || can(regex("^[0-9]+(Mi|Gi)$", each.memory))])
    error_message = "memory must be such as 512Mi or 2Gi."
  }

  validation {
    condition     = alltrue([for each in values(var.scaling) : try(each.min_instances <= each.max_instances, true)])
    error_message = "min_instances must not be more than max_instances."
  }
}

variable "secrets" {
  description = "Which catalogue keys are in Secret Manager, so that recommend reads them. Their values are no variables: they would be in the state. See README.md."
  type        = set(string)
  default     = []

  validation {
    condition     = length(setsubtract(var.secrets, ["JAMENDO_CLIENT_ID", "AUDIUS_API_KEY", "AUDIUS_BEARER_TOKEN"])) == 0
    error_message = "secrets may name JAMENDO_CLIENT_ID, AUDIUS_API_KEY and AUDIUS_BEARER_TOKEN."
  }
}

variable "app_check" {
  description = "Whether the page shows with App Check (reCAPTCHA Enterprise) that it is Moodify's own. off: no. unenforced: it does, and Google counts who else calls. enforced: Firestore, Storage, Authentication, api and analyze refuse everybody else. See docs/deploy.md."
  type        = string
  default     = "off"

  validation {
    condition     = contains(["off", "unenforced", "enforced"], var.app_check)
    error_message = "app_check must be off, unenforced or enforced."
  }
}

variable "web_app" {
  description = "The id of the page's Firebase web app, such as 1:1234567890:web:0123456789abcdef; needed for App Check. Set by ./moodify deploy."
  type        = string
  default     = ""

  validation {
    condition     = var.web_app == "" || can(regex("^1:[0-9]+:web:[0-9a-f]+$", var.web_app))
    error_message = "web_app must be such as 1:1234567890:web:0123456789abcdef."
  }

  validation {
    condition     = var.web_app != "" || var.app_check == "off"
    error_message = "App Check needs web_app. ./moodify deploy registers the page and finds its id; a plan for a project without one works with app_check = \"off\" only."
  }
}

variable "catalogues" {
  description = "Which catalogues recommend asks: jamendo, audius, songs. Empty: all that it can."
  type        = set(string)
  default     = []

  validation {
    condition     = length(setsubtract(var.catalogues, ["jamendo", "audius", "songs"])) == 0
    error_message = "catalogues may name jamendo, audius and songs."
  }
}

variable "otlp_endpoint" {
  description = "Where the functions send traces, by OpenTelemetry's protocol over HTTP: https://telemetry.googleapis.com for Cloud Trace, or a collector's address. Empty: nowhere; logs and metrics need none."
  type        = string
  default     = ""

  validation {
    condition     = var.otlp_endpoint == "" || can(regex("^https://[A-Za-z0-9.-]+(:[0-9]+)?(/[^ ?#]*)?$", var.otlp_endpoint))
    error_message = "otlp_endpoint must be such as https://telemetry.googleapis.com: https, without a query."
  }
}

variable "trace_share" {
  description = "The share of uploads whose trace is sent, from 0 to 1. A trace is sent whole or not at all."
  type        = number
  default     = 1

  validation {
    condition     = var.trace_share >= 0 && var.trace_share <= 1
    error_message = "trace_share must be from 0 to 1, such as 0.1 for every tenth."
  }
}

variable "alert_email" {
  description = "Who is told when something breaks. Empty: nobody; the alerts are still shown in the console."
  type        = string
  default     = ""

  validation {
    condition     = var.alert_email == "" || can(regex("^[^@ ]+@[^@ ]+$", var.alert_email))
    error_message = "alert_email must be an e-mail address."
  }
}

variable "billing_account" {
  description = "The billing account, for the budget alert. Empty: no budget is set."
  type        = string
  default     = ""

  validation {
    condition     = var.billing_account == "" || can(regex("^[0-9A-F]{6}-[0-9A-F]{6}-[0-9A-F]{6}$", var.billing_account))
    error_message = "billing_account must be such as 012345-6789AB-CDEF01."
  }
}

variable "monthly_budget" {
  description = "What a month may cost before somebody is told, in whole units of the billing account's currency."
  type        = number
  default     = 20

  validation {
    condition     = var.monthly_budget >= 1 && floor(var.monthly_budget) == var.monthly_budget
    error_message = "monthly_budget must be a whole number, 1 or more."
  }
}

variable "instance_cap" {
  description = "The most instances that any function may have, and none that is always there: the switch for when the budget is passed. null: what scaling says."
  type        = number
  default     = null

  validation {
    condition     = try(var.instance_cap >= 1 && floor(var.instance_cap) == var.instance_cap, var.instance_cap == null)
    error_message = "instance_cap must be a whole number, 1 or more, or null."
  }
}

variable "thresholds" {
  description = "When the alerts speak: share of failed requests, seconds of the 95th percentile for events and for requests, minutes that an event may wait."
  type = object({
    error_share     = optional(number, 0.02)
    event_seconds   = optional(number, 10)
    request_seconds = optional(number, 3)
    waiting_minutes = optional(number, 10)
  })
  default = {}

  validation {
    condition     = var.thresholds.error_share > 0 && var.thresholds.error_share < 1
    error_message = "thresholds.error_share must be between 0 and 1, such as 0.02 for 2 %."
  }
}

variable "google_client_id" {
  description = "The OAuth client by which people sign in with Google, such as 123-abc.apps.googleusercontent.com; docs/deploy.md says how to make one. Empty: Terraform leaves the provider alone."
  type        = string
  default     = ""

  validation {
    condition     = var.google_client_id == "" || endswith(var.google_client_id, ".apps.googleusercontent.com")
    error_message = "google_client_id must end in .apps.googleusercontent.com."
  }
}

variable "google_client_secret" {
  description = "The secret of that OAuth client. Give it as the environment variable TF_VAR_google_client_secret, and in no file; Terraform's state holds it."
  type        = string
  default     = ""
  sensitive   = true

  validation {
    condition     = (var.google_client_id == "") == (var.google_client_secret == "")
    error_message = "google_client_id and google_client_secret belong together."
  }
}
