# Read by ./moodify for `test`: runs every suite, or those that are asked for, goes on after a failing one, and counts
# what the suites' own reports say. Uses the functions and variables of ./moodify.
# shellcheck shell=bash

# Every suite, in the order in which they run; those of the stack share one.
ALL_SUITES="java page reproducible app-check terraform deployment models smoke-test rules api browser"
# What is run by its name only: one waits for minutes, the other measures seconds and wants a quiet machine.
SUITES_BY_NAME="recovery load"
# Of the rest, what runs while Java's tests wait, and what runs after those, side by side.
BESIDE_JAVA="terraform deployment page"
AFTER_JAVA="reproducible app-check models"
STACK_SUITES="smoke-test rules api browser load"

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

# count_junit FILE...: reads reports in JUnit's XML, and names each test that failed.
count_junit() {
  cat "$@" 2>/dev/null | awk '
    function attribute(name) {
      if (!match($0, "[ \t\n]" name "=\"[^\"]*")) return ""
      return substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 3)
    }
    BEGIN { RS = "<" }
    /^testcase[ \t\n]/ { tests++; open = 1; test = attribute("classname") " " attribute("name") }
    /^(failure|error)[ \t\n>\/]/ {
      if (open) { failed++; open = 0; print "  failed: " test ": " substr(attribute("message"), 1, 300) >"/dev/stderr" }
    }
    /^skipped[ \t\n>\/]/ { if (open) { skipped++; open = 0 } }
    END { print tests - failed - skipped, failed + 0, skipped + 0 }'
}

# count_json FILE: reads a report of Vitest or of Playwright, and names each test that failed.
count_json() {
  # shellcheck disable=SC2016 # JavaScript's template
  node -e '
    const report = JSON.parse(require("fs").readFileSync(process.argv[1], "utf8"));
    const specs = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specs)];
    const failed = report.stats
      ? specs(report).filter(({ ok }) => !ok).map(({ file, line, title }) => `${file}:${line} ${title}`)
      : report.testResults.flatMap(({ assertionResults }) => assertionResults)
        .filter(({ status }) => status === "failed")
        .map(({ fullName, failureMessages }) => `${fullName}: ${(failureMessages[0] ?? "").slice(0, 300)}`);
    for (const test of failed) console.error(`  failed: ${test}`);
    const { stats } = report;
    console.log(...(stats
      ? [stats.expected + stats.flaky, stats.unexpected, stats.skipped]
      : [report.numPassedTests, report.numFailedTests, report.numPendingTests + report.numTodoTests]));
  ' "$1" 2> >(grep '^  failed: ' >&2)
}

