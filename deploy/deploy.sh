# Read by ./moodify for `deploy`, `destroy` and `logs`: the way to Google Cloud and back. Uses the functions and
# variables of ./moodify.
# shellcheck shell=bash

TERRAFORM=$ROOT/terraform
FUNCTIONS="detect analyze recommend insights api upkeep"

deploy_usage() {
  cat <<'END'
Usage: ./moodify deploy [--project ID] [--plan] [--yes] [--no-smoke-test]

Builds Moodify, shows what would change in a Google Cloud project, and after a yes makes it so: functions, photo bucket,
Firestore, topics, alerts (Terraform), then rules, indexes and the page (firebase-tools). At the end a throw-away
person signs up, sends a photo, hears of a playlist, and is erased.

  --project ID      the project; else MOODIFY_PROJECT, else project_id in terraform/terraform.tfvars, else gcloud's
  --plan            shows what would change, and changes nothing but what planning needs: some APIs, the state's bucket
  --yes             does not ask
  --no-smoke-test   ends without the throw-away person

What can be set is described in terraform/variables.tf; put it into terraform/terraform.tfvars.
END
}

destroy_usage() {
  cat <<'END'
Usage: ./moodify destroy [--project ID] [--yes] [--data]

Takes away everything that deploy has made, but keeps people's data: Firestore, photos and accounts stay, and the next
deploy finds them again.

  --data            erases Firestore's database and the photos too; asks for the project's name, whatever --yes says
END
}

logs_usage() {
  cat <<'END'
Usage: ./moodify logs FUNCTION [--project ID] [--since 1h] [--follow]

Shows what a function (detect, analyze, recommend, insights, api, upkeep) has logged, oldest first.
END
}

# --- What is needed -------------------------------------------------------------------------------------------------

# deploy_options ARGUMENT...: sets PROJECT and the switches.
deploy_options() {
  PROJECT=${MOODIFY_PROJECT:-} PLAN_ONLY='' YES='' WITH_DATA='' SMOKE_TEST=1 SINCE=1h FOLLOW='' REST=()
  while [ $# -gt 0 ]; do
    case $1 in
      --project | --since)
        [ $# -gt 1 ] || fail "$1 needs a value."
        if [ "$1" = --project ]; then PROJECT=$2; else SINCE=$2; fi
        shift
        ;;
      --project=*) PROJECT=${1#*=} ;;
      --since=*) SINCE=${1#*=} ;;
      --plan) PLAN_ONLY=1 ;;
      --yes | -y) YES=1 ;;
      --data) WITH_DATA=1 ;;
      --follow) FOLLOW=1 ;;
      --no-smoke-test) SMOKE_TEST='' ;;
      -*) fail "there is no option $1; see --help." ;;
      *) REST+=("$1") ;;
    esac
    shift
  done
}

need_gcloud() {
  command -v gcloud >/dev/null 2>&1 || fail "the Google Cloud CLI is missing: install it" \
    "(https://cloud.google.com/sdk/docs/install)."
}

need_terraform() {
  command -v terraform >/dev/null 2>&1 || fail "Terraform is missing: install 1.9 or later" \
    "(https://developer.hashicorp.com/terraform/install)."
  local version
  version=$(terraform version)
  version=${version%%$'\n'*}
  version=${version#Terraform v}
  case $version in
    1.9.* | 1.[1-9][0-9]*) ;;
    *) fail "Terraform 1.9 or later is needed, not $version: install it" \
      "(https://developer.hashicorp.com/terraform/install)." ;;
  esac
}

# tfvar NAME: prints a text that is set in terraform.tfvars, nothing if it is not.
tfvar() {
  [ -f "$TERRAFORM/terraform.tfvars" ] || return 0
  sed -n "/^ *$1 *= *\"/{s/[^\"]*\"\([^\"]*\)\".*/\1/p;q;}" "$TERRAFORM/terraform.tfvars"
}

# find_project: the option, the variable, the file, gcloud's own.
find_project() {
  if [ -z "$PROJECT" ]; then PROJECT=$(tfvar project_id); fi
  if [ -z "$PROJECT" ]; then PROJECT=$(gcloud config get-value project 2>/dev/null || true); fi
  case $PROJECT in
    '' | '(unset)') fail "no project is named: give --project ID, or set project_id in terraform/terraform.tfvars." ;;
    demo-*) fail "$PROJECT is a name for emulators only (demo-*): name a real project." ;;
  esac
}

