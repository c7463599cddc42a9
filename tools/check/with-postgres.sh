#!/usr/bin/env bash
# Runs a command with TEST_POSTGRES, the address of a PostgreSQL server of its own that ends with the command:
#   tools/check/with-postgres.sh npm test -- test/postgres
# Where PostgreSQL isn't installed, the command runs without it, and what needs it is skipped. With POSTGRES_DURABLE set it waits for the
# disk as a real server does, for what is measured.
set -uo pipefail

programs=$(find /usr/lib/postgresql /usr/local/pgsql /opt/homebrew/opt/postgresql* -maxdepth 3 -name initdb -print 2>/dev/null | sort -V | tail -1)
programs=$(dirname "${programs:-$(command -v initdb || true)}" 2>/dev/null)
if [ ! -x "$programs/initdb" ]; then
  echo 'PostgreSQL isn’t installed here: what needs it is skipped.' >&2
  exec "$@"
fi

folder=$(mktemp -d)
# The server refuses to run as root.
as_server=()
if [ "$(id -u)" -eq 0 ]; then
  as_server=(runuser -u postgres --)
  chown postgres "$folder"
fi
port=$(node -e "const s = require('net').createServer().listen(0, '127.0.0.1', () => { console.log(s.address().port); s.close() })")

stop() {
  (cd / && "${as_server[@]}" "$programs/pg_ctl" -D "$folder/data" -m immediate stop >/dev/null 2>&1)
  rm -rf "$folder"
}
trap stop EXIT

# It forgets all of this in a minute: nothing has to survive a power cut.
faster='-c fsync=off -c full_page_writes=off'
if [ -n "${POSTGRES_DURABLE:-}" ]; then faster=; fi
if ! (cd / && "${as_server[@]}" "$programs/initdb" -D "$folder/data" -A trust -U postgres --no-sync -E UTF8 --locale=C >/dev/null &&
  "${as_server[@]}" "$programs/pg_ctl" -D "$folder/data" -l "$folder/log" -w -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories= $faster -c max_connections=300" start >/dev/null); then
  echo 'PostgreSQL didn’t start, so what needs it is skipped. It said:' >&2
  cat "$folder/log" >&2
  "$@"
  exit $?
fi
TEST_POSTGRES="postgres://postgres@127.0.0.1:$port/postgres" "$@"
