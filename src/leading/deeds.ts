/** What a manager did for their people in a week that deserves thanks: in numbers, never with whom, on which day, or what was said. */
import type { TeamFacts } from '../behaviours/facts.ts';
import { counted } from '../behaviours/rhythm.ts';
import { daysBetween, mondayOf } from '../time/zoned.ts';
import type { LocalDate } from '../time/zoned.ts';
import { hadTime, isInside } from './time-with-people.ts';
import type { Span } from './time-with-people.ts';

const mostDeeds = 3;
/** In a team of one, "everybody" says nothing. */
const leastEverybody = 2;
/** A Monday. */
const firstMonday = '1970-01-05';

/**
 * Acts of leadership in words that follow the manager's name: `went on 3 ride-alongs`. At most three, the rarer ones first.
 * @param team with what this manager logged, and nobody else
 * @param answeredAsks how many asks the manager settled in this span
 */
export function deedsOf(team: TeamFacts, span: Span, answeredAsks: number): string[] {
  const isIn = (day: LocalDate | null): boolean => isInside(span, day);
  const entries = team.reps.flatMap((facts) => facts.interactions).filter(({ happenedOn }) => isIn(happenedOn));
  const of = (behaviour: string) => entries.filter((entry) => entry.behaviour === behaviour);
  const rideAlongs = of('ride-along').length;
  const cleared = of('blocked-deal').filter(({ details }) => details['outcome'] === 'removed').length;
  const thanked = of('recognition').length;
  const closed = team.reps.flatMap((facts) => facts.cycles).filter(({ closedOn }) => isIn(closedOn)).length;
  const sawEverybody =
    team.reps.length >= leastEverybody && team.reps.every((facts) => hadTime(team.manager.id, facts, span));
  return [
    cleared > 0 ? `cleared ${aOr(cleared, 'blocked deal')}` : '',
    closed > 0 ? (closed === 1 ? 'helped a rep reach a goal' : `helped ${closed} reps reach a goal`) : '',
    rideAlongs > 0 ? `went on ${aOr(rideAlongs, 'ride-along')}` : '',
    sawEverybody ? 'made time for everyone on the team' : '',
    answeredAsks > 0 ? `answered ${answeredAsks === 1 ? 'an ask' : `${answeredAsks} asks`}` : '',
    thanked > 0 ? (thanked === 1 ? 'thanked somebody' : `thanked people ${thanked} times`) : '',
  ]
    .filter((deed) => deed !== '')
    .slice(0, mostDeeds);
}

/** The same order of rows as before, beginning each week with the next one: whoever stands first was there by turns. */
export function byTurns<Row>(rows: readonly Row[], on: LocalDate): Row[] {
  if (rows.length === 0) return [];
  const turn = Math.floor(daysBetween(firstMonday, mondayOf(on)) / 7) % rows.length;
  return [...rows.slice(turn), ...rows.slice(0, turn)];
}

function aOr(number: number, noun: string): string {
  return number === 1 ? `a ${noun}` : counted(number, noun);
}