count_java() { count_junit "$ROOT"/{libs,functions,tools,deploy}/*/target/surefire-reports/TEST-*.xml; }
count_page() { count_json "$ROOT/hosting/reports/unit.json"; }
count_rules() { count_json "$ROOT/hosting/reports/rules.json"; }
count_api() { count_json "$ROOT/hosting/reports/api.json"; }
count_load() { count_json "$ROOT/hosting/reports/load.json"; }
count_recovery() { count_json "$ROOT/hosting/reports/recovery.json"; }
count_app_check() { count_json "$ROOT/hosting/reports/app-check.json"; }
count_browser() { count_json "$ROOT/hosting/reports/browser.json"; }
count_terraform() { count_junit "$ROOT/terraform/checks/reports/checks.xml"; }
count_deployment() { count_junit "$ROOT/deploy/reports/deployment.xml"; }
count_reproducible() { if [ -f "$LOGS/reproducible-passed" ]; then printf '1 0 0\n'; else printf '0 1 0\n'; fi; }
count_smoke() { if [ -f "$LOGS/smoke-passed" ]; then printf '1 0 0\n'; else printf '0 1 0\n'; fi; }
count_models() { count_junit "$LOGS/models.xml"; }

test_usage() {
  cat <<EOF
Usage: ./moodify test                           all tests; the logs are in .moodify/logs
       ./moodify test --only SUITE [PATTERN]    one suite, or the tests of it that match
       ./moodify test --changed [SINCE]         the suites that the changes since a commit can touch

Suites: $ALL_SUITES
By name only: $SUITES_BY_NAME
PATTERN is a part of a test file's name, such as camera.spec.ts:90 or DetectTest, else of a test's own name.
SINCE is the last commit that your branch shares with its upstream, unless you name one; what is not committed counts.
With --only, tests that need the whole stack use the one that this checkout runs on MOODIFY_BASE_PORT (5000, that of
./moodify run), with the page as it is now and the functions as they were when it started; else one is started for them.
EOF
}

test_command() {
  local wanted=$ALL_SUITES pattern=''
  case ${1:-} in
    -h | --help)
      test_usage
      return
      ;;
    within-stack)
      suites_within_stack
      return
      ;;
    '') ;;
    --only)
      case $# in
        2 | 3) ;;
        *) fail "test --only takes a suite and at most one pattern, see ./moodify test --help." ;;
      esac
      contains "$ALL_SUITES $SUITES_BY_NAME" "$2" ||
        fail "there is no suite \"$2\"; the suites are $ALL_SUITES $SUITES_BY_NAME."
      wanted=$2 pattern=${3:-}
      REUSE_STACK=1
      ;;
    --changed)
      [ $# -le 2 ] || fail "test --changed takes at most one commit, see ./moodify test --help."
      # shellcheck source=scripts/changed.sh
      . "$ROOT/scripts/changed.sh"
      wanted=$(suites_since "${2:-}") || exit 1
      if [ -z "$wanted" ]; then
        printf 'Nothing has changed that a test could notice.\n'
        return
      fi
      printf 'The changes can touch: %s\n' "$wanted"
      ;;
    *) fail "test does not know \"$1\", see ./moodify test --help." ;;
  esac
  need_node
  install_node_modules
  run_suites "$wanted" "$pattern"
  printf '%d passed, %d failed, %d skipped\n' "$PASSED" "$FAILED" "$SKIPPED"
  [ "$FAILED" -eq 0 ]
}

# contains LIST WORD: whether a list of words has this one.
contains() { case " $1 " in *" $2 "*) return 0 ;; *) return 1 ;; esac; }

# run_suites SUITES PATTERN: runs each. Much of Java's tests is waiting, for emulators above all: what needs no quiet machine
# runs meanwhile, with the least priority, since some of Java's measure. The stack's suites, which wait for a browser, run
# beside nothing else.
run_suites() {
  local wanted=$1 pattern=$2 beside='' name
  rm -f "$LOGS"/counts-of-*
  mkdir -p "$LOGS"
  name=$(those_of "$wanted" "$BESIDE_JAVA")
  if [ "$(cores)" -gt 1 ]; then
    (yield_to_others && run_row beside-java "$name" "$pattern" && prepare_models "$wanted") &
    beside=$!
  else
    (run_row beside-java "$name" "$pattern") || true
  fi
  if contains "$wanted" java; then suite_java "$pattern"; fi
  # Once, before several would do it at the same time: all but the page's need what Maven builds.
  if [ -n "$(those_of "$wanted" "reproducible app-check models")" ]; then (build_java) || true; fi
  if [ -n "$beside" ]; then wait "$beside" || true; fi
  run_beside_each_other "$(those_of "$wanted" "$AFTER_JAVA")" "$pattern"
  add_counts "$LOGS/counts-of-beside-java" "$BESIDE_JAVA"
  if contains "$wanted" recovery; then suite_recovery "$pattern"; fi
  name=$(those_of "$wanted" "$STACK_SUITES")
  [ -z "$name" ] || suites_of_stack "$name" "$pattern"
}

# prepare_models SUITES: what the models' tests install, if they are wanted; they say it if that fails.
prepare_models() {
  if contains "$1" models; then python_environment || true; fi
}

# yield_to_others: gives this shell, and what it starts, the least priority, where that can be had.
yield_to_others() {
  # shellcheck disable=SC2016 # its parent is this shell
  sh -c 'renice -n 19 -p $PPID' >/dev/null 2>&1 || true
}

# run_beside_each_other SUITES PATTERN: all at once, where there is more than one core.
run_beside_each_other() {
  local name running=()
  for name in $1; do
    (run_row "$name" "$name" "$2") &
    running+=($!)
    if [ "$(cores)" -eq 1 ]; then wait "$!" || true; fi
  done
  [ ${#running[@]} -eq 0 ] || wait "${running[@]}" || true
  for name in $1; do add_counts "$LOGS/counts-of-$name" "$name"; done
}

# those_of WANTED LIST: the words of a list that are wanted.
those_of() {
  local name
  for name in $2; do
    if contains "$1" "$name"; then printf '%s ' "$name"; fi
  done
}

# run_row ROW SUITES PATTERN: runs suites, in a shell of their own, and leaves their counts.
run_row() {
  local name
  PASSED=0 FAILED=0 SKIPPED=0
  for name in $2; do "suite_${name//-/_}" "$3"; done
  printf 'row %d %d %d\n' "$PASSED" "$FAILED" "$SKIPPED" >"$LOGS/counts-of-$1"
}

# add_counts FILE NAME: adds what suites counted in a shell of their own; one that left nothing has failed.
add_counts() {
  local name passed failed skipped
  if [ ! -f "$1" ]; then
    printf '  %s: ended without a result\n' "$2"
    FAILED=$((FAILED + 1))
    return
  fi
  while read -r name passed failed skipped; do
    PASSED=$((PASSED + passed))
    FAILED=$((FAILED + failed))
    SKIPPED=$((SKIPPED + skipped))
  done <"$1"
}

cores() { getconf _NPROCESSORS_ONLN 2>/dev/null || printf 1; }

suite_java() {
  # Two modules at a time, since much of a test is waiting for an emulator.
  local arguments=(-T 2 --fail-at-end verify) classes
  need_java
  need_maven
  # Tests of the stack within.
  need_new_java
  rm -rf "$ROOT"/{libs,functions,tools,deploy}/*/target/surefire-reports
  if [ -n "$1" ]; then
    classes=$(java_tests "$1")
    # Coverage and style are matters of the whole.
    arguments+=("-Dtest=${classes:-$1}" -Dsurefire.failIfNoSpecifiedTests=false -Djacoco.skip
      -Dspotless.check.skip -Dcheckstyle.skip)
    if [ -n "$classes" ]; then arguments+=(-am -pl "$(modules_of "$classes")"); fi
  fi
  JAVA_HOME=$JDK suite java count_java mvn -B -f "$ROOT/pom.xml" "${arguments[@]}"
  # What was just tested need not be built again to be started.
  if [ "$FAILED" -eq 0 ] && [ -z "$1" ]; then set_built java "$(hash_of "${JAVA_SOURCES[@]}")"; fi
}

