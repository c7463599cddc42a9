import { randomBytes } from 'node:crypto';
import type { SandboxClock } from '../contract.ts';
import { limits } from '../limits.ts';
import type { Where } from './contract.ts';

/** What somebody allowed on the authorize page. */
export interface Consent {
  where: Where;
  installerId: string;
  scopes: readonly string[];
  /** The redirect_uri of the request, if it had one. */
  redirectUri: string | undefined;
}

/** Codes between the authorize page and the exchange. */
export interface Codes {
  create(consent: Consent): string;
  /** Looks a code up without using it. */
  look(code: string): Consent | 'invalid_code' | 'code_already_used';
  use(code: string): void;
}

/** Codes that work once, within 10 minutes of the clock; https://docs.slack.dev/authentication/installing-with-oauth */
export function createCodes(clock: SandboxClock): Codes {
  const known = new Map<string, { consent: Consent; expires: number; used: boolean }>();
  return {
    create(consent) {
      const code = `${randomBytes(6).readUIntBE(0, 6)}.${randomBytes(6).readUIntBE(0, 6)}.${randomBytes(32).toString('hex')}`;
      known.set(code, { consent, expires: clock.now().getTime() + limits.codeMilliseconds, used: false });
      return code;
    },
    look(code) {
      const entry = known.get(code);
      if (entry?.used) return 'code_already_used';
      return entry && clock.now().getTime() < entry.expires ? entry.consent : 'invalid_code';
    },
    use(code) {
      const entry = known.get(code);
      if (entry) entry.used = true;
    },
  };
}
