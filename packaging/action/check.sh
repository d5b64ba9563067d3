#!/bin/sh
# check.sh - the second step of action.yml: runs `stet check`.
#
# Reads the STET_… variables that action.yml sets from the inputs of these names, and
# RUNNER_TEMP and GITHUB_OUTPUT. Nothing in them is ever read as a command or a pattern.
set -uf
newline='
'
blanks=$IFS
annotations=$RUNNER_TEMP/stet-annotations
sarif=$RUNNER_TEMP/stet.sarif
rm -f "$annotations" "$sarif"

set -- --fail-on="$STET_FAIL_ON"
case $STET_SINCE in
'') ;;
base) [ -z "$STET_BASE" ] || set -- "$@" --since="$STET_BASE" ;;
*) set -- "$@" --since="$STET_SINCE" ;;
esac
[ -z "$STET_BASELINE" ] || set -- "$@" --baseline="$STET_BASELINE"
IFS=$newline
for format in $STET_FORMAT; do
    # Its commands come at the end: below, the runner is told not to look for any.
    if [ "$format" = github ]; then
        STET_ANNOTATIONS=true
    else
        set -- "$@" --format="$format"
    fi
done
[ "$STET_ANNOTATIONS" != true ] || set -- "$@" --format=github="$annotations"
# Code scanning shows all results of a log, even suppressed ones.
[ "$STET_UPLOAD_SARIF" != true ] || set -- "$@" --format=sarif="$sarif" --no-suppressed
IFS=$blanks
for argument in $STET_ARGS; do set -- "$@" "$argument"; done
IFS=$newline
set -- "$@" --
for path in $STET_PATHS; do set -- "$@" "$path"; done
IFS=$blanks

# A line of an article that the report shows may look like a command to the runner.
token=stet-$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
echo "::stop-commands::$token"
stet check "$@"
status=$?
echo "::$token::"
[ ! -f "$annotations" ] || cat "$annotations"

echo "exit-status=$status" >>"$GITHUB_OUTPUT"
[ ! -f "$sarif" ] || echo "sarif-file=$sarif" >>"$GITHUB_OUTPUT"
exit $status
