/** How a token stands; https://docs.slack.dev/reference/methods/auth.test#errors */
export type TokenRefusal = 'invalid_auth' | 'token_revoked' | 'account_inactive';

/** The app's two tokens. */
export interface Tokens {
  /** Whose token it is, or why it is refused. */
  look(token: string): 'bot' | 'app' | TokenRefusal;
  /** The bot's token dies: revoked by the app itself, or with the app's removal. */
  revoke(why: 'token_revoked' | 'account_inactive'): void;
  /** The app is installed again, with the same token. */
  restore(): void;
}

/** Tokens that are valid. */
export function createTokens(botToken: string, appToken: string): Tokens {
  let refusal: TokenRefusal | undefined;
  return {
    look(token) {
      if (token === botToken) return refusal ?? 'bot';
      return token === appToken ? 'app' : 'invalid_auth';
    },
    revoke(why) {
      refusal = why;
    },
    restore() {
      refusal = undefined;
    },
  };
}