# java_tests PATTERN: the names of the test classes that match, with commas between them.
java_tests() {
  (cd "$ROOT" && find libs functions tools deploy -path '*/src/test/java/*' -name "*$1*Test.java") | sed 's|.*/||; s|\.java$||' | sort -u |
    paste -sd, -
}

# modules_of CLASSES: the modules that those test classes are in.
modules_of() {
  local class
  for class in ${1//,/ }; do
    (cd "$ROOT" && find libs functions tools deploy -name "$class.java")
  done | sed 's|/src/test/.*||' | sort -u | paste -sd, -
}

suite_reproducible() {
  need_java
  need_maven
  build_java
  suite reproducible count_reproducible reproducible_jars
}

suite_terraform() {
  mkdir -p "$ROOT/terraform/checks/reports"
  rm -f "$ROOT"/terraform/checks/reports/*
  suite terraform count_terraform checks_of_terraform "$1"
}

suite_deployment() {
  mkdir -p "$ROOT/deploy/reports"
  rm -f "$ROOT"/deploy/reports/*
  suite deployment count_deployment node_tests "$ROOT/deploy/reports/deployment.xml" "$1" "$ROOT"/deploy/test/*.test.mjs
}

# node_tests REPORT PATTERN FILE...: runs files of Node's own test runner, or the tests in them that match.
node_tests() {
  local report=$1 pattern=$2
  shift 2
  node --test ${pattern:+--test-name-pattern "$pattern"} --test-reporter=junit --test-reporter-destination="$report" \
    --test-reporter=spec --test-reporter-destination=stdout "$@"
}

suite_page() {
  rm -f "$ROOT/hosting/reports/unit.json"
  suite page count_page checks_of_page "$1"
}

# The page's linters, which keep one core busy, beside its tests; with a pattern only the tests.
checks_of_page() {
  local linters='' status=0
  if [ -z "$1" ]; then
    linters_of_page >"$LOGS/test-page-linters.log" 2>&1 &
    linters=$!
  fi
  vitest_project unit "$1" || status=$?
  if [ -n "$linters" ] && ! wait "$linters"; then
    cat "$LOGS/test-page-linters.log"
    status=1
  fi
  return "$status"
}

linters_of_page() {
  install_packages hosting/test/api/openapi && npm test --prefix "$ROOT/hosting/test/api/openapi" &&
    npm run lint --prefix "$ROOT/hosting"
}

# Kills the parts of a stack of its own.
suite_recovery() {
  rm -f "$ROOT/hosting/reports/recovery.json"
  need_new_java
  suite recovery count_recovery recovery_tests "$1"
}

recovery_tests() {
  (build_page && build_java) && MOODIFY_BASE_PORT=$(free_port) vitest_project recovery "$1"
}

# A stack of its own, of which App Check is required.
suite_app_check() {
  rm -f "$ROOT/hosting/reports/app-check.json"
  need_new_java
  if have_browser; then
    suite app-check count_app_check app_check_tests "$1"
  else
    printf '  the tests of App Check need a browser, see MOODIFY_CHROMIUM\n'
    count app-check 0 1 0 0
  fi
}

app_check_tests() {
  (build_page && build_java) || return
  (cd "$ROOT/hosting" && MOODIFY_BASE_PORT=$(free_port) npx playwright test \
    --config playwright.app-check.config.ts ${1:+-g "$1"})
}

# free_port: prints a port after which a stack of its own has room.
free_port() {
  local port=$((10000 + 20 * (RANDOM % 1000)))
  while (: </dev/tcp/127.0.0.1/"$port") 2>/dev/null; do port=$((port + 20)); done
  printf '%d' "$port"
}

suite_models() {
  rm -f "$LOGS/models.xml"
  if python_environment; then
    suite models count_models "$PYTHON" -m pytest -c "$ROOT/models/pytest.ini" --rootdir "$ROOT/models" \
      --junitxml "$LOGS/models.xml" ${1:+-k "$1"} "$ROOT/models/tests"
  else
    skip models "$PYTHON_FAULT."
  fi
}

# vitest_project PROJECT PATTERN: all of it, or what matches.
vitest_project() {
  local arguments=()
  if [ -z "$2" ]; then
    npm run "test:$1" --prefix "$ROOT/hosting"
    return
  fi
  if has_file "$ROOT/hosting" "$2" '*.test.ts'; then arguments=("$2"); else arguments=(-t "$2"); fi
  (cd "$ROOT/hosting" && npx vitest run --project "$1" --outputFile.json="reports/$1.json" "${arguments[@]}")
}

# playwright PATTERN: all browser tests, or what matches.
playwright() {
  if [ -z "$1" ]; then
    npm run test:browser --prefix "$ROOT/hosting"
  elif has_file "$ROOT/hosting/test/browser" "${1%%:*}" '*.spec.ts'; then
    (cd "$ROOT/hosting" && npx playwright test "$1")
  else
    (cd "$ROOT/hosting" && npx playwright test -g "$1")
  fi
}

# has_file FOLDER PART NAMES: whether a test file's path has this in it.
has_file() {
  [ -n "$(find "$1" \( -name node_modules -o -name dist -o -name reports \) -prune -o -path "*$2*" -name "$3" -print)" ]
}

# install_packages FOLDER: those of checks that have packages of their own, since nothing that is deployed needs them.
install_packages() {
  local hash
  hash=$(hash_of "$1/package.json" "$1/package-lock.json")
  if is_built "${1//\//-}" "$hash" && [ -d "$ROOT/$1/node_modules" ]; then return; fi
  npm ci --prefix "$ROOT/$1" && set_built "${1//\//-}" "$hash"
}

checks_of_terraform() {
  install_packages terraform/checks || return 1
  node_tests "$ROOT/terraform/checks/reports/checks.xml" "$1" "$ROOT"/terraform/checks/test/*.test.mjs
}

# Builds the jars once more, from a copy elsewhere, in another time zone, and compares: two builds, the same bytes.
reproducible_jars() {
  local copy first second
  copy=$(mktemp -d) || return 1
  rm -f "$LOGS/reproducible-passed"
  tar cf - -C "$ROOT" --exclude=target "${JAVA_SOURCES[@]}" | tar xf - -C "$copy"
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
  (cd "$1" && cksum libs/{core,cloud,music}/target/moodify-*-[0-9]*.jar \
    functions/{api,recommend}/target/deployment/moodify-*-function.jar)
}

# What ./moodify deploy ends with, on the machine's own stack.
smoke_test() {
  rm -f "$LOGS/smoke-passed"
  node "$ROOT/deploy/smoke-test.mjs" --page "http://127.0.0.1:$MOODIFY_BASE_PORT" \
    --photo "$ROOT/models/faces/eileen_collins.png" &&
    touch "$LOGS/smoke-passed"
}

# suites_of_stack SUITES PATTERN: those that need everything running share one stack with throw-away data, or use the
# one that this checkout runs already.
suites_of_stack() {
  local name status=0
  export MOODIFY_COUNTS=$LOGS/stack-counts MOODIFY_SUITES=$1 MOODIFY_PATTERN=$2
  rm -f "$MOODIFY_COUNTS" "$ROOT"/hosting/reports/{rules,api,browser,load}.json "$LOGS/smoke-passed"
  mkdir -p "$LOGS"
  need_new_java
  if [ -n "${REUSE_STACK:-}" ] && stack_runs; then
    printf '  using the stack on port %d\n' "$MOODIFY_BASE_PORT"
    (build_page && show_page) || status=$?
    if [ "$status" -eq 0 ]; then (suites_within_stack) || status=$?; fi
  else
    printf '  starting everything for the tests that need it ...\n'
    (build_page && build_java) || status=$?
    if [ "$status" -eq 0 ]; then
      need_java
      without_network
      java_command stack -- "$ROOT/moodify" test within-stack
      "${COMMAND[@]}" </dev/null || status=$?
    fi
  fi
  if [ ! -f "$MOODIFY_COUNTS" ]; then
    printf '  the stack could not be started\n'
    for name in $1; do count "$name" 0 1 0 0; done
    return
  fi
  add_counts "$MOODIFY_COUNTS" "the stack"
  # A part that crashed meanwhile is a failure, whatever the tests say.
  if [ "$status" -ne 0 ] && [ "$FAILED" -eq 0 ]; then FAILED=1; fi
}

# stack_runs: whether this checkout runs a stack on MOODIFY_BASE_PORT, or on the port of ./moodify run.
stack_runs() {
  export MOODIFY_BASE_PORT=${MOODIFY_BASE_PORT:-5000}
  [ -f "$STATE/run-$MOODIFY_BASE_PORT/pids.json" ] && (: </dev/tcp/127.0.0.1/"$MOODIFY_BASE_PORT") 2>/dev/null
}

# show_page: has the running stack serve the page that was just built.
show_page() {
  cp -R "$ROOT/hosting/dist/." "$STATE/run-$MOODIFY_BASE_PORT/site/"
}

suites_within_stack() {
  local rules=
  run_within_stack smoke-test
  # They have projects of their own in the emulators.
  run_within_stack rules &
  rules=$!
  run_within_stack api
  wait "$rules" || true
  # The browser's tests come last: they leave people behind.
  run_within_stack browser
  run_within_stack load
}

# run_within_stack NAME: runs a suite if it is wanted, and leaves its counts.
run_within_stack() {
  contains "$MOODIFY_SUITES" "$1" || return 0
  PASSED=0 FAILED=0 SKIPPED=0
  "suite_${1//-/_}" "$MOODIFY_PATTERN"
  printf '%s %d %d %d\n' "$1" "$PASSED" "$FAILED" "$SKIPPED" >>"$MOODIFY_COUNTS"
}

suite_smoke_test() { suite smoke-test count_smoke smoke_test; }
suite_rules() { suite rules count_rules vitest_project rules "$1"; }
suite_api() { suite api count_api vitest_project api "$1"; }
suite_load() { suite load count_load vitest_project load "$1"; }

suite_browser() {
  if have_browser; then
    suite browser count_browser playwright "$1"
  else
    printf '  the browser tests need a browser: install Chromium (Debian: apt-get install chromium) or name one in %s\n' \
      MOODIFY_CHROMIUM
    count browser 0 1 0 0
  fi
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
