#!/bin/sh
# What CI runs: the tests of prove, with Coq and its packages installed where they are missing. It fails where they cannot be.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
packages="coq libcoq-interval libcoq-coquelicot libcoq-flocq"
if ! python3 -B "$here/prove" --packages; then
  if ! (apt-get -qq update && apt-get -qq install -y --no-install-recommends python3 $packages) > /dev/null; then
    echo "src/it/rocq is not tested: $packages cannot be installed" >&2
    exit 1
  fi
fi
exec python3 -B "$here/test_prove.py"
