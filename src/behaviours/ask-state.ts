/** How an ask stands, as far as it decides whether to speak of it. */
import { localDateOf } from '../time/zoned.ts';
import type { AskFact, AskState, TeamFacts } from './facts.ts';

/** Nobody has settled it. */
export function isLive(state: AskState): boolean {
  return state === 'open' || state === 'taken';
}

/** Its card came today, with all there is to say: what was asked today or came back today isn't asked about a second time. */
export function cameToday({ state, askedOn, changedAt }: AskFact, { today, calendar }: TeamFacts): boolean {
  if (askedOn === today) return true;
  return state === 'open' && changedAt !== undefined && localDateOf(changedAt, calendar.timeZone) === today;
}
