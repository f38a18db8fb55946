# Read by ./moodify for `logs`: what a function says in Google Cloud. Uses the functions and variables of ./moodify.
# shellcheck shell=bash

# shellcheck source=deploy/google-cloud.sh
. "$ROOT/deploy/google-cloud.sh"

FUNCTIONS="detect analyze recommend insights api upkeep"

logs_usage() {
  cat <<'END'
Usage: ./moodify logs FUNCTION [--project ID] [--since 1h] [--follow]

Shows what a function (detect, analyze, recommend, insights, api, upkeep) has logged, oldest first.
END
}

logs_command() {
  if asks_for_help "$@"; then
    logs_usage
    return
  fi
  deploy_options "$@"
  [ ${#REST[@]} -eq 1 ] || fail "name one function: $FUNCTIONS."
  case " $FUNCTIONS " in
    *" ${REST[0]} "*) ;;
    *) fail "there is no function \"${REST[0]}\"; there are: $FUNCTIONS." ;;
  esac
  need_gcloud
  find_project
  gcloud auth print-access-token >/dev/null 2>&1 || fail "nobody is signed in to Google Cloud: run gcloud auth login."
  local filter="resource.type=\"cloud_run_revision\" AND resource.labels.service_name=\"${REST[0]}\""
  local format='value(timestamp.date(%H:%M:%S), severity, jsonPayload.message, jsonPayload.stack_trace, textPayload)'
  if [ -n "$FOLLOW" ]; then
    gcloud alpha logging tail "$filter" --project "$PROJECT" --format="$format"
  else
    gcloud logging read "$filter" --project "$PROJECT" --freshness="$SINCE" --order=asc --format="$format"
  fi
}
