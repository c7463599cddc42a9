/** What Slack puts in place of people, channels and links in a command's text (Formatting text for app surfaces). */
const reference = /<([@#!]?)([^<>|]*)(?:\|([^<>]*))?>/gu;

/**
 * A command's text as it was typed. With `should_escape` Slack replaces people, channels and links by their ids and escapes
 * `& < >`; here they read as words again.
 * @param nameOf the name of a Slack user, where Slack gives the id alone
 */
export function asTyped(text: string, nameOf: (slackUserId: string) => string | undefined): string {
  return text
    .replace(reference, (whole: string, mark: string, target: string, label: string | undefined) => {
      if (mark === '@') return `@${nameOf(target) ?? label ?? target}`;
      if (mark === '#') return `#${label ?? target}`;
      if (mark === '!') return label ?? `@${target}`;
      return /^[a-z]+:/iu.test(target) ? (label ?? target) : whole;
    })
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

/** Ids of the Slack users that a command's text names. */
export function mentionedIn(text: string): string[] {
  return [...text.matchAll(reference)].flatMap(([, mark, target]) =>
    mark === '@' && target !== undefined ? [target] : [],
  );
}
