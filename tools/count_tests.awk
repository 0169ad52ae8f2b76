# Counts test cases in Bazel's build events (one JSON object a line) and in the
# test.xml files that they name; fails if a test, or bazel (-v status), did.

function attribute(line, name) {
  return match(line, " " name "=\"[0-9]+\"") \
      ? substr(line, RSTART + length(name) + 3) + 0 : 0
}

# Adds up the suites of one test.xml; returns how many cases failed in it.
function count_cases(file,    line, suite_failed, suite_skipped, file_failed) {
  while ((getline line < file) > 0) {
    if (line !~ /<testsuite /) continue
    suite_failed = attribute(line, "failures") + attribute(line, "errors")
    suite_skipped = attribute(line, "skipped") + attribute(line, "disabled")
    passed += attribute(line, "tests") - suite_failed - suite_skipped
    skipped += suite_skipped
    file_failed += suite_failed
  }
  close(file)
  return file_failed + 0
}

/^\{"id":\{"testResult"/ {
  cases_failed = 0
  if (match($0, /"name":"test.xml","uri":"file:[^"]*/)) {
    uri = substr($0, RSTART, RLENGTH)
    sub(/.*"uri":"file:\/\//, "", uri)
    cases_failed = count_cases(uri)
  }
  # A leak that is found at exit, for one, leaves every case green.
  if (!/"status":"PASSED"/ && cases_failed == 0) cases_failed = 1
  failed += cases_failed
}

/^\{"id":\{"targetCompleted"/ && !/"success":true/ { failed++ }

END {
  if (status != 0 && failed == 0) failed = 1
  printf "%d passed, %d failed", passed, failed
  if (skipped > 0) printf ", %d skipped", skipped
  print ""
  exit failed > 0
}
