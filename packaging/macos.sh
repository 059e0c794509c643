#!/bin/sh
# Builds the packages for macOS, in target/installers: a .dmg and a .pkg. Needs Maven, a JDK 25 and Xcode's
# command line tools; runs on a Mac alone.
#
# Signed where these are set, and notarised where the last is, too:
#   MAC_SIGNING_IDENTITY   the common name after "Developer ID Application: " of a certificate in the keychain
#   MAC_NOTARY_PROFILE     a profile made by: xcrun notarytool store-credentials
set -eu
umask 022
cd "$(dirname "$0")/.."
out="$PWD/target/installers"

mvn -B -ntp -q -Dmaven.test.skip -Pinstallers ${1:+"-Dinstaller.version=$1"} package

jpackage="$(cat "$out/jdk")/bin/jpackage"
full="$(cat "$out/version")"
# A Mac takes numbers alone, and no 0 for the first: 0.2.0 is told to it as 1.2.0. The file has the true version.
version="$(echo "$full" | sed -e 's/-.*//' -e 's/^0\./1./')"

for type in dmg pkg; do
  rm -rf "$out/jpackaged"
  "$jpackage" --type "$type" @packaging/package.args @packaging/macos.args --app-version "$version" \
    --app-image "$out/image/Frontdesk.app" --resource-dir packaging/macos --dest "$out/jpackaged" \
    ${MAC_SIGNING_IDENTITY:+--mac-sign --mac-signing-key-user-name "$MAC_SIGNING_IDENTITY"}
  mv "$out/jpackaged"/*."$type" "$out/Frontdesk-$full.$type"
  if [ -n "${MAC_NOTARY_PROFILE:-}" ]; then
    xcrun notarytool submit "$out/Frontdesk-$full.$type" --keychain-profile "$MAC_NOTARY_PROFILE" --wait
    xcrun stapler staple "$out/Frontdesk-$full.$type"
  fi
done
rm -rf "$out/jpackaged"
(cd "$out" && shasum -a 256 "Frontdesk-$full.dmg" "Frontdesk-$full.pkg" frontdesk.cdx.json > SHA256SUMS && cat SHA256SUMS)
