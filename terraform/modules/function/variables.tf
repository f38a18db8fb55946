variable "name" {
  description = "The function's name, and its service's."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{0,20}$", var.name))
    error_message = "name must be at most 21 lower-case letters, digits and hyphens: its account is called moodify-NAME."
  }
}

variable "project_id" {
  description = "The Google Cloud project."
  type        = string

  validation {
    condition     = length(var.project_id) > 0
    error_message = "project_id must not be empty."
  }
}

variable "region" {
  description = "Where the function runs."
  type        = string

  validation {
    condition     = can(regex("^[a-z]+-[a-z]+[0-9]$", var.region))
    error_message = "region must be a region's name, such as us-central1."
  }
}

variable "runtime" {
  description = "The Java runtime."
  type        = string

  validation {
    condition     = startswith(var.runtime, "java")
    error_message = "runtime must be one of Java's."
  }
}

variable "entry_point" {
  description = "The function's class."
  type        = string

  validation {
    condition     = can(regex("^[a-z]+(\\.[a-z]+)*\\.[A-Z][A-Za-z]*$", var.entry_point))
    error_message = "entry_point must be a class with its package."
  }
}

variable "package" {
  description = "What is deployed: a bucket, and the ZIP archive in it."
  type        = object({ bucket = string, object = string })

  validation {
    condition     = endswith(var.package.object, ".zip")
    error_message = "package.object must be a ZIP archive."
  }
}

variable "image_repository" {
  description = "The id of the Artifact Registry repository that the function's image is kept in."
  type        = string

  validation {
    condition     = length(var.image_repository) > 0
    error_message = "image_repository must not be empty: the one that Cloud Functions make is never cleaned up."
  }
}

variable "builder" {
  description = "The id of the service account that builds the function's image."
  type        = string

  validation {
    condition     = length(var.builder) > 0
    error_message = "builder must not be empty: Cloud Build's default account may do far more than build."
  }
}

variable "environment" {
  description = "Environment variables."
  type        = map(string)
  default     = {}

  validation {
    condition     = alltrue([for name in keys(var.environment) : can(regex("^[A-Z][A-Z0-9_]*$", name))])
    error_message = "environment must have names of capital letters, digits and underscores."
  }
}

variable "secrets" {
  description = "Environment variables that come from Secret Manager: name of the variable to id of the secret."
  type        = map(string)
  default     = {}

  validation {
    condition     = alltrue([for name in keys(var.secrets) : can(regex("^[A-Z][A-Z0-9_]*$", name))])
    error_message = "secrets must have names of capital letters, digits and underscores."
  }
}

variable "trigger" {
  description = "What events wake the function; null for one that is called over HTTPS."
  type = object({
    type    = string
    region  = string
    filters = list(object({ attribute = string, value = string, operator = optional(string) }))
    topic   = optional(string)
  })
  default = null

  validation {
    condition     = try(startswith(var.trigger.type, "google.cloud."), var.trigger == null)
    error_message = "trigger.type must be one of Eventarc's, such as google.cloud.storage.object.v1.finalized."
  }
}

variable "public" {
  description = "Whether anybody may call it. Who calls must still show a Firebase ID token, which the function itself checks."
  type        = bool
  default     = false
}

variable "writes_traces" {
  description = "Whether the function sends traces to Google Cloud's Telemetry API."
  type        = bool
  default     = false
}

variable "labels" {
  description = "Labels of the function."
  type        = map(string)
  default     = {}
}

variable "scaling" {
  description = "What the function has: memory and cores of an instance, how many requests it serves at once, how many instances wait and how many there may be, seconds that a request may take."
  type = object({
    memory        = string
    cpu           = string
    concurrency   = number
    min_instances = number
    max_instances = number
    timeout       = number
  })

  validation {
    condition     = can(regex("^[0-9]+(Mi|Gi)$", var.scaling.memory))
    error_message = "scaling.memory must be such as 512Mi or 2Gi."
  }

  validation {
    condition     = can(regex("^([0-9]+|0?\\.[0-9]+|[0-9]+m)$", var.scaling.cpu))
    error_message = "scaling.cpu must be such as 1, 0.5 or 500m."
  }

  validation {
    condition     = var.scaling.concurrency >= 1 && var.scaling.concurrency <= 1000
    error_message = "scaling.concurrency must be from 1 to 1000."
  }

  validation {
    condition     = var.scaling.concurrency == 1 || can(regex("^[1-9][0-9]*$", var.scaling.cpu))
    error_message = "scaling.cpu must be 1 or more where concurrency is more than 1: the platform refuses less."
  }

  validation {
    condition     = var.scaling.min_instances >= 0 && var.scaling.max_instances >= 1 && var.scaling.max_instances <= 1000 && var.scaling.min_instances <= var.scaling.max_instances
    error_message = "scaling.max_instances must be from 1 to 1000, and min_instances from 0 to that."
  }

  validation {
    condition     = var.scaling.timeout >= 1 && var.scaling.timeout <= (var.trigger == null ? 3600 : 540)
    error_message = "scaling.timeout must be from 1 to 3600 seconds, 540 for a function that events wake."
  }
}
