#!/bin/sh
# Builds the packages for Linux, in target/installers: the .deb where dpkg-deb and fakeroot are there, the .rpm
# where rpmbuild is. Needs Maven and a JDK 25 besides, no root; with Xvfb the cache knows the classes of a window.
#   packaging/linux.sh                     the version that the pom says
#   packaging/linux.sh 0.0.9               another one, to try an upgrade
#   TYPES=deb packaging/linux.sh           one of them alone
set -eu
umask 022
cd "$(dirname "$0")/.."
out="$PWD/target/installers"
types="${TYPES:-deb rpm}"
wanted() { case " $types " in *" $1 "*) ;; *) return 1 ;; esac; }
has() { command -v "$1" > /dev/null; }

mvn -B -ntp -q -Dmaven.test.skip -Pinstallers ${1:+"-Dinstaller.version=$1"} package

jpackage="$(cat "$out/jdk")/bin/jpackage"
# 1.2.0-SNAPSHOT is before 1.2.0, which both systems write with a tilde.
version="$(sed 's/-/~/' "$out/version")"
SOURCE_DATE_EPOCH="$(cat "$out/epoch")"
export SOURCE_DATE_EPOCH

# What the package brings beside /opt: the command, the menu's entry, its icons. They are files of the package,
# not of scripts that run at installation, so they go with it.
id=dev.frontdesk.Frontdesk
system="$out/system"
rm -rf "$system" "$out/resources" "$out/jpackaged"
mkdir -p "$system/usr/bin" "$system/usr/share/applications" "$system/usr/share/doc/frontdesk" "$out/resources"
ln -s /opt/frontdesk/bin/frontdesk "$system/usr/bin/frontdesk"
cp "packaging/linux/$id.desktop" "$system/usr/share/applications/"
cp LICENSE "$system/usr/share/doc/frontdesk/copyright"
for icon in "$out"/icons/frontdesk-*.png; do
  size="${icon##*-}" size="${size%.png}"
  mkdir -p "$system/usr/share/icons/hicolor/${size}x$size/apps"
  cp "$icon" "$system/usr/share/icons/hicolor/${size}x$size/apps/$id.png"
done
find "$system" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
cp packaging/linux/control "$out/resources/"
sed "s|SYSTEM_FILES|$system|" packaging/linux/frontdesk.spec > "$out/resources/frontdesk.spec"

package() {
  "$jpackage" --type "$1" @packaging/package.args @packaging/linux.args --app-version "$version" \
    --app-image "$out/image/frontdesk" --resource-dir "$out/resources" --dest "$out/jpackaged"
}

made=""
if wanted deb && has dpkg-deb && has fakeroot; then
  # jpackage takes no files for /usr, so its package is opened once more; it is not worth compressing before.
  DPKG_DEB_COMPRESSOR_TYPE=none package deb
  tree="$out/deb"
  rm -rf "$tree"
  dpkg-deb -R "$out"/jpackaged/*.deb "$tree"
  rm -f "$tree"/DEBIAN/p* # nothing is left for the scripts to do
  cp -a "$system/usr" "$tree/"
  (cd "$tree" && find opt usr -type f | LC_ALL=C sort | xargs md5sum > DEBIAN/md5sums)
  find "$tree" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
  deb="frontdesk_${version}_$(dpkg --print-architecture).deb"
  dpkg-deb --root-owner-group -Zxz -b "$tree" "$out/$deb" > /dev/null
  made="$deb"
fi
if wanted rpm && has rpmbuild; then
  rm -f "$out"/jpackaged/*.rpm
  package rpm
  rpm="$(cd "$out/jpackaged" && echo *.rpm)"
  mv "$out/jpackaged/$rpm" "$out/$rpm"
  made="$made $rpm"
fi
rm -rf "$out/jpackaged" "$out/deb" "$out/system" "$out/resources"
if [ -z "$made" ]; then
  echo "Neither dpkg-deb with fakeroot nor rpmbuild is installed, so there is no package to be made." >&2
  exit 1
fi
(cd "$out" && sha256sum $made frontdesk.cdx.json > SHA256SUMS && cat SHA256SUMS)
