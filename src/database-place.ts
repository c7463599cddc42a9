/** Where a database is: in a file, or on a server. */

/** Is this the address of a PostgreSQL server, and not the path of a file? */
export function isPostgresAddress(place: string): boolean {
  return /^postgres(?:ql)?:\/\//iu.test(place);
}

/** The place as it may be shown: an address without its password. */
export function shownPlace(place: string): string {
  if (!isPostgresAddress(place)) return place;
  const url = URL.parse(place);
  return url === null
    ? 'postgres://…'
    : `postgres://${url.username === '' ? '' : `${url.username}@`}${url.host}${url.pathname}`;
}

/** What makes a backup of a database on a server, without its password. */
export function dumpCommand(address: string, file: string): string {
  return `pg_dump --format=custom --file=${file} ${shownPlace(address)}`;
}
