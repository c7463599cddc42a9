/** How a token stands; https://docs.slack.dev/reference/methods/auth.test#errors */
export type TokenRefusal = 'invalid_auth' | 'token_revoked' | 'account_inactive' | 'token_expired';

/** The app's tokens: two that are given, or those that OAuth issues. */
export interface Tokens {
  /** Whose token it is, or why it is refused. */
  look(token: string): 'bot' | 'app' | TokenRefusal;
  /** The app itself gives up the bot's token. */
  revoke(token: string): void;
}

/** The two tokens of a workspace in which the app is installed from the start. */
export interface GivenTokens extends Tokens {
  /** The app is removed: its token dies. */
  die(): void;
  /** The app is installed again, with the same token. */
  restore(): void;
}

/** Tokens that are valid. */
export function createTokens(botToken: string, appToken: string): GivenTokens {
  let refusal: TokenRefusal | undefined;
  return {
    look(token) {
      if (token === botToken) return refusal ?? 'bot';
      return token === appToken ? 'app' : 'invalid_auth';
    },
    revoke() {
      refusal = 'token_revoked';
    },
    die() {
      refusal = 'account_inactive';
    },
    restore() {
      refusal = undefined;
    },
  };
}
