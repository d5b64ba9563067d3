#!/bin/sh
# install.sh - the first step of action.yml: puts stet into a folder that later steps find.
#
# Reads STET_VERSION (empty: the version of this repository), RUNNER_TEMP and GITHUB_PATH.
# Where the program comes from is said in packaging/python/stet_backend.py.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
folder=$RUNNER_TEMP/stet-bin
mkdir -p "$folder"
python3 "$here/../python/stet_backend.py" "$folder"
echo "$folder" >>"$GITHUB_PATH"
"$folder/stet" version
