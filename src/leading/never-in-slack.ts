import type { LocalDate } from '../time/zoned.ts';
import { daysBetween } from '../time/zoned.ts';

/** So long somebody whom nobody has found in Slack may be on the way in. */
const daysToTurnUp = 28;

interface Account {
  readonly slackUserId: string | null;
}

/**
 * A rep without a Slack account, of a manager who has one, with whom nothing was ever logged: after four weeks nobody is nudged about
 * them or shown them as missed. One entry, or an account, and they are there again. Where not even the manager is in Slack, nobody was
 * looked for there.
 * @param entries how many were logged with them
 * @param today the manager's
 */
export function isNeverInSlack(
  rep: Account,
  manager: Account,
  reportsSince: LocalDate,
  entries: number,
  today: LocalDate,
): boolean {
  const isMissing = rep.slackUserId === null && manager.slackUserId !== null;
  return isMissing && entries === 0 && daysBetween(reportsSince, today) > daysToTurnUp;
}
