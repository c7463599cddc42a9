/** A browser's cookies, as far as an installation depends on them. */
export interface CookieJar {
  keep(from: URL, setCookie: readonly string[]): void;
  /** What is sent there. Who comes from another site brings no cookies that are SameSite=Strict. */
  headerFor(to: URL, site: 'same-site' | 'cross-site'): string;
}

interface Cookie {
  name: string;
  value: string;
  host: string;
  path: string;
  strict: boolean;
}

/** An empty jar. Like browsers it takes loopback for secure, and forgets a cookie whose age or date is over. */
export function createCookieJar(): CookieJar {
  let cookies: readonly Cookie[] = [];
  return {
    keep(from, setCookie) {
      for (const line of setCookie) {
        const [pair = '', ...rest] = line.split(';').map((part) => part.trim());
        const attributes = new Map(
          rest.map((part) => [part.split('=')[0]?.toLowerCase() ?? '', part.split('=')[1] ?? '']),
        );
        const at = pair.indexOf('=');
        const path = attributes.get('path') ?? from.pathname.replace(/\/[^/]*$/, '');
        const cookie = {
          name: pair.slice(0, at),
          value: pair.slice(at + 1),
          host: from.hostname,
          path: path === '' ? '/' : path,
          strict: attributes.get('samesite')?.toLowerCase() === 'strict',
        };
        cookies = cookies.filter((each) => each.name !== cookie.name || each.path !== cookie.path);
        if (!isOver(attributes)) cookies = [...cookies, cookie];
      }
    },
    headerFor: (to, site) =>
      cookies
        .filter(
          ({ host, path, strict }) =>
            host === to.hostname && isBelow(to.pathname, path) && !(strict && site === 'cross-site'),
        )
        .map(({ name, value }) => `${name}=${value}`)
        .join('; '),
  };
}

/** Ages are compared with nothing: a cookie that is taken back has an age of 0 or a date at the beginning of time. */
function isOver(attributes: ReadonlyMap<string, string>): boolean {
  const age = attributes.get('max-age');
  if (age !== undefined) return Number(age) <= 0;
  const expires = attributes.get('expires');
  return expires !== undefined && Date.parse(expires) <= 86_400_000;
}

function isBelow(pathname: string, path: string): boolean {
  return pathname === path || pathname.startsWith(path.endsWith('/') ? path : `${path}/`);
}
