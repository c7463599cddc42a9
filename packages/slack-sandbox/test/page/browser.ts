import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const chromiumPath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';

/** Why the tests of the page cannot run here, if they cannot. */
export const noBrowser = existsSync(chromiumPath) ? undefined : `no chromium at ${chromiumPath}; set CHROMIUM_PATH`;

export function launchBrowser(): Promise<Browser> {
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];
  const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', ...quiet];
  return chromium.launch({ executablePath: chromiumPath, args });
}
