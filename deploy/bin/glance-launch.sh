# Shared by glance-api, glance-registry and glance-manage; sourced, not run.
#
# Finds the built program, Java and the configuration. Sets JAVA, PROGRAM_DIR and
# the array CONFIG_PROPERTIES; leaves what isn't about configuration in ARGUMENTS.

launch_fail() {
  echo "$PROGRAM: $1" >&2
  exit 1
}

# GLANCE_HOME is an installed tree (lib/glance-api/quarkus-run.jar …); without it
# the commands run what Maven built in the repository around them.
find_program() {
  local module=$1 name=$2 here
  here=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd)
  if [ -n "${GLANCE_HOME:-}" ]; then
    PROGRAM_DIR=$GLANCE_HOME/lib/$name
  elif [ -d "$here/../lib/$name" ]; then
    PROGRAM_DIR=$here/../lib/$name
  else
    PROGRAM_DIR=$here/../../$module/target/quarkus-app
  fi
  [ -f "$PROGRAM_DIR/quarkus-run.jar" ] ||
    launch_fail "not built: $PROGRAM_DIR/quarkus-run.jar is missing (mvn package, or set GLANCE_HOME)"
  PROGRAM_DIR=$(cd "$PROGRAM_DIR" && pwd)
}

find_java() {
  JAVA=${JAVA_HOME:+$JAVA_HOME/bin/java}
  JAVA=${JAVA:-java}
  command -v "$JAVA" >/dev/null || launch_fail "no Java found: install JDK 17 or set JAVA_HOME"
}

need_value() {
  [ $# -ge 2 ] && [ -n "$2" ] || launch_fail "$1 needs a value"
}

# Takes --config-file and --config-dir, in both spellings, from the arguments up to
# the first one that is no option.
read_arguments() {
  CONFIG_FILES=() CONFIG_DIRS=() ARGUMENTS=() DEBUG=()
  while [ $# -gt 0 ]; do
    case $1 in
      --config-file) need_value "$@"; CONFIG_FILES+=("$2"); shift ;;
      --config-file=*) CONFIG_FILES+=("${1#*=}") ;;
      --config-dir) need_value "$@"; CONFIG_DIRS+=("$2"); shift ;;
      --config-dir=*) CONFIG_DIRS+=("${1#*=}") ;;
      --version) show_version; exit 0 ;;
      -h | --help) show_help; exit 0 ;;
      -d | --debug) export OS_DEFAULT__DEBUG=True; DEBUG=(--debug) ;;
      --nodebug) export OS_DEFAULT__DEBUG=False ;;
      -v | --verbose) ;;
      *) ARGUMENTS=("$@"); break ;;
    esac
    shift
  done
}

show_version() {
  sed -n 's/^glance\.version=//p' "$PROGRAM_DIR/glance-version.properties" 2>/dev/null | grep . ||
    find "$PROGRAM_DIR/app" -name 'glance-*.jar' -exec basename {} .jar \; |
      sed 's/^glance-[a-z]*-//' | head -n 1
}

# Where nothing is named: the first of the programs with a file or a directory in
# /etc/glance; GLANCE_CONFIG_ROOT replaces /etc/glance.
search_configuration() {
  local root=${GLANCE_CONFIG_ROOT:-/etc/glance} name
  if [ ${#CONFIG_FILES[@]} -eq 0 ] && [ ${#CONFIG_DIRS[@]} -eq 0 ]; then
    for name in "$@"; do
      [ -f "$root/$name.conf" ] && CONFIG_FILES+=("$root/$name.conf")
      [ -d "$root/$name.conf.d" ] && CONFIG_DIRS+=("$root/$name.conf.d")
      [ ${#CONFIG_FILES[@]} -eq 0 ] && [ ${#CONFIG_DIRS[@]} -eq 0 ] || break
    done
  fi
  for name in "${CONFIG_FILES[@]}"; do
    [ -r "$name" ] || launch_fail "cannot read configuration file $name"
  done
  for name in "${CONFIG_DIRS[@]}"; do
    [ -d "$name" ] && [ -r "$name" ] || launch_fail "cannot read configuration directory $name"
  done
  CONFIG_PROPERTIES=()
  [ ${#CONFIG_FILES[@]} -eq 0 ] ||
    CONFIG_PROPERTIES+=("-Dglance.config-file=$(IFS=,; echo "${CONFIG_FILES[*]}")")
  [ ${#CONFIG_DIRS[@]} -eq 0 ] ||
    CONFIG_PROPERTIES+=("-Dglance.config-dir=$(IFS=,; echo "${CONFIG_DIRS[*]}")")
}

# Runs a service in the foreground; SIGTERM lets running requests end.
run_service() {
  local module=$1
  shift
  find_program "$module" "$PROGRAM"
  read_arguments "$@"
  [ ${#ARGUMENTS[@]} -eq 0 ] || launch_fail "unknown argument: ${ARGUMENTS[0]} (see $PROGRAM --help)"
  find_java
  search_configuration "$PROGRAM"
  # Heap and buffers fit into 512 MiB with the rest of the JVM: without a limit of its own,
  # direct memory may grow as large as the heap.
  # shellcheck disable=SC2086 # options are split on purpose
  exec "$JAVA" \
    ${GLANCE_JAVA_OPTS:--Xmx256m -XX:MaxDirectMemorySize=128m -XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError} \
    "${CONFIG_PROPERTIES[@]}" -jar "$PROGRAM_DIR/quarkus-run.jar"
}
