# Read by scripts/test.sh for `test --changed`: which suites what has changed can touch.
# shellcheck shell=bash

# suites_since COMMIT: the suites that can notice what has changed since then, in the order in which they run.
suites_since() {
  local since=$1 path found=
  git -C "$ROOT" rev-parse --git-dir >/dev/null 2>&1 || fail "test --changed needs a git checkout: $ROOT is none."
  if [ -z "$since" ]; then
    since=$(git -C "$ROOT" merge-base HEAD '@{upstream}' 2>/dev/null) || since=HEAD
  fi
  git -C "$ROOT" rev-parse --verify --quiet "$since^{commit}" >/dev/null || fail "there is no commit \"$since\"."
  while IFS= read -r path; do
    # Documents are held against the files that they name, whichever these are.
    found="$found deployment $(suites_of_path "$path")"
  done < <(git -C "$ROOT" diff --name-only "$since" && git -C "$ROOT" ls-files --others --exclude-standard --full-name)
  for path in $ALL_SUITES; do
    if contains "$found" "$path"; then printf '%s ' "$path"; fi
  done | sed 's/ $//'
}

# suites_of_path PATH: the suites that can notice a change of a file. What is not known here can touch everything.
suites_of_path() {
  case $1 in
    libs/vision/src/test/resources/formats/*) printf 'java page' ;;
    libs/testing/* | libs/*/src/test/* | functions/*/src/test/* | tools/*/src/test/* | deploy/packages/*) printf 'java' ;;
    # evaluate's tests ask the Java code that serves.
    tools/lab/*) printf 'java deployment models' ;;
    functions/api/openapi.json) printf 'page api' ;;
    # The page reads the list of formats, too.
    libs/vision/src/main/resources/*)
      printf 'java page reproducible deployment models app-check smoke-test rules api browser' ;;
    libs/vision/*) printf 'java reproducible deployment models app-check smoke-test rules api browser' ;;
    libs/* | functions/* | tools/* | pom.xml | build-tools/*)
      printf 'java reproducible deployment app-check smoke-test rules api browser' ;;
    models/expression/* | models/face/*) printf 'java page smoke-test api browser models' ;;
    models/faces/*) printf 'java smoke-test' ;;
    models/*) printf 'models' ;;
    hosting/test/browser/* | hosting/test/composer/* | hosting/playwright.config.ts) printf 'page browser' ;;
    hosting/test/rules/*) printf 'page rules' ;;
    hosting/test/recovery/* | hosting/test/load/*) printf 'page' ;;
    hosting/test/app-check/* | hosting/playwright.app-check.config.ts) printf 'page app-check' ;;
    hosting/test/api/*) printf 'page api' ;;
    hosting/src/*.test.ts | hosting/docs/* | hosting/test/pictures/* | hosting/bench/*) printf 'page' ;;
    hosting/src/* | hosting/public/* | hosting/index.html) printf 'page app-check smoke-test browser' ;;
    firestore.rules | firestore.indexes.json | storage.rules) printf 'terraform deployment smoke-test rules api browser' ;;
    terraform/*) printf 'terraform deployment' ;;
    deploy/*) printf 'deployment app-check smoke-test' ;;
    # The page shows it.
    docs/retention.json) printf 'page smoke-test browser' ;;
    docs/*) printf 'terraform' ;;
    # Its test is among those of the documents.
    scripts/retention.mjs) ;;
    .github/* | .gitignore | .editorconfig | *.md) ;;
    *) printf '%s' "$ALL_SUITES" ;;
  esac
}
