#!/bin/sh
# since_test.sh - `--since` shows what touches changed lines, whatever git is told.
#
# usage: since_test.sh BUILD
# Each case makes a repository. A finding is written `path:line:rule`.
set -u
. lint/tool/script_cases.sh
. lint/tool/history.sh
export HOME="$work" GIT_CONFIG_NOSYSTEM=1
unset GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE

command -v git >/dev/null || {
    echo "skipped: since_test.sh: no git"
    echo "[  SKIPPED ] 1 test(s)."
    exit 0
}
git config --global user.name test
git config --global user.email test@localhost
git config --global init.defaultBranch main
git config --global protocol.file.allow always

# start NAME: an empty repository to work in.
start() {
    git init -q "$work/$1" && cd "$work/$1" || exit 2
}

commit() {
    git add -A && git commit -qm "a commit"
}

# findings ARGUMENT...: what stet reports, one a line.
findings() {
    "$stet" check --no-config --preset markdownlint --format unix -q "$@" 2>"$work/err" |
        places
}

# refused NAME REV WORDS: exit status 2, and stderr has these words.
refused() {
    "$stet" check --no-config -q --since "$2" . >"$work/out" 2>"$work/err"
    status=$?
    said=$(cat "$work/err")
    case $said in
    *"$3"*) ;;
    *) status="$status, without: $3" ;;
    esac
    same "$1" 2 "$status"
}

tab=$(printf '\t')
newline='
'

# Lines of three kinds: old, changed in a commit, changed in the working tree.
start lines
printf '# A\n\nold\t1\n\nold\t2\n\nold\t3\n\nold\t4\n' >a.md
commit
git tag base
git checkout -qb work
printf '# A\n\nold\t1\n\nnew\tcommitted\n\nold\t3\n\nold\t4\n' >a.md
commit
printf '# A\n\nold\t1\n\nnew\tcommitted\n\nnew\tstaged\n\nold\t4\n' >a.md
git add a.md
printf '# A\n\nold\t1\n\nnew\tcommitted\n\nnew\tstaged\n\nnew\tunstaged\n' >a.md
printf '# B\n\nuntracked\there\n' >b.md
same "changed lines" "a.md:5:MD010
a.md:7:MD010
a.md:9:MD010
b.md:3:MD010" "$(findings --since base .)"
same "since HEAD" "a.md:7:MD010
a.md:9:MD010
b.md:3:MD010" "$(findings --since HEAD .)"
mkdir sub
same "from a folder" "../a.md:7:MD010
../a.md:9:MD010" "$(cd sub && findings --since HEAD ../a.md)"
"$stet" check --no-config -q --since HEAD --rule MD047 . >/dev/null 2>&1
same "status without new findings" 0 $?
"$stet" check --no-config -q --since HEAD --rule MD010 . >/dev/null 2>&1
same "status with new findings" 1 $?

# The merge base counts, not the tip of the other branch.
git stash -q -u
git checkout -q main
printf '# A\n\nold\t1\n\nold\t2\n\nold\t3\n\nchanged\ton main\n' >a.md
commit
git checkout -q work
same "merge base" "a.md:5:MD010" "$(findings --since main .)"

# Ignored by git, but named: git does not know it.
printf 'c.md\n' >.gitignore
printf '# C\n\na\ttab\n' >c.md
same "an ignored file that is named" "c.md:3:MD010" "$(findings --since HEAD c.md)"

# Hidden findings move with their lines; lines taken away are no line of a finding.
start moved
printf '# A\n\none\n\ntwo\n\nold\ttab\n\nlast\n' >a.md
commit
printf '# A\n\nold\ttab\n\nlast\n' >a.md
same "lines taken away" "" "$(findings --since HEAD .)"
printf 'intro\n\n# A\n\none\n\ntwo\n\nold\ttab\n\nlast\n' >a.md
same "lines put before" "a.md:1:MD041" "$(findings --since HEAD .)"

# A related place: the second heading is where it was, the first one is new.
start related
printf '# A\n\n## One\n\ntext\n\n## Two\n\ntext\n' >a.md
commit
printf '# A\n\n## Two\n\ntext\n\n## Two\n\ntext\n' >a.md
same "a related place" "a.md:7:MD024" "$(findings --since HEAD .)"

# Front matter is one thing: what is missing shows when anything of it changed.
start front
printf '{"required":["title","date"]}' >schema.json
printf -- '---\ntitle: A\n---\n\n# A\n\ntext\n' >a.md
printf -- '---\ntitle: B\n---\n\n# B\n\ntext\n' >b.md
commit
printf -- '---\ntitle: A\n---\n\n# A\n\nother text\n' >a.md
printf -- '---\nname: x\ntitle: B\n---\n\n# B\n\ntext\n' >b.md
front() {
    "$stet" check --no-config --schema schema.json --format unix -q --since HEAD . 2>"$work/err" |
        grep -c "$1"
}
# shellcheck disable=SC2016 # back-ticks of a message
same "front matter that changed" 1 "$(front '^b.md:1:.*`date`')"
same "front matter that did not" 0 "$(front '^a.md')"
printf -- '---\n---\n\n# A\n\ntext\n' >a.md
same "front matter that lost a line" 2 "$(front '^a.md:1:.*`')"

