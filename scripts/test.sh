# Read by ./moodify for `test`: runs every suite, goes on after a failing one, and counts what the suites' own reports
# say. Uses the functions and variables of ./moodify.
# shellcheck shell=bash

PASSED=0
FAILED=0
SKIPPED=0

# suite NAME COUNTER COMMAND...: runs a suite, and counts with COUNTER, which prints "PASSED FAILED SKIPPED". A suite
# that ends badly without a failed test, or runs no test, counts as one failure.
suite() {
  local name=$1 counter=$2 start=$SECONDS status=0 passed=0 failed=0 skipped=0
  shift 2
  quietly "$name" "test-${name// /-}.log" "$@" || status=$?
  read -r passed failed skipped < <("$counter" || true) || true
  if [ "${passed:-0}" -eq 0 ] && [ "${failed:-0}" -eq 0 ] && [ "$status" -eq 0 ]; then
    printf '  %s ran no test\n' "$name"
    failed=1
  elif [ "$status" -ne 0 ] && [ "${failed:-0}" -eq 0 ]; then
    failed=1
  fi
  count "$name" "${passed:-0}" "${failed:-0}" "${skipped:-0}" "$((SECONDS - start))"
}

count() {
  printf '%-22s %4d passed %4d failed %4d skipped %5d s\n' "$@"
  PASSED=$((PASSED + $2))
  FAILED=$((FAILED + $3))
  SKIPPED=$((SKIPPED + $4))
}

# skip NAME SENTENCE: a suite that cannot run here.
skip() {
  printf '  %s skipped: %s\n' "$1" "$2"
  count "$1" 0 0 1 0
}

# count_junit FILE...: reads reports in JUnit's XML.
count_junit() {
  cat "$@" 2>/dev/null | awk 'BEGIN { RS = "<" }
    /^testcase[ \t\n]/ { tests++; open = 1 }
    /^(failure|error)[ \t\n>\/]/ { if (open) { failed++; open = 0 } }
    /^skipped[ \t\n>\/]/ { if (open) { skipped++; open = 0 } }
    END { print tests - failed - skipped, failed + 0, skipped + 0 }'
}

# count_json FILE: reads a report of Vitest or of Playwright.
count_json() {
  # shellcheck disable=SC2016 # JavaScript's template
  node -e '
    const report = JSON.parse(require("fs").readFileSync(process.argv[1], "utf8"));
    const { stats } = report;
    console.log(...(stats
      ? [stats.expected + stats.flaky, stats.unexpected, stats.skipped]
      : [report.numPassedTests, report.numFailedTests, report.numPendingTests + report.numTodoTests]));
  ' "$1" 2>/dev/null
}

