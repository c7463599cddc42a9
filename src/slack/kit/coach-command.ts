/** What was typed after `/coach`, still as Slack escapes it. */
export type CoachCommand =
  | { readonly kind: 'bare' }
  /** A person and nothing else. */
  | { readonly kind: 'person'; readonly slackUserId: string }
  | { readonly kind: 'note'; readonly slackUserId: string; readonly words: string }
  /** No person whom Slack vouches for: a name in plain text is never guessed from. */
  | { readonly kind: 'nobody'; readonly words: string };

/** `<@U012>` or `<@U012|name>` at the beginning. */
const person = /^<@([UW][A-Z0-9]+)(?:\|[^<>]*)?>/u;

export function readCoachCommand(text: string): CoachCommand {
  const typed = text.trim();
  if (typed === '') return { kind: 'bare' };
  const [mention, slackUserId] = person.exec(typed) ?? [];
  if (mention === undefined || slackUserId === undefined) return { kind: 'nobody', words: typed };
  const words = typed.slice(mention.length).trim();
  return words === '' ? { kind: 'person', slackUserId } : { kind: 'note', slackUserId, words };
}
