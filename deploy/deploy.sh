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

# What Google says while something that a first deployment made is not everywhere yet.
NOT_YET='Eventarc Service Agent|Unable to retrieve the repository metadata|gcf-v2-sources|has not been used in project'
NOT_YET+='|it is disabled|[Ss]ervice account .* does not exist|[Qq]uota exceeded|Failed to add Firebase'

# patiently COMMAND...: runs it again while Google is not ready for it, half a minute apart, five times in all.
patiently() {
  local try said
  for try in 1 2 3 4 5; do
    if said=$("$@" 2>&1); then
      printf '%s\n' "$said"
      return
    fi
    printf '%s\n' "$said"
    if [ "$try" -eq 5 ] || ! grep -Eq "$NOT_YET" <<<"$said"; then return 1; fi
    sleep 30
  done
}

# prepare_project: what Terraform, and what prepares for it, needs before it can plan.
prepare_project() {
  quietly "enabling the APIs that planning needs" deploy-apis.log gcloud services enable \
    cloudresourcemanager.googleapis.com eventarc.googleapis.com firebase.googleapis.com \
    firebasestorage.googleapis.com firestore.googleapis.com identitytoolkit.googleapis.com pubsub.googleapis.com \
    secretmanager.googleapis.com serviceusage.googleapis.com --project "$PROJECT" || exit 1
  if ! gcloud storage buckets describe "gs://$(state_bucket)" >/dev/null 2>&1; then
    local region
    region=$(tfvar region)
    quietly "making the bucket for Terraform's state" deploy-state.log gcloud storage buckets create \
      "gs://$(state_bucket)" --project "$PROJECT" --location "${region:-us-central1}" --uniform-bucket-level-access \
      --public-access-prevention || exit 1
    gcloud storage buckets update "gs://$(state_bucket)" --versioning >/dev/null 2>&1 || true
  fi
}

# prepare_agents: accounts of Google's own that Terraform gives roles to. They are made with the first use of a service,
# which is when they should have had the roles already.
prepare_agents() {
  local service
  for service in eventarc pubsub; do
    printf "making the account of %s\n" "$service"
    ask_google -X POST \
      "https://serviceusage.googleapis.com/v1beta1/projects/$PROJECT/services/$service.googleapis.com:generateServiceIdentity" ||
      return
  done
}

# prepare_firebase: a Firebase project, a web app whose settings the page reads, and the default bucket.
prepare_firebase() {
  local apps
  if ! apps=$(firebase apps:list WEB --json 2>/dev/null); then
    quietly "adding Firebase to the project" deploy-firebase.log patiently firebase projects:addfirebase "$PROJECT" ||
      fail "Firebase could not be added to $PROJECT: do it at https://console.firebase.google.com, then try again."
    apps='{"result": []}'
  fi
  case $apps in
    *'"appId"'*) ;;
    *) quietly "registering the page with Firebase" deploy-app.log patiently firebase apps:create WEB Moodify || exit 1 ;;
  esac
  if ! has_site; then
    quietly "making the page's site" deploy-site.log make_site ||
      fail "Firebase Hosting has no site for the page: open https://console.firebase.google.com/project/$PROJECT/hosting," \
        "choose Get started, then try again."
  fi
  if [ -z "$(bucket_location)" ]; then
    quietly "making Firebase's default bucket" deploy-bucket.log patiently make_default_bucket || true
    [ -n "$(bucket_location)" ] || fail "Firebase's default bucket could not be made: open" \
      "https://console.firebase.google.com/project/$PROJECT/storage, choose Get started, then try again."
  fi
}

# has_site: whether Hosting has a site called like the project, which is the default one.
has_site() {
  firebase hosting:sites:list --json 2>/dev/null | grep -q "\"name\": *\"projects/[^\"]*/sites/$PROJECT\""
}

