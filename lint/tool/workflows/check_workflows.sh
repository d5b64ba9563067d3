#!/bin/sh
# check_workflows.sh - checks what no schema of a workflow says: actions are named by their
# commit, permissions are set, and no expression is put into a command.
#
# usage: check_workflows.sh [ROOT]
set -u
cd "${1:-.}" || exit 2
wrong=0
workflows=$(find .github/workflows -name '*.yml' 2>/dev/null)
action=$(find action.yml 2>/dev/null)
[ -n "$workflows" ] || {
    echo 'check_workflows: there is no workflow' >&2
    exit 1
}

# A hash of 40 digits is a commit; a tag or a branch is whatever its owner makes of it.
# shellcheck disable=SC2086 # names without blanks
awk '
function complain(text) {
    print FILENAME ":" FNR ": " text
    wrong = 1
}
FNR == 1 { run = -1 }
{
    match($0, /^ */)
    if (run >= 0 && NF && RLENGTH <= run)
        run = -1
}
/^ *(- )?uses:/ {
    name = $0
    sub(/^ *(- )?uses: */, "", name)
    sub(/ .*/, "", name)
    if (name !~ /@[0-9a-f]+$/ || length(name) - index(name, "@") != 40)
        complain("`" name "` has no commit hash of 40 digits")
}
/^ *(- )?run:/ {
    match($0, /^ *(- )?/)
    run = RLENGTH
}
run >= 0 && /\$\{\{/ { complain("an expression in a command; pass it through `env`") }
END { exit wrong }
' $workflows $action >&2 || wrong=1

for file in $workflows; do
    grep -q '^permissions:' "$file" || {
        echo "$file: has no \`permissions\`, so it may do anything" >&2
        wrong=1
    }
    ! grep -q 'pull_request_target' "$file" || {
        echo "$file: \`pull_request_target\` gives strangers' changes the rights of the owner" >&2
        wrong=1
    }
done
exit $wrong
