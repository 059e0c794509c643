#!/bin/sh
# Measures the start of the console against a bare JavaFX window on the same runtime, packaged in the same way
# without a cache: medians of ten, in turn. Needs Xvfb, and what packaging/linux.sh leaves in target/installers,
# or the folder of an installed console.
#   packaging/bench-start.sh [/opt/frontdesk] [--runs N]
set -eu
cd "$(dirname "$0")/.."
out="$PWD/target/installers"
console="$out/image/frontdesk"
case "${1:-}" in /*) console="$1" && shift ;; esac
[ -x "$console/bin/frontdesk" ] || { echo "Build the packages first: packaging/linux.sh" >&2; exit 2; }
jdk="$(cat "$out/jdk")"

bare="$out/bare"
rm -rf "$bare"
mkdir -p "$bare/classes" "$bare/jars"
# The runtime has the JavaFX that is compiled against.
"$jdk/bin/javac" --system "$out/runtime" -d "$bare/classes" src/build/BareWindow.java
"$jdk/bin/jar" --create --file "$bare/jars/bare.jar" -C "$bare/classes" .
"$jdk/bin/jpackage" @packaging/image.args @packaging/linux-image.args --name frontdesk --app-version 1 \
  --main-jar bare.jar --main-class 'BareWindow$Main' --input "$bare/jars" --runtime-image "$out/runtime" \
  --dest "$bare/image"
"$jdk/bin/java" src/build/LinuxLauncher.java "$bare/image/frontdesk"

exec "$jdk/bin/java" src/build/StartBench.java "$@" "$console/bin/frontdesk" "$bare/image/frontdesk/bin/frontdesk"
