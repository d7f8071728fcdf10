#!/usr/bin/env bash
# Measures the ballot box beside its limits: deploy/load/measure.sh [all | cast | count | curve | overload | adversity ...] [name=value ...]
# Builds what it measures. pgbench, the rival, is taken from the path or from Debian's postgresql-15
# (apt-get install postgresql-15); without it the same transactions go through JDBC, and the report says so.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
maven=${MINKA_MVN:-mvn}

if [[ ${MINKA_BUILD:-yes} == yes ]]; then
  # shellcheck disable=SC2086 — the command may carry arguments
  (cd "$root" &&
    $maven -q -DskipTests -Dspotless.check.skip=true -pl deploy/local,workshop-service -am install &&
    $maven -q -DskipTests -Dspotless.check.skip=true -f deploy/load/pom.xml package)
fi

# the Java of the images, where the machine has it
for each in /usr/lib/jvm/*25*/bin/java; do
  if [[ -z ${MINKA_LOAD_JAVA:-} && -x $each ]]; then
    export MINKA_LOAD_JAVA=$each
  fi
done

jar=$(compgen -G "$here/target/minka-load-*.jar" | grep -v -e sources -e javadoc | head -1)
umask 077
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xmx768m -XX:+UseSerialGC -Dminka.root="$root" \
  -cp "$jar:$(<"$here/target/class-path")" pe.minka.load.Measure "$@"
