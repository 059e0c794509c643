#!/bin/sh
# The check of the Debian package: installs the version before, publishes on the command line, upgrades, publishes
# through the installed window under a virtual display, removes it, and sees that only the user's data is left.
# Needs root (a container will do), dpkg, Xvfb and what the package depends on. Builds what is not named.
#   packaging/check-deb.sh [DEB [DEB-OF-THE-VERSION-BEFORE]]
set -eu
cd "$(dirname "$0")/.."
out="$PWD/target/installers"
work="$PWD/target/check-deb"
[ "$(id -u)" = 0 ] || { echo "Installing needs root." >&2; exit 2; }
! dpkg-query -W frontdesk > /dev/null 2>&1 || { echo "Frontdesk is installed here already; remove it first." >&2; exit 2; }
rm -rf "$work"
mkdir -p "$work/home" "$work/robot"

if [ $# -lt 2 ]; then
  echo "== building the version before"
  TYPES=deb packaging/linux.sh 0.0.1 > "$work/build-before.log"
  mv "$out"/frontdesk_0.0.1_*.deb "$work/"
fi
if [ $# -lt 1 ]; then
  echo "== building this version"
  TYPES=deb packaging/linux.sh > "$work/build.log"
fi
deb="${1:-$(ls "$out"/frontdesk_*.deb)}"
before="${2:-$(ls "$work"/frontdesk_0.0.1_*.deb)}"
jdk="$(cat "$out/jdk")"

# Nothing of whoever checks is used, or left behind.
export HOME="$work/home" JAVA_TOOL_OPTIONS="-Duser.home=$work/home"
unset XDG_CONFIG_HOME XDG_DATA_HOME XDG_CACHE_HOME
say() { echo "== $*"; }
fail() { echo "FAILED: $*" >&2; exit 1; }
# Every file of the system; those of the package manager and the indexes that other packages keep are not ours.
files() {
  find / -xdev \( -path /proc -o -path /sys -o -path /tmp -o -path /run -o -path /root -o -path /home -o -path "$PWD" \
    -o -path /var/lib/dpkg -o -path /var/log -o -path /var/cache \) -prune -o -print \
    | grep -vE 'icon-theme.cache$|mimeinfo.cache$' | LC_ALL=C sort
}
display=""
xvfb=""
console=""
cleanup() {
  if [ -n "$console" ]; then
    kill "$console" 2> /dev/null || true
    wait "$console" || true
  fi
  [ -z "$xvfb" ] || kill "$xvfb" 2> /dev/null || true
  ! dpkg-query -W frontdesk > /dev/null 2>&1 || dpkg -P frontdesk > /dev/null
}
trap cleanup EXIT
# Without these, dash ends on a signal and cleans nothing up.
trap 'exit 130' INT
trap 'exit 143' TERM
# Of the entries themselves, not of their steps, which stand further in.
fresh() { frontdesk history --json 2> /dev/null | grep -c '^    "state" : "fresh"' || true; }

files > "$work/before.txt"
say "install $(basename "$before")"
dpkg -i "$before" > "$work/dpkg.log"
[ "$(readlink -f /usr/bin/frontdesk)" = /opt/frontdesk/bin/frontdesk ] || fail "the command is not on the path"

say "the command line: status and output pass through"
frontdesk --version 2> /dev/null | grep -q '^frontdesk ' || fail "no version on standard output"
status=0
frontdesk members no-such-project > "$work/cli.txt" 2> /dev/null || status=$?
[ "$status" = 2 ] && [ ! -s "$work/cli.txt" ] || fail "status $status for a project that is not there"
frontdesk add atlas before.upgrade@acme.example --role viewer --reason "Before the upgrade" > /dev/null 2>&1 \
  || fail "a publication on the command line"
[ "$(fresh)" = 1 ] || fail "the history has $(fresh) fresh publications, not 1"

say "upgrade to $(basename "$deb")"
dpkg -i "$deb" >> "$work/dpkg.log"
version="$(dpkg-deb -f "$deb" Version)"
[ "$(dpkg-query -W -f '${Version}' frontdesk)" = "$version" ] || fail "the upgrade did not take"
# With this mode a cache that does not fit is an error.
JAVA_TOOL_OPTIONS="$JAVA_TOOL_OPTIONS -XX:AOTMode=on" frontdesk --version > /dev/null 2>&1 \
  || fail "the start's cache does not fit where it is installed"
[ "$(fresh)" = 1 ] || fail "the upgrade lost the history"

# The robot's class path is another than the cache was made with, so this start is without it.
say "publish a change through the installed window"
"$jdk/bin/javac" --system "$out/runtime" -d "$work/robot" src/build/WindowRobot.java
mkfifo "$work/display"
Xvfb -displayfd 3 -screen 0 1400x900x24 3> "$work/display" 2> "$work/xvfb.log" &
xvfb=$!
read -r display < "$work/display"
app=/opt/frontdesk/lib/app
classpath="$(sed -n 's/.*-classpath "\([^"]*\)".*/\1/p' /opt/frontdesk/bin/frontdesk | sed "s|\$app|$app|g")"
status=0
DISPLAY=":$display" JAVA_TOOL_OPTIONS="$JAVA_TOOL_OPTIONS \
  -Djava.util.logging.config.class=WindowRobot -Dfrontdesk.robot=$PWD/packaging/check-publication.steps" \
  _JAVA_OPTIONS="-Djava.class.path=$classpath:$work/robot" \
  frontdesk > "$work/window.log" 2>&1 &
console=$!
until [ "$(readlink "/proc/$console/exe")" = /opt/frontdesk/lib/runtime/bin/java ]; do
  kill -0 "$console" 2> /dev/null || { cat "$work/window.log" >&2; fail "the launcher ended"; }
  sleep 0.1
done
# LinuxLauncher says what comes of it otherwise.
grep -qz '^IBUS_ENABLE_SYNC_MODE=' "/proc/$console/environ" || fail "JavaFX will make the environment grow"
wait "$console" || status=$?
console=""
cat "$work/window.log" | grep '^robot:' || true
[ "$status" = 0 ] || { cat "$work/window.log" >&2; fail "the window ended with $status"; }
[ "$(fresh)" = 2 ] || fail "the history has $(fresh) fresh publications, not 2"
frontdesk members atlas --json 2> /dev/null | grep -q ada.check@acme.example || fail "the member is not there"
frontdesk history --json 2> /dev/null | grep -q "Installed and tried" || fail "the reason is not in the history"

say "remove"
dpkg -r frontdesk >> "$work/dpkg.log"
files > "$work/after.txt"
diff "$work/before.txt" "$work/after.txt" > "$work/left.txt" || { cat "$work/left.txt" >&2; fail "something is left"; }
[ -n "$(ls "$work/home/.local/share/frontdesk")" ] || fail "the user's data is gone"
dpkg -P frontdesk >> "$work/dpkg.log" 2>&1
echo "Installed, used, upgraded and removed: nothing is left but the user's data, in $work/home:"
(cd "$work/home" && find . -type f | sort)
