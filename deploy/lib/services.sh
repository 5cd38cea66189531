# shellcheck shell=bash
# Runs our two services for a script; sourced, not run. The caller sets
#   SERVICES_DIR   gets logs and pids; holds glance-registry.conf and glance-api.conf before the start

services_root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)

# The start time of a process: tells a reused pid apart.
services_born() { sed 's/.*) //' "/proc/$1/stat" 2>/dev/null | cut -d' ' -f20; }

services_alive() { # NAME
  local pid born
  read -r pid born 2>/dev/null <"$SERVICES_DIR/$1.pid" || return 1
  [ -n "$born" ] && [ "$(services_born "$pid")" = "$born" ]
}

services_launch() { # NAME COMMAND...
  local name=$1
  shift
  setsid "$@" >"$SERVICES_DIR/$name.log" 2>&1 </dev/null &
  echo "$! $(services_born $!)" >"$SERVICES_DIR/$name.pid"
}

services_wait() { # NAME URL
  for ((i = 0; i < 300; i++)); do
    if [ "$(curl -s -o /dev/null -m 5 -w '%{http_code}' "$2")" = 200 ]; then return; fi
    if ! services_alive "$1"; then break; fi
    sleep 0.2
  done
  tail -n 30 "$SERVICES_DIR/$1.log" >&2
  echo "$1 gave no answer on $2" >&2
  return 1
}

services_port() { sed -n 's/^bind_port *= *//p' "$SERVICES_DIR/$1.conf"; }

services_start() {
  "$services_root/deploy/bin/glance-manage" --config-file "$SERVICES_DIR/glance-registry.conf" db sync \
    >"$SERVICES_DIR/glance-manage.log" 2>&1 || {
    tail -n 30 "$SERVICES_DIR/glance-manage.log" >&2
    return 1
  }
  local name
  for name in glance-registry glance-api; do
    services_launch "$name" "$services_root/deploy/bin/$name" --config-file "$SERVICES_DIR/$name.conf"
  done
  services_wait glance-registry "http://127.0.0.1:$(services_port glance-registry)/q/health/ready" &&
    services_wait glance-api "http://127.0.0.1:$(services_port glance-api)/healthcheck"
}

services_pid() { cut -d' ' -f1 "$SERVICES_DIR/$1.pid"; }

services_stop() {
  local name pid
  for name in glance-api glance-registry; do
    if services_alive "$name"; then
      pid=$(services_pid "$name")
      kill "$pid"
      for ((i = 0; i < 300; i++)); do
        services_alive "$name" || break
        sleep 0.1
      done
      if services_alive "$name"; then kill -9 "$pid"; fi
    fi
    rm -f "$SERVICES_DIR/$name.pid"
  done
}