need_login() {
  gcloud auth print-access-token >/dev/null 2>&1 || fail "nobody is signed in to Google Cloud: run gcloud auth login."
  gcloud auth application-default print-access-token >/dev/null 2>&1 || fail "Terraform and firebase-tools have no" \
    "credentials: run gcloud auth application-default login."
}

need_project() {
  gcloud projects describe "$PROJECT" --format='value(projectNumber)' >/dev/null 2>&1 || fail "there is no project" \
    "$PROJECT that you may see: make it (gcloud projects create $PROJECT), or sign in as somebody who may."
  local billing
  billing=$(gcloud billing projects describe "$PROJECT" --format='value(billingEnabled)' 2>/dev/null || true)
  [ "$billing" = True ] || fail "the project $PROJECT has no billing account, which Cloud Functions ask for:" \
    "gcloud billing projects link $PROJECT --billing-account=ACCOUNT (gcloud billing accounts list names yours)."
}

# --- Steps ----------------------------------------------------------------------------------------------------------

say() { printf '%s\n' "$*" >&2; }

# agreed QUESTION: asks on the terminal; no terminal and no --yes is a no.
agreed() {
  [ -z "$YES" ] || return 0
  local answer=''
  printf '%s [y/N] ' "$1" >&2
  read -r answer || true
  case $answer in y | Y | yes | Yes) return 0 ;; esac
  return 1
}

firebase() {
  node "$MOODIFY_FIREBASE_TOOLS/lib/bin/firebase.js" "$@" --project "$PROJECT" --non-interactive
}

state_bucket() { printf '%s-moodify-terraform-state' "$PROJECT"; }

# prepare_project: what Terraform itself needs before it can plan.
prepare_project() {
  quietly "enabling the APIs that planning needs" deploy-apis.log gcloud services enable \
    cloudresourcemanager.googleapis.com serviceusage.googleapis.com firebase.googleapis.com \
    firebasestorage.googleapis.com firestore.googleapis.com identitytoolkit.googleapis.com --project "$PROJECT" || exit 1
  if ! gcloud storage buckets describe "gs://$(state_bucket)" >/dev/null 2>&1; then
    quietly "making the bucket for Terraform's state" deploy-state.log gcloud storage buckets create \
      "gs://$(state_bucket)" --project "$PROJECT" --uniform-bucket-level-access --public-access-prevention || exit 1
    gcloud storage buckets update "gs://$(state_bucket)" --versioning >/dev/null 2>&1 || true
  fi
}

# prepare_firebase: a Firebase project, a web app whose settings the page reads, and the default bucket.
prepare_firebase() {
  local apps
  if ! apps=$(firebase apps:list WEB --json 2>/dev/null); then
    quietly "adding Firebase to the project" deploy-firebase.log firebase projects:addfirebase "$PROJECT" ||
      fail "Firebase could not be added to $PROJECT: do it at https://console.firebase.google.com, then try again."
    apps='{"result": []}'
  fi
  case $apps in
    *'"appId"'*) ;;
    *) quietly "registering the page with Firebase" deploy-app.log firebase apps:create WEB Moodify || exit 1 ;;
  esac
  if [ -z "$(bucket_location)" ]; then
    quietly "making Firebase's default bucket" deploy-bucket.log make_default_bucket || true
    [ -n "$(bucket_location)" ] || fail "Firebase's default bucket could not be made: open" \
      "https://console.firebase.google.com/project/$PROJECT/storage, choose Get started, then try again."
  fi
}

photo_bucket() {
  local named
  named=$(tfvar photo_bucket)
  printf '%s' "${named:-$PROJECT.firebasestorage.app}"
}

bucket_location() {
  gcloud storage buckets describe "gs://$(photo_bucket)" --format='value(location)' 2>/dev/null || true
}

