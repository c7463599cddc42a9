/**
 * The address that opens a direct message with somebody: linked to, never read. Source: Slack's reference "Deep linking into Slack",
 * open a direct message. Undefined for who has no account or has left.
 */
export function directMessageWith(
  teamId: string,
  person: { readonly slackUserId: string | null; readonly leftOn: string | null },
): string | undefined {
  if (person.slackUserId === null || person.leftOn !== null) return undefined;
  return `slack://user?team=${teamId}&id=${person.slackUserId}`;
}
