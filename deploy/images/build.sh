#!/usr/bin/env bash
# Builds the images of the services: deploy/images/build.sh [service ...], all five unless said.
# Needs buildah and a JDK 25 (in JAVA_HOME, or where Debian and Ubuntu put one); no registry and no Docker.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
work=$here/target
services=("$@")
if [[ ${#services[@]} -eq 0 ]]; then
  services=(registry-service workshop-service allocation-service execution-service transparency-service)
fi
tag=${MINKA_IMAGE_TAG:-0.1.0-SNAPSHOT}
epoch=${SOURCE_DATE_EPOCH:-$(git -C "$root" log -1 --format=%ct 2>/dev/null || echo 0)}

# What the services use of Java; a module too few shows when the image is started.
modules=java.base,java.compiler,java.desktop,java.instrument,java.logging,java.management,java.naming,java.net.http
modules+=,java.prefs,java.rmi,java.scripting,java.security.jgss,java.security.sasl,java.sql,java.transaction.xa,java.xml
modules+=,jdk.jfr,jdk.localedata,jdk.management,jdk.net,jdk.unsupported,jdk.zipfs

fail() {
  echo "build.sh: $*" >&2
  exit 2
}

jdk() {
  local each
  for each in "${JAVA_HOME:-}" /usr/lib/jvm/*25*; do
    if [[ -x $each/bin/jlink ]] && "$each/bin/java" -version 2>&1 | grep -q '"25'; then
      echo "$each"
      return
    fi
  done
  fail "no JDK 25 found: set JAVA_HOME"
}

# The Java runtime with the libraries of this machine that it is linked to.
make_runtime() {
  local java_home=$1 into=$2
  rm -rf "$into"
  mkdir -p "$into/opt" "$into/tmp" "$into/etc"
  chmod 1777 "$into/tmp"
  "$java_home/bin/jlink" --add-modules "$modules" --include-locales=en,es,qu --strip-debug --no-header-files \
    --no-man-pages --compress zip-6 --output "$into/opt/java"
  echo 'minka:x:10001:10001:Minka:/minka:/sbin/nologin' >"$into/etc/passwd"
  echo 'minka:x:10001:' >"$into/etc/group"
  echo 'hosts: files dns' >"$into/etc/nsswitch.conf"
  {
    # what windows and sound are linked to is not needed without a screen
    find "$into/opt/java" -type f \( -name '*.so' -o -path '*/bin/java' \) ! -name 'lib*awt*.so' \
      ! -name 'libsplashscreen.so' ! -name 'libfontmanager.so' ! -name 'libjsound.so' -exec ldd {} + 2>/dev/null |
      awk '{ for (i = 1; i <= NF; i++) if ($i ~ /^\//) print $i }'
    find /lib /usr/lib -name 'libresolv.so.2' -o -name 'libstdc++.so.6' -o -name 'libgcc_s.so.1' 2>/dev/null
  } | grep -v "$into" | sort -u | while read -r library; do
    mkdir -p "$into$(dirname "$library")"
    cp -L "$library" "$into$library"
  done
}

command -v buildah >/dev/null || fail "no buildah found"
java_home=$(jdk)
mkdir -p "$work"
make_runtime "$java_home" "$work/runtime"
echo "runtime: $(du -sm "$work/runtime" | cut -f1) MB"

for service in "${services[@]}"; do
  app=$root/$service/target/quarkus-app
  [[ -f $app/quarkus-run.jar ]] || fail "$service is not built: mvn -DskipTests package"
  rm -rf "$work/app"
  cp -r "$app" "$work/app"
  buildah bud --isolation chroot --quiet --timestamp "$epoch" --build-arg SERVICE="$service" \
    -t "minka/$service:$tag" -f "$here/Containerfile" "$work" >/dev/null
  echo "minka/$service:$tag  $(buildah images --format '{{.Size}}' "minka/$service:$tag")"
done