# ask_google ARGUMENT...: curl, signed in. The token goes through a pipe: arguments can be read by every process.
ask_google() {
  local token
  token=$(gcloud auth print-access-token) || return
  curl --silent --show-error --fail-with-body -H "X-Goog-User-Project: $PROJECT" \
    -K<(printf 'header = "Authorization: Bearer %s"\n' "$token") "$@"
}

make_default_bucket() {
  local location
  location=$(tfvar photo_bucket_location)
  ask_google -X POST -H 'Content-Type: application/json' -d "{\"location\": \"${location:-US-CENTRAL1}\"}" \
    "https://firebasestorage.googleapis.com/v1beta/projects/$PROJECT/defaultBucket"
}

# has_accounts: whether Firebase Authentication was switched on before, by hand or by a deploy.
has_accounts() {
  local told
  told=$(ask_google "https://identitytoolkit.googleapis.com/admin/v2/projects/$PROJECT/config" 2>/dev/null) || return
  grep -q "\"name\": *\"projects/" <<<"$told"
}

# say_what_exists: tells Terraform, through its environment, what it takes over instead of making it. What is set in
# terraform.tfvars counts more.
say_what_exists() {
  local database location existing=''
  export TF_VAR_project_id=$PROJECT TF_IN_AUTOMATION=1
  location=$(bucket_location)
  if [ -n "$location" ]; then
    existing='"photo_bucket"'
    export TF_VAR_photo_bucket_location=$location
  fi
  database=$(gcloud firestore databases describe --database='(default)' --project "$PROJECT" \
    --format='value(locationId)' 2>/dev/null || true)
  if [ -n "$database" ]; then
    existing="${existing:+$existing, }\"database\""
    export TF_VAR_firestore_location=$database
  fi
  if has_accounts; then existing="${existing:+$existing, }\"accounts\""; fi
  export TF_VAR_existing="[$existing]"
}

build_packages() {
  need_java
  need_maven
  local hash
  hash=$(hash_of pom.xml build-tools functions models)
  if is_built packages "$hash"; then return; fi
  JAVA_HOME=$JDK quietly "building the functions' packages" build-packages.log mvn -B -q -f "$ROOT/pom.xml" package \
    -DskipTests -Dspotless.check.skip -Dcheckstyle.skip -Djacoco.skip || exit 1
  set_built packages "$hash"
}

init_terraform() {
  quietly "preparing Terraform" deploy-init.log terraform -chdir="$TERRAFORM" init -input=false -reconfigure \
    -backend-config="bucket=$(state_bucket)" -backend-config=prefix=moodify || exit 1
}

# terraform_output NAME: prints an output as JSON.
terraform_output() { terraform -chdir="$TERRAFORM" output -json "$1"; }

# attach_dead_letters: Eventarc makes the subscriptions, and Terraform has no word for what they lack.
attach_dead_letters() {
  local name trigger topic subscription
  terraform_output dead_letters | node "$ROOT/deploy/dead-letters.mjs" | while read -r name trigger topic; do
    # From the terminal's view this is one step; each may take seconds.
    subscription=$(gcloud eventarc triggers describe "$trigger" --format='value(transport.pubsub.subscription)' </dev/null)
    [ -n "$subscription" ] || {
      say "  the events of $name have no subscription that could be found ($trigger)"
      return 1
    }
    gcloud pubsub subscriptions update "$subscription" --project "$PROJECT" --dead-letter-topic="$topic" \
      --max-delivery-attempts=15 --min-retry-delay=10s --max-retry-delay=600s </dev/null || return 1
  done
}

# deploy_page: rules, indexes and the page, with a firebase.json for this project.
deploy_page() {
  local folder=$STATE/deploy region bucket
  region=$(terraform_output region | tr -d '"')
  bucket=$(terraform_output photo_bucket | tr -d '"')
  mkdir -p "$folder"
  node "$ROOT/deploy/firebase-config.mjs" "$ROOT" "$folder/firebase.json" "$region" "$bucket"
  quietly "deploying the rules and indexes" deploy-rules.log firebase deploy --only firestore,storage \
    --config "$folder/firebase.json" || exit 1
  quietly "deploying the page" deploy-page.log firebase deploy --only hosting --config "$folder/firebase.json" || exit 1
}

