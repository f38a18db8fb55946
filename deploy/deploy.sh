# Read by ./moodify for `deploy`: the way to Google Cloud. Uses the functions and variables of ./moodify.
# shellcheck shell=bash

# shellcheck source=deploy/google-cloud.sh
. "$ROOT/deploy/google-cloud.sh"

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

# prepare_project: what Terraform itself needs before it can plan.
prepare_project() {
  quietly "enabling the APIs that planning needs" deploy-apis.log gcloud services enable \
    cloudresourcemanager.googleapis.com serviceusage.googleapis.com firebase.googleapis.com \
    firebasestorage.googleapis.com firestore.googleapis.com identitytoolkit.googleapis.com \
    secretmanager.googleapis.com --project "$PROJECT" || exit 1
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

make_default_bucket() {
  local location
  location=$(tfvar photo_bucket_location)
  ask_google -X POST -H 'Content-Type: application/json' -d "{\"location\": \"${location:-US-CENTRAL1}\"}" \
    "https://firebasestorage.googleapis.com/v1beta/projects/$PROJECT/defaultBucket"
}

# prepare_trail_key: the functions that keep the security trail start only if its key has a value, which is to be in no
# state and no variable.
prepare_trail_key() {
  has_trail_key || quietly "making a place for the security trail's key" deploy-secret.log \
    gcloud secrets create "$TRAIL_KEY" --replication-policy=automatic --project "$PROJECT" || exit 1
  if [ -z "$(gcloud secrets versions list "$TRAIL_KEY" --filter=state:ENABLED --format='value(name)' --limit=1 \
    --project "$PROJECT" 2>/dev/null)" ]; then
    quietly "making the security trail's key" deploy-key.log add_trail_key || exit 1
  fi
}

# The value goes through pipes: arguments can be read by every process.
add_trail_key() {
  node -e 'process.stdout.write(require("node:crypto").randomBytes(32).toString("base64"))' |
    gcloud secrets versions add "$TRAIL_KEY" --data-file=- --project "$PROJECT"
}

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

# configure_accounts PAGE: what Terraform's provider has no word for. The links of e-mails about accounts lead to the
# page's own /action; new passwords have at least 8 characters, as the page asks for; and who asks for a new password, or
# signs in wrongly, is not told whether there is such an account.
configure_accounts() {
  local configuration
  configuration=$(tr -d '\n' <<EOF
{
  "notification": {"sendEmail": {"callbackUri": "$1/action"}},
  "passwordPolicyConfig": {
    "passwordPolicyEnforcementState": "ENFORCE",
    "passwordPolicyVersions": [{"customStrengthOptions": {"minPasswordLength": 8}}]
  },
  "emailPrivacyConfig": {"enableImprovedEmailPrivacy": true}
}
EOF
  )
  ask_google -X PATCH -H 'Content-Type: application/json' -d "$configuration" \
    "https://identitytoolkit.googleapis.com/admin/v2/projects/$PROJECT/config?updateMask=notification.sendEmail.callbackUri,passwordPolicyConfig,emailPrivacyConfig"
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
  if [ -z "$PLAN_ONLY" ]; then
    prepare_firebase
    prepare_trail_key
  fi
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
  page=${page%/}
  quietly "configuring accounts" deploy-accounts.log configure_accounts "$page" || exit 1
  if [ -n "$SMOKE_TEST" ]; then
    quietly "trying it out with a throw-away person" deploy-smoke.log node "$ROOT/deploy/smoke-test.mjs" \
      --page "$page" --photo "$ROOT/models/faces/eileen_collins.png" ||
      fail "everything is deployed, but the smoke test failed: see above, and ./moodify logs FUNCTION."
  fi
  say "Moodify is at:"
  printf '%s\n' "$page"
}