count_java() { count_junit "$ROOT"/functions/*/target/surefire-reports/TEST-*.xml; }
count_page() { count_json "$ROOT/hosting/reports/unit.json"; }
count_rules() { count_json "$ROOT/hosting/reports/rules.json"; }
count_api() { count_json "$ROOT/hosting/reports/api.json"; }
count_browser() { count_json "$ROOT/hosting/reports/browser.json"; }
count_terraform() { count_junit "$ROOT/terraform/checks/reports/checks.xml"; }
count_deployment() { count_junit "$ROOT/deploy/reports/deployment.xml"; }
count_reproducible() { if [ -f "$LOGS/reproducible-passed" ]; then printf '1 0 0\n'; else printf '0 1 0\n'; fi; }
count_smoke() { if [ -f "$LOGS/smoke-passed" ]; then printf '1 0 0\n'; else printf '0 1 0\n'; fi; }
count_models() { count_junit "$LOGS/models.xml"; }

test_command() {
  if asks_for_help "$@"; then
    printf 'Usage: ./moodify test\nRuns all tests; the logs are in .moodify/logs.\n'
    return
  fi
  if [ "${1:-}" = within-stack ]; then
    suites_within_stack
    return
  fi
  [ $# -eq 0 ] || fail "test takes no argument."
  need_java
  need_maven
  need_new_java
  need_node
  install_node_modules
  rm -rf "$ROOT"/functions/*/target/surefire-reports "$ROOT"/hosting/reports "$LOGS/models.xml" "$LOGS/stack-counts" \
    "$ROOT/terraform/checks/reports" "$ROOT/deploy/reports" "$LOGS/smoke-passed" "$LOGS/reproducible-passed"
  mkdir -p "$ROOT/terraform/checks/reports" "$ROOT/deploy/reports"

  JAVA_HOME=$JDK suite java count_java mvn -B -f "$ROOT/pom.xml" --fail-at-end verify
  # What was just tested need not be built again to be started.
  if [ "$FAILED" -eq 0 ]; then set_built java "$(hash_of pom.xml build-tools functions)"; fi
  suite reproducible count_reproducible reproducible_jars
  suite terraform count_terraform checks_of_terraform
  suite deployment count_deployment node --test --test-reporter=junit \
    --test-reporter-destination="$ROOT/deploy/reports/deployment.xml" --test-reporter=spec \
    --test-reporter-destination=stdout "$ROOT"/deploy/test/*.test.mjs
  suite page count_page npm test --prefix "$ROOT/hosting"
  suites_of_stack
  if python_environment; then
    suite models count_models "$PYTHON" -m pytest -c "$ROOT/models/pytest.ini" --rootdir "$ROOT/models" \
      --junitxml "$LOGS/models.xml" "$ROOT/models/tests"
  else
    skip models "$PYTHON_FAULT."
  fi

  printf '%d passed, %d failed, %d skipped\n' "$PASSED" "$FAILED" "$SKIPPED"
  [ "$FAILED" -eq 0 ]
}

# The checks of Terraform's files have packages of their own: nothing that is deployed needs them.
checks_of_terraform() {
  local hash
  hash=$(hash_of terraform/checks/package.json terraform/checks/package-lock.json)
  if ! is_built terraform-checks "$hash" || [ ! -d "$ROOT/terraform/checks/node_modules" ]; then
    npm ci --prefix "$ROOT/terraform/checks" || return 1
    set_built terraform-checks "$hash"
  fi
  npm test --prefix "$ROOT/terraform/checks"
}

# Builds the jars once more, from a copy elsewhere, in another time zone, and compares: two builds, the same bytes.
reproducible_jars() {
  local copy first second
  copy=$(mktemp -d) || return 1
  rm -f "$LOGS/reproducible-passed"
  tar cf - -C "$ROOT" --exclude=target pom.xml build-tools functions | tar xf - -C "$copy"
  JAVA_HOME=$JDK TZ=Asia/Kolkata mvn -B -q -f "$copy/pom.xml" package -DskipTests -Dspotless.check.skip \
    -Dcheckstyle.skip -Djacoco.skip -Ddeployment.skip -am -pl functions/api,functions/recommend ||
    { rm -rf "$copy"; return 1; }
  first=$(jars_of "$ROOT") second=$(jars_of "$copy")
  rm -rf "$copy"
  printf 'here:\n%s\nfrom the copy:\n%s\n' "$first" "$second"
  [ -n "$first" ] && [ "$first" = "$second" ] && touch "$LOGS/reproducible-passed"
}

# jars_of CHECKOUT: the checksums of what is deployed of Moodify's own code.
jars_of() {
  (cd "$1" && cksum functions/{core,cloud,music}/target/moodify-*-SNAPSHOT.jar \
    functions/{api,recommend}/target/deployment/moodify-*-function.jar)
}

# What ./moodify deploy ends with, on the machine's own stack.
smoke_test() {
  rm -f "$LOGS/smoke-passed"
  node "$ROOT/deploy/smoke-test.mjs" --page "http://127.0.0.1:$MOODIFY_BASE_PORT" \
    --photo "$ROOT/models/faces/eileen_collins.png" &&
    touch "$LOGS/smoke-passed"
}

# The suites that need everything running share one stack with throw-away data.
suites_of_stack() {
  local name passed failed skipped status=0
  printf '  starting everything for the rules, api and browser tests ...\n'
  (build_page && build_java) || status=$?
  if [ "$status" -eq 0 ]; then
    need_java
    without_network
    java_command stack -- "$ROOT/moodify" test within-stack
    export MOODIFY_COUNTS=$LOGS/stack-counts
    "${COMMAND[@]}" </dev/null || status=$?
  fi
  if [ ! -f "$LOGS/stack-counts" ]; then
    printf '  the stack could not be started\n'
    count rules 0 1 0 0
    count api 0 1 0 0
    count browser 0 1 0 0
    return
  fi
  while read -r name passed failed skipped; do
    PASSED=$((PASSED + passed))
    FAILED=$((FAILED + failed))
    SKIPPED=$((SKIPPED + skipped))
  done <"$LOGS/stack-counts"
  # A part that crashed meanwhile is a failure, whatever the tests say.
  if [ "$status" -ne 0 ] && [ "$FAILED" -eq 0 ]; then FAILED=1; fi
}

suites_within_stack() {
  # Before the browser's tests, which leave people behind.
  suite smoke-test count_smoke smoke_test
  printf 'smoke-test %d %d %d\n' "$PASSED" "$FAILED" "$SKIPPED" >"$MOODIFY_COUNTS"
  PASSED=0 FAILED=0 SKIPPED=0
  suite rules count_rules npm run test:rules --prefix "$ROOT/hosting"
  printf 'rules %d %d %d\n' "$PASSED" "$FAILED" "$SKIPPED" >>"$MOODIFY_COUNTS"
  PASSED=0 FAILED=0 SKIPPED=0
  suite api count_api npm run test:api --prefix "$ROOT/hosting"
  printf 'api %d %d %d\n' "$PASSED" "$FAILED" "$SKIPPED" >>"$MOODIFY_COUNTS"
  PASSED=0 FAILED=0 SKIPPED=0
  if have_browser; then
    suite browser count_browser npm run test:browser --prefix "$ROOT/hosting"
  else
    printf '  the browser tests need a browser: install Chromium (Debian: apt-get install chromium) or name one in %s\n' \
      MOODIFY_CHROMIUM
    count browser 0 1 0 0
  fi
  printf 'browser %d %d %d\n' "$PASSED" "$FAILED" "$SKIPPED" >>"$MOODIFY_COUNTS"
}

# have_browser: finds a browser, else tries to install one.
have_browser() {
  find_browser && return
  quietly "installing Chromium" chromium.log install_browser || true
  find_browser
}

install_browser() {
  (cd "$ROOT/hosting" && npx --no-install playwright install chromium) && return
  if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null 2>&1; then
    apt-get update && apt-get install -y --no-install-recommends chromium || return
    # With it the tests are done sooner.
    apt-get install -y --no-install-recommends chromium-headless-shell || true
  fi
}
