terraform {
  required_version = ">= 1.9, < 2.0"

  required_providers {
    google = {
      source  = "hashicorp/google"
      version = ">= 6.50, < 8.0"
    }
    archive = {
      source  = "hashicorp/archive"
      version = ">= 2.4, < 3.0"
    }
    time = {
      source  = "hashicorp/time"
      version = ">= 0.9, < 1.0"
    }
  }

  # Where the state is kept: a bucket of its own, named by `./moodify deploy` with -backend-config.
  # State holds no secret of Moodify's, but it is the only record of what was made.
  backend "gcs" {}
}

provider "google" {
  project = var.project_id
  region  = var.region

  # The budget's API wants to know which project pays for the calls.
  billing_project       = var.project_id
  user_project_override = true

  default_labels = local.labels
}
