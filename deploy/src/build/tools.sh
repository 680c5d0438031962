# Sourced by the scripts of this module: finds JDK 25, Maven and npm, or ends with one sentence and status 2.

jdk_advice="install openjdk-25-jdk-headless (Debian 13 has it; elsewhere Eclipse Temurin 25 from adoptium.net) and set JAVA_HOME to its folder, then start again."

fail() {
  echo "$1" >&2
  exit 2
}

# Prints the home of the first JDK 25 among JAVA_HOME, the javac on the path and the places where systems keep their JDKs.
jdk_home() {
  local home javac
  javac="$(command -v javac || true)"
  [ -z "$javac" ] || javac="$(dirname "$(dirname "$(readlink -f "$javac")")")"
  for home in "${JAVA_HOME:-}" "$javac" /usr/lib/jvm/*25* /opt/*25* /Library/Java/JavaVirtualMachines/*25*/Contents/Home \
    "$HOME"/.sdkman/candidates/java/25* "$HOME"/.jdks/*25*; do
    if [ -x "$home/bin/javac" ] && grep -q '^JAVA_VERSION="25' "$home/release" 2>/dev/null; then
      echo "$home"
      return
    fi
  done
}

require_jdk() {
  JAVA_HOME="$(jdk_home)"
  [ -n "$JAVA_HOME" ] || fail "JDK 25 is missing: $jdk_advice"
  export JAVA_HOME
}

require_build_tools() {
  require_jdk
  command -v mvn >/dev/null || fail "Maven is missing: install Maven 3.8.7 or newer, then start again."
  command -v npm >/dev/null || fail "npm is missing: install Node.js with npm, then start again."
}

# Packages all modules when a source is newer than the last build; the class path of this module lies beside it afterwards.
build_if_changed() {
  local built="$root/deploy/target/built"
  if [ -f "$built" ] && [ -f "$root/deploy/target/classpath" ] && [ -z "$(changed_since "$built")" ]; then
    return
  fi
  require_build_tools
  echo "Building (the first time this takes some minutes) ..." >&2
  mkdir -p "$root/deploy/target" 2>/dev/null && [ -w "$root/deploy/target" ] \
    || fail "The folder $root/deploy/target cannot be written: build it as its owner, or in a checkout of your own."
  local begin
  begin="$(mktemp)"
  (cd "$root" && mvn -q -B -ntp -DskipTests -Dspotless.check.skip=true -Dcyclonedx.skip=true package) >&2 \
    || fail "The build failed: the lines above say where."
  mv "$begin" "$built"
}

changed_since() {
  find "$root" -newer "$1" -type f \( -path '*/src/main/*' -o -path '*/src/build/*' -o -name pom.xml -o -name 'package*.json' \) \
    -not -path '*/target/*' -not -path '*/node_modules/*' -print -quit
}

# Becomes the program; it listens to Ctrl-C even where a script started it in the background with the signal switched off.
become() {
  if env --default-signal=INT true 2>/dev/null; then
    exec env --default-signal=INT "$@"
  fi
  exec "$@"
}

class_path() {
  echo "$root/deploy/target/classes:$(cat "$root/deploy/target/classpath")"
}
