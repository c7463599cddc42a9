/** The one thing that a lead can do, with the button that does it. */
import { companyObstacleNames } from '../behaviours/company-obstacles.ts';
import type { SkipLevel, TeamDigest } from './digest.ts';
import { behindWords, obstacleDays } from './obstacles.ts';
import type { ObstacleCount } from './obstacles.ts';

/** What a press on its button does. */
export type Offer =
  /** Opens what came up to the lead. */
  | { readonly kind: 'open-ask'; readonly askId: number }
  | { readonly kind: 'take-ask'; readonly askId: number; readonly managerName: string }
  | { readonly kind: 'sit-down'; readonly repId: number; readonly name: string }
  | { readonly kind: 'thank'; readonly managerId: number; readonly name: string; readonly deeds: readonly string[] }
  | { readonly kind: 'see-asks' };

/** In a sentence, with why. */
export interface OneThing {
  readonly act: string;
  readonly why: string;
  /** Undefined where there is nothing to press. */
  readonly offer: Offer | undefined;
}

export interface OneThingInput {
  readonly teams: readonly TeamDigest[];
  readonly obstacle: ObstacleCount | undefined;
  /** Whom the lead hasn't sat down with for longest. */
  readonly skipLevel: SkipLevel | undefined;
  /** Reps with whom the lead has booked a skip-level: nothing more is asked about them. */
  readonly bookedReps: ReadonlySet<number>;
}

/** The first that applies, from what only the lead can do to what is pleasant. */
export function oneThingOf(input: OneThingInput): OneThing {
  return (
    waitsForLead(input.teams) ??
    ageingAsk(input.teams) ??
    obstacleToRemove(input.obstacle) ??
    somebodyMissed(input) ??
    blockedDeal(input.teams) ??
    somebodyToThank(input.teams) ??
    somebodyToMeet(input.skipLevel)
  );
}

function waitsForLead(teams: readonly TeamDigest[]): OneThing | undefined {
  const team = neediest(teams, ({ asksWithLead }) => (asksWithLead.count > 0 ? asksWithLead.oldestDays + 1 : 0));
  if (team === undefined) return undefined;
  const { count, oldestDays, oldestId } = team.asksWithLead;
  return {
    act: `Answer what came up to you from ${team.managerName}’s team.`,
    why: withYouWords(count, oldestDays),
    offer: oldestId === undefined ? undefined : { kind: 'open-ask', askId: oldestId },
  };
}

function ageingAsk(teams: readonly TeamDigest[]): OneThing | undefined {
  const team = neediest(teams, ({ ageingAsks }) => ageingAsks.oldestDays);
  if (team === undefined) return undefined;
  const { count, oldestDays, oldestId } = team.ageingAsks;
  const waiting =
    count === 1
      ? `It has waited there for ${days(oldestDays)}.`
      : `${count} have waited there, the oldest for ${days(oldestDays)}.`;
  const { managerName } = team;
  return {
    act: `Take an ask off ${managerName}’s desk.`,
    why: `${waiting} You read it once it is yours; ${managerName} and whoever asked are told.`,
    offer: oldestId === undefined ? undefined : { kind: 'take-ask', askId: oldestId, managerName },
  };
}

function obstacleToRemove(obstacle: ObstacleCount | undefined): OneThing | undefined {
  if (obstacle === undefined) return undefined;
  return {
    act: `Fix ${companyObstacleNames[obstacle.obstacle]}: ${behindWords(obstacle)}.`,
    why: `Your teams named it as what our own company puts in the way, in the last ${obstacleDays} days. You can remove it for all of them.`,
    offer: { kind: 'see-asks' },
  };
}

function somebodyMissed({ teams, bookedReps }: OneThingInput): OneThing | undefined {
  const missing = teams.flatMap((team) =>
    team.missed.filter(({ repId }) => !bookedReps.has(repId)).map((missed) => ({ ...missed, team })),
  );
  const person = missing.toSorted((one, other) => other.days - one.days || one.repId - other.repId)[0];
  if (person === undefined) return undefined;
  return {
    act: `Sit down with ${person.name}, and give ${person.team.managerName} an hour back for it.`,
    why: `Nothing has been logged with them for ${days(person.days)}. Ask what you can take over, so that there is time.`,
    offer: { kind: 'sit-down', repId: person.repId, name: person.name },
  };
}

function blockedDeal(teams: readonly TeamDigest[]): OneThing | undefined {
  const team = neediest(teams, ({ blockedDeals }) => blockedDeals.reported);
  if (team === undefined) return undefined;
  const { reported } = team.blockedDeals;
  return {
    act: `Ask ${team.managerName} which blocked deal needs somebody more senior.`,
    why: `${reported === 1 ? 'One deal is' : `${reported} deals are`} reported as blocked in that team.`,
    offer: { kind: 'see-asks' },
  };
}

/** @param teams with whoever stands first by turns */
function somebodyToThank(teams: readonly TeamDigest[]): OneThing | undefined {
  const team = teams.find(({ deeds, wasThanked }) => deeds.length > 0 && !wasThanked);
  if (team === undefined) return undefined;
  const { managerId, managerName: name, deeds } = team;
  return {
    act: `Thank ${name}.`,
    why: `In the last seven days ${name} ${sentence(deeds)}.`,
    offer: { kind: 'thank', managerId, name, deeds },
  };
}

function somebodyToMeet(skipLevel: SkipLevel | undefined): OneThing {
  if (skipLevel === undefined)
    return {
      act: 'Sit down with one of your managers and ask what would make their week easier.',
      why: 'Nothing is waiting for you today.',
      offer: undefined,
    };
  const { repId, name, managerName } = skipLevel;
  return {
    act: `Sit down with ${name} from ${managerName}’s team.`,
    why: 'Nothing is waiting for you today, so there is time to hear how it looks from there.',
    offer: { kind: 'sit-down', repId, name },
  };
}

/** Where most help is needed; of two alike the one that was on record first. */
function neediest(teams: readonly TeamDigest[], needOf: (team: TeamDigest) => number): TeamDigest | undefined {
  return teams
    .filter((team) => needOf(team) > 0)
    .toSorted((one, other) => needOf(other) - needOf(one) || one.managerId - other.managerId)[0];
}

/** `went on a ride-along and answered an ask`. */
export function sentence(deeds: readonly string[]): string {
  return deeds.length <= 1 ? (deeds[0] ?? '') : `${deeds.slice(0, -1).join(', ')} and ${deeds.at(-1) ?? ''}`;
}

function withYouWords(count: number, oldestDays: number): string {
  if (oldestDays === 0) return count === 1 ? 'One ask came to you today.' : `${count} asks came to you today.`;
  if (count === 1) return `Somebody asked ${days(oldestDays)} ago, and it is with you.`;
  return `${count} asks are with you, the oldest of them ${days(oldestDays)} old.`;
}

function days(number: number): string {
  return number === 1 ? 'one day' : `${number} days`;
}
