import { createCookieJar } from './cookies.ts';
import type { CookieJar } from './cookies.ts';
import { isLoopbackHost } from '../browser/guard.ts';

/** What somebody chooses on the authorize page. */
export interface Choice {
  into: string;
  by: string;
}

const mostRedirects = 8;
const authorizePath = '/oauth/v2/authorize';

/**
 * Walks the browser's way of an installation, from the app's install page over Slack's authorize page (at `url`, wherever the app
 * takes Slack to be) back to the app's last page. Rejects with a sentence where it ends before.
 */
export async function walkInstallation(
  url: string,
  installUrl: string,
  { into, by }: Choice,
): Promise<{ status: number; html: string }> {
  const jar = createCookieJar();
  const opened = await follow(jar, installUrl, 'same-site');
  const ask = opened.leadsTo ?? linkIn(opened.html);
  if (ask === undefined) {
    throw new Error(
      `${installUrl} leads to no authorize page. It answered ${opened.status}: ${opened.html.slice(0, 300)}`,
    );
  }
  const { search } = new URL(ask);
  const page = await fetch(`${url}${authorizePath}${search}`);
  if (!page.ok) throw new Error(`The authorize page refuses: ${refusalIn(await page.text())}.`);
  const fields = hiddenIn(await page.text());
  for (const [name, value] of Object.entries({ into, by, answer: 'allow' })) fields.set(name, value);
  const allowed = await fetch(`${url}${authorizePath}`, { method: 'POST', body: fields, redirect: 'manual' });
  const back = allowed.headers.get('location');
  if (back === null) throw new Error(`The authorize page refuses: ${refusalIn(await allowed.text())}.`);
  const { status, html } = await follow(jar, back, 'cross-site');
  return { status, html };
}

/** Opens a page and follows its redirects as long as they stay on this machine and do not lead to Slack. */
async function follow(
  jar: CookieJar,
  from: string,
  site: 'same-site' | 'cross-site',
): Promise<{ status: number; html: string; leadsTo?: string }> {
  let address = new URL(from);
  for (let count = 0; count < mostRedirects; count += 1) {
    const cookie = jar.headerFor(address, site);
    const response = await fetch(address, { redirect: 'manual', headers: cookie === '' ? {} : { cookie } });
    jar.keep(address, response.headers.getSetCookie());
    const location = response.headers.get('location');
    const page = { status: response.status, html: await response.text() };
    if (location === null) return page;
    address = new URL(location, address);
    if (address.pathname === authorizePath) return { ...page, leadsTo: address.href };
    if (!isLoopbackHost(address.host)) return page;
  }
  throw new Error(`${from} redirects more than ${mostRedirects} times.`);
}

function linkIn(page: string): string | undefined {
  for (const [, link = ''] of page.matchAll(/href\s*=\s*["']([^"']+)["']/gi)) {
    const address = unescaped(link);
    if (URL.canParse(address) && new URL(address).pathname === authorizePath) return address;
  }
  return undefined;
}

function hiddenIn(page: string): URLSearchParams {
  const fields = new URLSearchParams();
  for (const [, name = '', value = ''] of page.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)) {
    fields.set(name, unescaped(value));
  }
  return fields;
}

function refusalIn(page: string): string {
  return unescaped(/<code id="error">([^<]*)</.exec(page)?.[1] ?? page.slice(0, 300));
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#x3D': '=' };

function unescaped(text: string): string {
  return text.replaceAll(/&(amp|lt|gt|quot|#39|#x3D);/g, (_, name: string) => entities[name] ?? '');
}
