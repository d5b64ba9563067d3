#!/bin/sh
# quick_start_test.sh - docs/quick-start.md shows what its commands print.
#
# usage: quick_start_test.sh BUILD    STET_ACCEPT=1 writes the page
# Where pre-commit is not installed the section about hooks is left out.
set -u
. lint/tool/script_cases.sh
root=$(pwd)
for program in git awk python3; do
    command -v $program >/dev/null || {
        echo "skipped: quick_start_test.sh: no $program"
        echo "[  SKIPPED ] 1 test(s)."
        exit 0
    }
done

# without_hooks: the page without what is there only where pre-commit is.
without_hooks() {
    if command -v pre-commit >/dev/null; then
        cat
    else
        awk '/^## / { left_out = $0 == "## A hook" } !left_out'
    fi
}

mkdir "$work/team" "$work/else" "$work/root"
without_hooks <docs/quick-start.md >"$work/wanted"
(cd "$work/team" && sh "$root/lint/tool/quick_start/page.sh" "$stet" "$root" "$work/else") \
    2>"$work/err" >"$work/page"
without_hooks <"$work/page" >"$work/got"
if [ -n "${STET_ACCEPT:-}" ]; then
    cmp -s "$work/page" docs/quick-start.md || cp "$work/page" docs/quick-start.md
    exit 0
fi
same "the page, which make accept writes" "" "$(diff "$work/wanted" "$work/got")"
same "files of the page" "no findings in 300 files" \
    "$(cd "$work/team" && git checkout -q articles && rm -f articles/new.md &&
        "$stet" check --baseline stet-baseline.json)"
tell
