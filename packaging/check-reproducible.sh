#!/bin/sh
# Builds the Debian package twice from this commit, in two folders, and compares: the jar and the bill of
# materials must be the same to the byte, the package but for what packaging/differs.txt lists.
set -eu
cd "$(dirname "$0")/.."
work="$PWD/target/check-reproducible"
rm -rf "$work"
mkdir -p "$work"
for build in one two; do
  git clone -q . "$work/$build"
  (cd "$work/$build" && TYPES=deb packaging/linux.sh > build.log)
  dpkg-deb -R "$work/$build"/target/installers/*.deb "$work/$build/deb"
  # The contents by their checksums; owners, modes, sizes and times as the archive itself has them, for unpacking
  # sets the times of folders anew.
  deb="$(echo "$work/$build"/target/installers/*.deb)"
  { (cd "$work/$build/deb" && find . -type f -exec sha256sum {} \; | awk '{ print $2, $1 }')
    dpkg-deb --fsys-tarfile "$deb" | tar -t -v --full-time | awk '{ print $6, $1, $2, $3, $4, $5, $7, $8 }'
  } | LC_ALL=C sort > "$work/$build.txt"
done
status=0
cmp "$work"/one/target/frontdesk-*.jar "$work"/two/target/frontdesk-*.jar && echo "the jar: the same" || status=1
cmp "$work/one/target/installers/frontdesk.cdx.json" "$work/two/target/installers/frontdesk.cdx.json" \
  && echo "the bill of materials: the same" || status=1
diff "$work/one.txt" "$work/two.txt" | sed -n 's/^[<>] \(\.[^ ]*\) .*/\1/p' | LC_ALL=C sort -u > "$work/differ.txt"
grep -v '^#' packaging/differs.txt | LC_ALL=C sort > "$work/allowed.txt"
if [ -n "$(comm -23 "$work/differ.txt" "$work/allowed.txt")" ]; then
  echo "FAILED: these differ, and are not in packaging/differs.txt:" >&2
  comm -23 "$work/differ.txt" "$work/allowed.txt" >&2
  status=1
else
  echo "the package: the same but for:" && cat "$work/differ.txt"
fi
exit "$status"