# Renames, copies, deletions, and names of all kinds.
start names
mkdir d
odd="d/a,b:c;]['\"&<|%${newline}é😀${tab}q.md"
for i in 1 2 3 4 5 6 7 8 9; do printf '# A\n\nold\t%s\n\n' $i; done >long.md
printf '# A\n\nold\t1\n\nold\t2\n' >"$odd"
printf '# A\n\nold\t1\n' >"a b.md"
printf '# A\n\nold\t1\n' >'--since.md'
printf '# A\n\nold\t1\n' >gone.md
commit
git mv long.md renamed.md
printf '# A\n\nold\t1\n\nnew\t2\n' >"$odd"
sed 's/old	5/new	5/' renamed.md >x && mv x renamed.md
printf '# A\n\nnew\t1\n' >"a b.md"
printf '# A\n\nnew\t1\n' >'--since.md'
: >empty.md
git add -N empty.md
rm gone.md
same "renames and names" "./--since.md:3:MD010
a b.md:3:MD010
d/a,b:c;]['\"&<|%\né😀\tq.md:5:MD010
renamed.md:19:MD010" "$(findings --since HEAD --rule MD010 . | sed 's/^--/.\/--/')"
same "a name with everything in it" 1 \
    "$("$stet" check --no-config --rule MD010 --format json --since HEAD -- "$odd" |
        grep -c '"startLine": *5\|"line": *5')"

# A file whose mode or kind changed; a conflict.
start kinds
printf '# A\n\nold\t1\n' >mode.md
printf '# A\n\nold\t1\n' >kind.md
printf '# A\n\nold\t1\n' >both.md
commit
git branch other
printf '# A\n\nours\t1\n' >both.md
commit
git checkout -q other
printf '# A\n\ntheirs\t1\n' >both.md
commit
chmod +x mode.md
git merge main >/dev/null 2>&1
same "modes and conflicts" "both.md" \
    "$(findings --since HEAD --rule MD010 . | sed 's/:.*//' | sort -u)"

# What git is told to do in other ways.
start hostile
printf 'old\t1\nold\t2\nold\t3\nold\t4\n' >a.md
printf '*.md diff=evil\n' >.gitattributes
commit
printf 'old\t1\nold\t2\nnew\t3\nold\t4\n' >a.md
cat >"$work/evil" <<'END'
#!/bin/sh
echo ran >>"$HOME/ran"
echo
END
chmod +x "$work/evil"
for setting in diff.external diff.evil.command diff.evil.textconv core.fsmonitor core.pager \
    pager.diff-index pager.diff core.editor core.askPass; do
    git config "$setting" "$work/evil"
done
git config diff.evil.xfuncname '[('
git config diff.evil.binary true
git config color.ui always
git config color.diff always
git config core.quotePath false
git config diff.noprefix true
git config diff.mnemonicPrefix true
git config diff.context 5
git config diff.interHunkContext 5
git config diff.renames false
git config diff.renameLimit 1
git config diff.algorithm patience
git config diff.orderFile "$work/none"
git config diff.relative true
git config diff.wordRegex .
git config diff.suppressBlankEmpty true
git config diff.ignoreSubmodules all
git config diff.submodule log
git config alias.diff-index '!false'
git config submodule.recurse true
git config core.untrackedCache true
same "hostile settings" "a.md:3:MD010" "$(findings --since HEAD --rule MD010 .)"
same "hostile environment" "a.md:3:MD010" "$(
    export GIT_EXTERNAL_DIFF="$work/evil" GIT_DIFF_OPTS=-u9 GIT_PAGER="$work/evil" \
        GIT_DIR=/nowhere GIT_INDEX_FILE=/nowhere GIT_WORK_TREE=/ GIT_TRACE=2 \
        GIT_LITERAL_PATHSPECS=0 GIT_GLOB_PATHSPECS=1
    findings --since HEAD --rule MD010 .
)"
printf '*.md -diff\n' >.gitattributes
same "called binary" "a.md:3:MD010" "$(findings --since HEAD --rule MD010 .)"
same "no program of the settings ran" "" "$(cat "$work/ran" 2>/dev/null)"

