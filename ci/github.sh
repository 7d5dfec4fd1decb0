#!/usr/bin/env bash
# What the action runs: annotations in the log, the table in the job's summary, SARIF where it is wanted.
# PATHS and ARGUMENTS hold words; SINCE is a revision, "auto" or empty.
set -euo pipefail
export PATH="$HOME/.local/bin:$PATH"
git config --global --add safe.directory "${GITHUB_WORKSPACE:-$PWD}"

options=(--output-format github)
[ -z "${SARIF:-}" ] || options+=(--output-format "sarif=$SARIF")
since=${SINCE:-}
[ "$since" != auto ] || since=${BASE:-}
if [ -n "$since" ]; then
  # A shallow clone does not reach the base.
  git cat-file -e "$since^{commit}" 2>/dev/null || git fetch --quiet --unshallow origin || git fetch --quiet origin "$since"
  options+=(--since "$since")
fi
read -ra arguments <<<"${ARGUMENTS:-}"
read -ra paths <<<"${PATHS:-}"
exec zhengming check "${options[@]}" "${arguments[@]}" "${paths[@]}"
