import { randomBytes } from 'node:crypto';
import type { SandboxClock } from '../contract.ts';
import { limits } from '../limits.ts';
import type { Mask } from '../traffic.ts';
import type { Tokens } from '../web-api/tokens.ts';
import type { Installation } from './installations.ts';

/** What an exchange hands to the app. */
export interface Issued {
  accessToken: string;
  /** With rotation. */
  refreshToken?: string;
  /** With rotation, in seconds. */
  expiresIn?: number;
}

/** Every token that was ever issued, and how it stands. */
export interface Ledger extends Tokens {
  /** Whose token it is, dead or alive. */
  holder(token: string): Installation | undefined;
  /** A first token, or a first pair. Tokens of earlier installs stay valid. */
  issue(installation: Installation): Issued;
  /** Uses the refresh token up and hands out a new pair; undefined for one that is unknown, used, or of a removed app. */
  refresh(refreshToken: string): { installation: Installation; issued: Issued } | undefined;
  /** Kills the access tokens of an installation. */
  revokeAll(installation: Installation): void;
}

/** What was issued by one install, renewed or not. */
interface Chain {
  installation: Installation;
  /** Access tokens, oldest first. */
  tokens: AccessToken[];
}

interface AccessToken {
  chain: Chain;
  expires: number;
  revoked: boolean;
}

const anyToken = /\b(?:xoxe\.)?xox[a-z]-[\w-]+/g;

/** Hides every token of the kinds that a ledger issues. */
export const maskTokens: Mask = (text) => text.replaceAll(anyToken, (token) => `${token.slice(0, 5)}…`);

/**
 * Tokens as OAuth issues them. With rotation, as in https://docs.slack.dev/authentication/using-token-rotation: they live 12
 * hours of the clock, an access token outlives its renewal, two of a chain are valid at most, and a refresh token works once.
 * The "short grace period" in which Slack takes a used one is left out. What becomes of earlier tokens when an app is
 * installed once more is not documented: here they stay valid until it is removed.
 */
export function createLedger(clock: SandboxClock, rotates: boolean): Ledger {
  const access = new Map<string, AccessToken>();
  const refreshers = new Map<string, Chain>();

  function standsAt(token: AccessToken): 'bot' | 'account_inactive' | 'token_revoked' | 'token_expired' {
    if (token.chain.installation.removed) return 'account_inactive';
    if (token.revoked) return 'token_revoked';
    return clock.now().getTime() >= token.expires ? 'token_expired' : 'bot';
  }

  function extend(chain: Chain): Issued {
    const expires = rotates ? clock.now().getTime() + limits.tokenSeconds * 1000 : Infinity;
    const token: AccessToken = { chain, expires, revoked: false };
    chain.tokens.push(token);
    const valid = chain.tokens.filter((each) => standsAt(each) === 'bot');
    for (const oldest of valid.slice(0, -limits.tokensOfChain)) oldest.revoked = true;
    const accessToken = `${rotates ? 'xoxe.xoxb-1' : 'xoxb'}-${secret()}`;
    access.set(accessToken, token);
    if (!rotates) return { accessToken };
    const refreshToken = `xoxe-1-${secret()}`;
    refreshers.set(refreshToken, chain);
    return { accessToken, refreshToken, expiresIn: limits.tokenSeconds };
  }

  return {
    look(token) {
      const known = access.get(token);
      return known ? standsAt(known) : 'invalid_auth';
    },
    revoke(token) {
      const known = access.get(token);
      if (known) known.revoked = true;
    },
    holder: (token) => access.get(token)?.chain.installation,
    issue: (installation) => extend({ installation, tokens: [] }),
    refresh(refreshToken) {
      const chain = refreshers.get(refreshToken);
      refreshers.delete(refreshToken);
      if (!chain || chain.installation.removed) return undefined;
      return { installation: chain.installation, issued: extend(chain) };
    },
    revokeAll(installation) {
      for (const token of access.values()) if (token.chain.installation === installation) token.revoked = true;
    },
  };
}

function secret(): string {
  return randomBytes(24).toString('hex');
}
