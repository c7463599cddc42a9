import { randomBytes } from 'node:crypto';
import type { SandboxClock } from '../contract.ts';
import { limits } from '../limits.ts';

/** Where a response_url answers to, and on behalf of whom. */
export interface ResponseAddress {
  userId: string;
  conversationId: string;
  /** The message the interaction was on, for replace_original and delete_original. */
  messageTs?: string;
}

/** response_urls handed out so far. */
export interface ResponseUrls {
  create(address: ResponseAddress): string;
  /** Uses the address up once more, or says why not. */
  use(path: string): ResponseAddress | 'used_url' | 'expired_url';
}

/** response_urls under `url`; they age by the workspace's clock. */
export function createResponseUrls(clock: SandboxClock, url: () => string, teamId: string): ResponseUrls {
  const known = new Map<string, { address: ResponseAddress; expires: number; uses: number }>();
  return {
    create(address) {
      const path = `/hooks/${teamId}/${randomBytes(18).toString('base64url')}`;
      known.set(path, { address, expires: clock.now().getTime() + limits.responseUrlMilliseconds, uses: 0 });
      return url() + path;
    },
    use(path) {
      const entry = known.get(path);
      if (!entry || clock.now().getTime() >= entry.expires) return 'expired_url';
      if (entry.uses >= limits.responseUrlUses) return 'used_url';
      entry.uses += 1;
      return entry.address;
    },
  };
}
