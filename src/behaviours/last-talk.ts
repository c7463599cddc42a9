/** What a manager said of their last one-on-one with somebody, before anything was logged: evidence until there is something better. */
import { addDays, formatDate } from '../time/zoned.ts';
import type { LocalDate } from '../time/zoned.ts';
import type { Evidence } from './behaviour.ts';
import type { LastTalkAnswer, LastTalkFact, RepFacts, TeamFacts } from './facts.ts';
import { elapsedBetween, firstNameOf } from './rhythm.ts';
import type { Rhythm } from './rhythm.ts';

/** As if it was so many days before they said so: the middle of what the answer means. Our own judgement. */
const daysBefore = { 'this-week': 3, weeks: 17, longer: 35 } as const satisfies Record<
  Exclude<LastTalkAnswer, 'unsure'>,
  number
>;

const howLong = {
  'this-week': 'less than a week',
  weeks: 'two to three weeks',
  longer: 'more than three weeks',
} as const satisfies Record<Exclude<LastTalkAnswer, 'unsure'>, string>;

/** The day of that one-on-one as it is estimated; undefined where the manager wasn't sure, or said nothing. */
export function estimatedTalkOn(talk: LastTalkFact | undefined): LocalDate | undefined {
  return talk === undefined || talk.answer === 'unsure' ? undefined : addDays(talk.givenOn, -daysBefore[talk.answer]);
}

/** How long ago it is; undefined where nothing is to be estimated, so that other rules decide. */
export function elapsedSinceTalk(team: TeamFacts, facts: RepFacts, unit: Rhythm['unit']): number | undefined {
  const on = estimatedTalkOn(facts.lastTalk);
  return on === undefined ? undefined : elapsedBetween(team, on, unit);
}

/**
 * The evidence that a one-on-one is due by what the manager said; undefined where it isn't due, or where they said nothing or weren't
 * sure: `elapsedSinceTalk` tells which.
 */
export function lastTalkEvidence(team: TeamFacts, facts: RepFacts, rhythm: Rhythm): Evidence | undefined {
  const { lastTalk } = facts;
  const on = estimatedTalkOn(lastTalk);
  if (lastTalk === undefined || lastTalk.answer === 'unsure' || on === undefined) return undefined;
  const elapsed = elapsedBetween(team, on, rhythm.unit);
  if (elapsed < rhythm.length) return undefined;
  const name = firstNameOf(facts.rep);
  const long = howLong[lastTalk.answer];
  return {
    sentence:
      lastTalk.givenOn === team.today
        ? `You said your last one-on-one with ${name} was ${long} ago.`
        : `On ${formatDate(lastTalk.givenOn, team.today)} you said your last one-on-one with ${name} was ${long} back. Nothing since.`,
    record: null,
    elapsed,
    rhythm: rhythm.length,
    dueSince: lastTalk.givenOn,
  };
}