# --- Commands -------------------------------------------------------------------------------------------------------

deploy_command() {
  if asks_for_help "$@"; then
    deploy_usage
    return
  fi
  deploy_options "$@"
  [ ${#REST[@]} -eq 0 ] || fail "deploy takes no argument; see --help."
  need_gcloud
  need_terraform
  need_node
  find_project
  need_login
  need_project
  say "Project $PROJECT"
  build_page
  build_packages
  prepare_project
  if [ -z "$PLAN_ONLY" ]; then prepare_firebase; fi
  say_what_exists
  init_terraform

  mkdir -p "$STATE/deploy"
  say "What changes:"
  terraform -chdir="$TERRAFORM" plan -input=false -out="$STATE/deploy/plan" || exit 1
  if [ -n "$PLAN_ONLY" ]; then
    say "Nothing was changed: ./moodify deploy does it."
    return
  fi
  agreed "Make these changes in $PROJECT?" || fail "nothing was changed."

  say "Applying, which takes five to ten minutes the first time ..."
  terraform -chdir="$TERRAFORM" apply -input=false "$STATE/deploy/plan" || exit 1
  quietly "attaching the dead letters" deploy-dead-letters.log attach_dead_letters || exit 1
  deploy_page
  local page
  page=$(terraform_output page | tr -d '"')
  if [ -n "$SMOKE_TEST" ]; then
    quietly "trying it out with a throw-away person" deploy-smoke.log node "$ROOT/deploy/smoke-test.mjs" \
      --page "$page" --photo "$ROOT/models/faces/eileen_collins.png" ||
      fail "everything is deployed, but the smoke test failed: see above, and ./moodify logs FUNCTION."
  fi
  say "Moodify is at:"
  printf '%s\n' "$page"
}

# What holds people's data: it leaves Terraform's state, so that destroying does not meet it.
DATA='^(google_storage_bucket\.photos|google_firestore_(database|field|index|backup_schedule)\..*|google_identity_platform_config\..*)'

destroy_command() {
  if asks_for_help "$@"; then
    destroy_usage
    return
  fi
  deploy_options "$@"
  [ ${#REST[@]} -eq 0 ] || fail "destroy takes no argument; see --help."
  need_gcloud
  need_terraform
  need_node
  find_project
  need_login
  install_node_modules
  say_what_exists
  # What was kept must not be taken over again, for then it would be in the way of destroying.
  export TF_VAR_existing='[]'
  init_terraform
  if [ -n "$WITH_DATA" ]; then
    local typed=''
    printf 'This erases every entry, playlist and photo in %s. Type its name to go on: ' "$PROJECT" >&2
    read -r typed || true
    [ "$typed" = "$PROJECT" ] || fail "nothing was changed."
  fi
  agreed "Take Moodify's functions, topics and alerts out of $PROJECT?" || fail "nothing was changed."

  local address kept=()
  while read -r address; do kept+=("$address"); done < <(terraform -chdir="$TERRAFORM" state list | grep -E "$DATA" || true)
  if [ ${#kept[@]} -gt 0 ]; then
    quietly "keeping the data out of it" destroy-state.log terraform -chdir="$TERRAFORM" state rm "${kept[@]}" || exit 1
  fi
  # The packages are not needed to take them away, but their folders are read.
  build_packages
  terraform -chdir="$TERRAFORM" apply -destroy -input=false -auto-approve || exit 1
  quietly "taking the page off" destroy-page.log firebase hosting:disable --force || exit 1
  if [ -n "$WITH_DATA" ]; then
    quietly "erasing the photos" destroy-photos.log gcloud storage rm --recursive "gs://$(photo_bucket)/**" ||
      say "  there were no photos, or they could not be erased: see $LOGS/destroy-photos.log"
    quietly "erasing the database" destroy-database.log erase_database || exit 1
    say "Accounts stay: Firebase's console deletes them, or the project's end does."
  else
    say "Firestore, photos and accounts were kept. ./moodify destroy --data erases them."
  fi
}

erase_database() {
  gcloud firestore databases update --database='(default)' --project "$PROJECT" --no-delete-protection &&
    gcloud firestore databases delete --database='(default)' --project "$PROJECT" --quiet
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
