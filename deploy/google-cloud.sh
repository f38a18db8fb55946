# Read by the commands that go to Google Cloud: what they need there, and what they ask it. Uses the functions and
# variables of ./moodify.
# shellcheck shell=bash
# shellcheck disable=SC2034 # the commands read what is set here

TERRAFORM=$ROOT/terraform

# The secret that makes names of people's ids in the security trail.
TRAIL_KEY=MOODIFY_TRAIL_KEY

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

# --- Tools ----------------------------------------------------------------------------------------------------------

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

# firebase ARGUMENT...: firebase-tools. Some of Google's services refuse a person's own credentials without a project that
# the calls are charged to, and firebase-tools names one only if it is told.
firebase() {
  GOOGLE_CLOUD_QUOTA_PROJECT=$PROJECT node "$MOODIFY_FIREBASE_TOOLS/lib/bin/firebase.js" "$@" --project "$PROJECT" --non-interactive
}

# ask_google ARGUMENT...: curl, signed in. The token goes through a pipe: arguments can be read by every process.
ask_google() {
  local token
  token=$(gcloud auth print-access-token) || return
  curl --silent --show-error --fail-with-body -H "X-Goog-User-Project: $PROJECT" \
    -K<(printf 'header = "Authorization: Bearer %s"\n' "$token") "$@"
}

init_terraform() {
  quietly "preparing Terraform" deploy-init.log terraform -chdir="$TERRAFORM" init -input=false -reconfigure \
    -backend-config="bucket=$(state_bucket)" -backend-config=prefix=moodify || exit 1
}

# terraform_output NAME: prints an output as JSON.
terraform_output() { terraform -chdir="$TERRAFORM" output -json "$1"; }

build_packages() {
  need_java
  need_maven
  local hash
  hash=$(hash_of "${JAVA_SOURCES[@]}" models)
  if is_built packages "$hash"; then return; fi
  JAVA_HOME=$JDK quietly "building the functions' packages" build-packages.log mvn -B -q -f "$ROOT/pom.xml" package \
    -DskipTests -Dspotless.check.skip -Dcheckstyle.skip -Djacoco.skip || exit 1
  set_built packages "$hash"
}

# --- What is there --------------------------------------------------------------------------------------------------

state_bucket() { printf '%s-moodify-terraform-state' "$PROJECT"; }

photo_bucket() {
  local named
  named=$(tfvar photo_bucket)
  printf '%s' "${named:-$PROJECT.firebasestorage.app}"
}

bucket_location() {
  gcloud storage buckets describe "gs://$(photo_bucket)" --format='value(location)' 2>/dev/null || true
}

# has_accounts: whether Firebase Authentication was switched on before, by hand or by a deploy.
has_accounts() {
  local answer
  answer=$(ask_google "https://identitytoolkit.googleapis.com/admin/v2/projects/$PROJECT/config" 2>/dev/null) || return
  grep -q "\"name\": *\"projects/" <<<"$answer"
}

# web_app: prints the id of the page's web app, nothing if it is not registered yet.
web_app() {
  local apps
  apps=$(ask_google "https://firebase.googleapis.com/v1beta1/projects/$PROJECT/webApps?pageSize=100") || return
  node -p '
    const { apps = [] } = JSON.parse(process.argv[1] || "{}");
    (apps.find(({ displayName }) => displayName === "Moodify") ?? apps[0])?.appId ?? ""' "$apps"
}

has_trail_key() { gcloud secrets describe "$TRAIL_KEY" --project "$PROJECT" >/dev/null 2>&1; }

# say_what_exists: sets for Terraform, in its environment, what it takes over instead of making it. What is set in
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
  if has_trail_key; then existing="${existing:+$existing, }\"trail_key\""; fi
  export TF_VAR_existing="[$existing]"
  local app_check
  app_check=$(tfvar app_check)
  app_check=${app_check:-${TF_VAR_app_check:-off}}
  if [ "$app_check" != off ]; then
    TF_VAR_web_app=$(web_app) || fail "the page's web app could not be looked for, which App Check needs."
    export TF_VAR_web_app
  fi
}