# make_site: makes it, and waits until Hosting knows of it, which takes minutes at times, also of one that was made with
# the web app.
make_site() {
  local look
  firebase hosting:sites:create "$PROJECT" || true
  for look in {1..20}; do
    if has_site; then return; fi
    printf 'not there yet at look %d\n' "$look"
    sleep 15
  done
  return 1
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
    patiently gcloud secrets create "$TRAIL_KEY" --replication-policy=automatic --project "$PROJECT" || exit 1
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

# deploy_page: rules, indexes and the page, with a firebase.json and settings for this project. They are laid beside it,
# since firebase-tools refuses files outside of its folder.
deploy_page() {
  local folder=$STATE/deploy page=$STATE/deploy/page region bucket app_check providers
  region=$(terraform_output region | tr -d '"')
  bucket=$(terraform_output photo_bucket | tr -d '"')
  app_check=$(terraform_output app_check)
  providers=$(ask_google "https://identitytoolkit.googleapis.com/admin/v2/projects/$PROJECT/defaultSupportedIdpConfigs") ||
    fail "Google does not say how people may sign in. Run the command again in some minutes."
  mkdir -p "$folder"
  rm -rf "$page"
  cp "$ROOT"/{firestore.rules,firestore.indexes.json,storage.rules} "$folder"
  cp -R "$ROOT/hosting/dist" "$page"
  node "$ROOT/deploy/app-check.mjs" <<<"$app_check" >"$page/app-check.json"
  node "$ROOT/deploy/sign-in.mjs" <<<"$providers" >"$page/sign-in.json"
  node "$ROOT/deploy/firebase-config.mjs" "$ROOT" "$folder/firebase.json" "$region" "$bucket" "$app_check"
  quietly "deploying the rules and indexes" deploy-rules.log patiently firebase deploy \
    --only firestore,storage --config "$folder/firebase.json" || exit 1
  quietly "deploying the page" deploy-page.log patiently firebase deploy --only hosting \
    --config "$folder/firebase.json" || exit 1
}

# apply_changes PLAN: applies what was agreed to; where Google was not ready, the rest once more, twice at most.
apply_changes() {
  local log=$LOGS/deploy-apply.log try
  for try in 1 2 3; do
    if terraform -chdir="$TERRAFORM" apply -input=false "$1" 2>&1 | tee "$log" >&2; then return; fi
    if [ "$try" -eq 3 ] || ! grep -Eq "$NOT_YET" "$log"; then return 1; fi
    say "Google needs some minutes for what is new in this project. What is left is applied again in two ..."
    sleep 120
    quietly "planning what is left" deploy-plan.log terraform -chdir="$TERRAFORM" plan -input=false -out="$1" || return 1
  done
}

# try_it_out PAGE: a throw-away person, with more patience after a first deployment, whose triggers take minutes to work.
# Where there is App Check, a debug token stands for the page while that takes: it would let in whoever has it.
try_it_out() {
  local app_check app arguments=(--page "$1" --photo "$ROOT/models/faces/eileen_collins.png")
  if [ -n "$IS_FIRST" ]; then arguments+=(--timeout 600); fi
  app_check=$(terraform_output app_check)
  app=$(sed -n 's/.*"app_id": *"\([^"]*\)".*/\1/p' <<<"$app_check")
  if [ -n "$app" ]; then
    export MOODIFY_APP_CHECK_DEBUG_TOKEN
    MOODIFY_APP_CHECK_DEBUG_TOKEN=$(node -p 'crypto.randomUUID()')
    DEBUG_TOKEN=$(make_debug_token "$app") && [ -n "$DEBUG_TOKEN" ] || return
    trap delete_debug_token EXIT
    case ${app_check//[[:space:]]/} in *'"is_enforced":true'*) arguments+=(--expects-app-check) ;; esac
  fi
  node "$ROOT/deploy/smoke-test.mjs" "${arguments[@]}"
}

# make_debug_token APP: registers the secret with App Check, and prints its name. The secret goes through a pipe:
# arguments can be read by every process.
make_debug_token() {
  ask_google -X POST -H 'Content-Type: application/json' \
    -d @<(printf '{"displayName": "Moodify: smoke test", "token": "%s"}' "$MOODIFY_APP_CHECK_DEBUG_TOKEN") \
    "https://firebaseappcheck.googleapis.com/v1/projects/$PROJECT/apps/$1/debugTokens" |
    sed -n 's/.*"name": *"\([^"]*\)".*/\1/p'
}

delete_debug_token() {
  ask_google -X DELETE "https://firebaseappcheck.googleapis.com/v1/$DEBUG_TOKEN" ||
    printf 'The debug token of App Check is still there: delete it in Firebase'"'"'s console, App Check, Apps.\n' >&2
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
    quietly "making accounts of Google's own" deploy-agents.log patiently prepare_agents || exit 1
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

  IS_FIRST=1
  if terraform_output page >/dev/null 2>&1; then IS_FIRST=''; fi
  say "Applying, which takes five to ten minutes the first time ..."
  apply_changes "$STATE/deploy/plan" || exit 1
  quietly "attaching the dead letters" deploy-dead-letters.log patiently attach_dead_letters || exit 1
  deploy_page
  local page
  page=$(terraform_output page | tr -d '"')
  page=${page%/}
  quietly "configuring accounts" deploy-accounts.log patiently configure_accounts "$page" || exit 1
  if [ -n "$SMOKE_TEST" ]; then
    quietly "trying it out with a throw-away person" deploy-smoke.log try_it_out "$page" ||
      fail "everything is deployed, but the smoke test failed: see above, and ./moodify logs FUNCTION."
  fi
  say "Moodify is at:"
  printf '%s\n' "$page"
}