# A REV is no option, and one that is not there is said.
refused "an unknown commit" nonsense 'git fetch origin nonsense'
refused "an unknown branch of a server" origin/dev 'git fetch origin dev:refs/remotes/origin/dev'
refused "a REV like an option" --output=x 'is no commit that git knows here'
refused "another REV like an option" --help 'is no commit that git knows here'
refused "an empty REV" '' 'is the variable that it comes from set?'
refused "a range" HEAD..HEAD 'is no commit that git knows here'
same "nothing was written" "" "$(ls x 2>/dev/null)"
git checkout -q --orphan apart
git commit -qm apart
refused "no common history" main 'have no commit in common'

start unborn
printf '# A\n' >a.md
refused "no commit yet" HEAD 'is no commit that git knows here'

mkdir "$work/plain" && cd "$work/plain" && printf '# A\n' >a.md
refused "no repository" HEAD 'no git repository is here'

PATH=/nowhere "$stet" check --no-config -q --since HEAD "$work/lines/a.md" 2>"$work/err" >&2
same "no repository, no git" 2 $?
(cd "$work/lines" && PATH=/nowhere "$stet" check -q --since HEAD . 2>"$work/err" >&2)
# shellcheck disable=SC2016 # back-ticks of a message
same "no git" 'stet: git cannot find the commit to compare with: there is no program `git`' \
    "$(cat "$work/err")"

# Shallow clones.
start server
printf '# A\n\nold\t1\n' >a.md
commit
git tag first
git branch side
printf '# A\n\nold\t1\n\nold\t2\n' >a.md
commit
printf '# A\n\nold\t1\n\nold\t2\n\nold\t3\n' >a.md
commit
git checkout -q side
printf '# S\n\nside\t1\n' >s.md
commit
git checkout -q main
git clone -q --depth 1 --no-single-branch "file://$work/server" "$work/shallow" && cd "$work/shallow" || exit 2
# shellcheck disable=SC2016 # back-ticks of a message
refused "beyond a shallow clone" nowhere 'in this shallow clone; `git fetch --unshallow origin nowhere`'
refused "a tag beyond a shallow clone" first 'git fetch --unshallow origin'
refused "a base beyond a shallow clone" origin/side 'git fetch --unshallow origin'
# shellcheck disable=SC2016 # back-ticks of a message
for parent in HEAD~1 'HEAD^' 'origin/main~2^1' '@~1'; do
    refused "a parent beyond a shallow clone" "$parent" 'in this shallow clone; `git fetch --unshallow origin`'
done
git fetch -q --unshallow origin
same "what was fetched" "a.md:5:MD010
a.md:7:MD010" "$(findings --since origin/side .)"

# A submodule is compared with the commit that the base has of it.
start outer
git submodule add -q "$work/server" part 2>/dev/null
commit
printf '# A\n\nold\t1\n\nold\t2\n\nnew\t3\n' >part/a.md
same "a submodule" "part/a.md:7:MD010" "$(findings --since HEAD .)"
git -C part commit -qam more
git add part
git commit -qm more
same "a submodule that moved on" "part/a.md:7:MD010" "$(findings --since HEAD~1 .)"
git init -q "$work/outer/own"
printf '# A\n\nnew\ttab\n' >own/a.md
same "a repository in a repository" "own/a.md:3:MD010
part/a.md:7:MD010" "$(findings --since HEAD~1 .)"

# A worktree, and a hook that git runs.
cd "$work/lines" && git worktree add -q "$work/tree" main 2>/dev/null && cd "$work/tree" || exit 2
printf '# A\n\nnew\t1\n\nold\t2\n\nold\t3\n\nchanged\ton main\n' >a.md
same "a worktree" "a.md:3:MD010" "$(findings --since HEAD .)"
start hook
printf '# A\n\nold\t1\n' >a.md
commit
cat >.git/hooks/pre-commit <<END
#!/bin/sh
"$stet" check --no-config --rule MD010 --format unix -q --since HEAD . >"$work/hooked"
exit 0
END
chmod +x .git/hooks/pre-commit
printf '# A\n\nold\t1\n\nnew\t2\n' >a.md
git commit -qam two
same "a hook" 1 "$(grep -c '^a.md:5:' "$work/hooked")"
same "a hook shows no more" 1 "$(wc -l <"$work/hooked" | tr -d ' ')"

# Forty commits. A line that goes to another place is a changed one for git.
start history
history_begin
commit
git tag base
wrong=0
step=0
while [ $step -lt 40 ]; do
    step=$((step + 1))
    history_step $step rename rewrite insert
    commit
    wanted=$(history_news)
    [ "$wanted" = "$(findings --rule MD010 --since base . | sort)" ] || wrong=$((wrong + 1))
done
same "commits of forty with a wrong finding" 0 $wrong
same "there were new findings" yes "$([ -n "$wanted" ] && echo yes)"

# It is about a report, not about fixes.
"$stet" check --fix --since HEAD . >/dev/null 2>"$work/err"
same "with --fix" 2 $?

tell
