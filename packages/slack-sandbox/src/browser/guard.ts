const loopback = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** True if the request names this machine: a page of a stranger whose name resolves to loopback does not. */
export function isLoopbackHost(host: string | undefined): boolean {
  if (host === undefined || !URL.canParse(`http://${host}`)) return false;
  return loopback.has(new URL(`http://${host}`).hostname);
}

/** True unless a browser says that another site's page sent the request. */
export function isSameOrigin(request: Request): boolean {
  const origin = request.headers.get('origin');
  const site = request.headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin' && site !== 'none') return false;
  return origin === null || origin === `http://${request.headers.get('host')}`;
}
