# Read by ./moodify for `destroy`: the way back from Google Cloud. Uses the functions and variables of ./moodify.
# shellcheck shell=bash

# shellcheck source=deploy/google-cloud.sh
. "$ROOT/deploy/google-cloud.sh"

destroy_usage() {
  cat <<'END'
Usage: ./moodify destroy [--project ID] [--yes] [--data]

Takes away everything that deploy has made, but keeps people's data: Firestore, photos and accounts stay, and the next
deploy finds them again.

  --data            erases Firestore's database and the photos too; asks for the project's name, whatever --yes says
END
}

# What holds people's data: it leaves Terraform's state, so that destroying does not meet it.
DATA='^(google_storage_bucket\.photos|google_firestore_(database|field|index|backup_schedule)\..*|google_identity_platform_config\..*|google_secret_manager_secret\.trail_key)'

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
    if has_trail_key; then
      quietly "erasing the security trail's key" destroy-key.log gcloud secrets delete "$TRAIL_KEY" --project "$PROJECT" \
        --quiet || exit 1
    fi
    say "Accounts stay: Firebase's console deletes them, or the project's end does."
  else
    say "Firestore, photos and accounts were kept. ./moodify destroy --data erases them."
  fi
}

erase_database() {
  gcloud firestore databases update --database='(default)' --project "$PROJECT" --no-delete-protection &&
    gcloud firestore databases delete --database='(default)' --project "$PROJECT" --quiet
}
