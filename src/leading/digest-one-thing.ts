/** The one thing that a lead can do, with the button that does it. */
import { companyObstacleNames } from '../behaviours/company-obstacles.ts';
import type { AskId, PersonId } from '../behaviours/ids.ts';
import { namePartsOf } from '../behaviours/person-name.ts';
import { counted } from '../behaviours/rhythm.ts';
import { addDays, formatDate, longAgo } from '../time/zoned.ts';
import type { LocalDate } from '../time/zoned.ts';
import { adviseFrom } from './digest-advice.ts';
import type { Advice, AdviceTopic, Candidate } from './digest-advice.ts';
import type { SkipLevel, TeamDigest } from './digest.ts';
import { behindWords, obstacleDays } from './obstacles.ts';
import type { ObstacleCount } from './obstacles.ts';

/** What a press on its button does. */
export type Offer =
  /** Opens what came up to the lead. */
  | { readonly kind: 'open-ask'; readonly askId: AskId }
  | { readonly kind: 'take-ask'; readonly askId: AskId; readonly managerName: string }
  /** Writes to a manager, from these words. */
  | { readonly kind: 'write'; readonly managerId: PersonId; readonly name: string }
  | { readonly kind: 'sit-down'; readonly repId: PersonId; readonly name: string }
  | { readonly kind: 'thank'; readonly managerId: PersonId; readonly name: string; readonly deeds: readonly string[] }
  | { readonly kind: 'see-asks' };

/** In a sentence, with why. */
export interface OneThing extends Words {
  /** What it is about, and how often it was advised with this one. */
  readonly topic: AdviceTopic;
  readonly week: number;
}

interface Words {
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
  /** The lead's local day. */
  readonly on: LocalDate;
  /** What earlier digests advised, newest first. */
  readonly given: readonly Advice[];
  /** The day on which the lead last wrote to a manager, by the manager. */
  readonly lastAsked: ReadonlyMap<number, LocalDate>;
  readonly shortNameOf: (name: string) => string;
}

/** What is said again with more weight each week is said this often, and then gives way. */
const mostWeeks = 3;
const askedLatelyDays = 7;
/** Whoever isn't thanked by then is spoken of again. */
const thankedAgainDays = 27;

/**
 * The first that applies and wasn't said already: a manager who has gone quiet, then from what only the lead can do to what is pleasant.
 * What was advised and not done is said in other words, or gives way.
 */
export function oneThingOf(input: OneThingInput): OneThing {
  const candidates = [
    ...goneQuiet(input),
    ...waitsForLead(input),
    ...ageingAsks(input),
    ...obstacleToRemove(input),
    ...peopleMissed(input),
    ...blockedDeals(input),
    ...managersToThank(input),
    ...somebodyToMeet(input),
    anyManager,
  ];
  const { topic, week, words } = adviseFrom(candidates, input.given);
  return { ...words, topic, week };
}

function goneQuiet({ teams, on, lastAsked, shortNameOf }: OneThingInput): Candidate<Words>[] {
  return byNeed(teams, ({ quiet }) => (quiet === undefined ? 0 : quiet.workingDays + 1))
    .filter(({ managerId }) => (lastAsked.get(managerId) ?? longAgo) <= addDays(on, -askedLatelyDays))
    .flatMap(({ managerId, managerName, quiet }) => {
      if (quiet === undefined) return [];
      const name = shortNameOf(managerName);
      const asked = lastAsked.get(managerId);
      const since = quiet.lastOn ?? longAgo;
      const why =
        quiet.isSilent && quiet.lastOn !== undefined
          ? `Nothing from ${name} since ${formatDate(quiet.lastOn, on)} (${counted(quiet.workingDays, 'working day')}).`
          : `No one on ${name}’s team has had time with ${name} lately.`;
      const before = asked !== undefined && asked >= since ? ` You wrote on ${formatDate(asked, on)}.` : '';
      const acts = [
        `Ask ${name} where the time is going.`,
        `Second week: call ${name} and take one thing off the list.`,
        `Third week: sit down with ${name} and clear an afternoon together.`,
      ];
      return [
        {
          topic: { kind: 'quiet', personId: managerId, about: null },
          since,
          wordsFor: (week) =>
            said(acts[week - 1], {
              why: `${why}${before} Something may be in the way that you can move.`,
              offer: { kind: 'write', managerId, name: managerName },
            }),
        },
      ];
    });
}

function waitsForLead({ teams, on, shortNameOf }: OneThingInput): Candidate<Words>[] {
  return byNeed(teams, ({ asksWithLead }) => (asksWithLead.count > 0 ? asksWithLead.oldestDays + 1 : 0)).flatMap(
    ({ managerName, asksWithLead: { count, oldestId, oldestFrom, oldestOn } }) => {
      if (oldestId === undefined || oldestOn === undefined) return [];
      const who = oldestFrom === undefined ? 'the ask' : oldestFrom;
      const others = count > 1 ? ` ${count === 2 ? 'One more is' : `${count - 1} more are`} with you, too.` : '';
      return [
        weekly({ kind: 'open-ask', personId: null, about: String(oldestId) }, oldestOn, {
          act: `Answer ${who}.`,
          why: `It’s an ask from ${shortNameOf(managerName)}’s team, open since ${formatDate(oldestOn, on)}, and it’s with you now.${others}`,
          offer: { kind: 'open-ask', askId: oldestId },
        }),
      ];
    },
  );
}

function ageingAsks({ teams, on, shortNameOf }: OneThingInput): Candidate<Words>[] {
  return byNeed(teams, ({ ageingAsks: { oldestDays } }) => oldestDays).flatMap(
    ({ managerName, ageingAsks: { count, oldestId, oldestOn } }) => {
      if (oldestId === undefined || oldestOn === undefined) return [];
      const name = shortNameOf(managerName);
      const since = formatDate(oldestOn, on);
      const waiting =
        count === 1 ? `It has been there since ${since}.` : `${count} are there, the oldest since ${since}.`;
      return [
        weekly({ kind: 'take-ask', personId: null, about: String(oldestId) }, oldestOn, {
          act: `Take an ask off ${name}’s desk.`,
          why: `${waiting} You’ll read it once it’s yours; ${name} and whoever asked will know.`,
          offer: { kind: 'take-ask', askId: oldestId, managerName },
        }),
      ];
    },
  );
}

function obstacleToRemove({ obstacle }: OneThingInput): Candidate<Words>[] {
  if (obstacle === undefined) return [];
  return [
    once(
      { kind: 'obstacle', personId: null, about: obstacle.obstacle },
      {
        act: `Fix ${companyObstacleNames[obstacle.obstacle]}. It’s holding up ${behindWords(obstacle)}.`,
        why: `Your teams named it in the last ${obstacleDays} days, and you can fix it for all of them.`,
        offer: { kind: 'see-asks' },
      },
    ),
  ];
}

function peopleMissed({ teams, bookedReps, on, shortNameOf }: OneThingInput): Candidate<Words>[] {
  return teams
    .flatMap((team) => team.missed.map((missed) => ({ ...missed, team })))
    .filter(({ repId }) => !bookedReps.has(repId))
    .toSorted((one, other) => other.days - one.days || one.repId - other.repId)
    .map(({ repId, name, days, team }) => {
      const manager = shortNameOf(team.managerName);
      const since = addDays(on, -days);
      return weekly({ kind: 'missed', personId: repId, about: null }, since, {
        act: `Sit down with ${name}, and take an hour of work off ${manager}.`,
        why: `The two have had no time together since ${formatDate(since, on)} (${days} days).`,
        offer: { kind: 'sit-down', repId, name },
      });
    });
}

function blockedDeals({ teams, shortNameOf }: OneThingInput): Candidate<Words>[] {
  return byNeed(teams, ({ blockedDeals: { reported } }) => reported).map(
    ({ managerId, managerName, blockedDeals: { reported } }) =>
      once(
        { kind: 'blocked', personId: managerId, about: null },
        {
          act: `Ask ${shortNameOf(managerName)} which blocked deal could use you.`,
          why: `${reported === 1 ? 'One deal is' : `${reported} deals are`} blocked on that team.`,
          offer: { kind: 'see-asks' },
        },
      ),
  );
}

/** In the order of turns: whoever stands first hasn't stood there for longest. */
function managersToThank({ teams, on, shortNameOf }: OneThingInput): Candidate<Words>[] {
  return teams
    .filter(({ deeds, wasThanked }) => deeds.length > 0 && !wasThanked)
    .map(({ managerId, managerName: name, deeds }) =>
      once(
        { kind: 'thank', personId: managerId, about: null },
        {
          act: `Thank ${shortNameOf(name)}.`,
          why: `This week ${shortNameOf(name)} ${sentence(deeds)}.`,
          offer: { kind: 'thank', managerId, name, deeds },
        },
        addDays(on, -thankedAgainDays),
      ),
    );
}

function somebodyToMeet({ skipLevel, shortNameOf }: OneThingInput): Candidate<Words>[] {
  if (skipLevel === undefined) return [];
  const { repId, name, managerName } = skipLevel;
  return [
    once(
      { kind: 'sit-down', personId: repId, about: null },
      {
        act: `Sit down with ${name} from ${shortNameOf(managerName)}’s team.`,
        why: 'Nothing is waiting for you, so hear how things look from there.',
        offer: { kind: 'sit-down', repId, name },
      },
    ),
  ];
}

const anyManager: Candidate<Words> = {
  topic: { kind: 'any-manager', personId: null, about: null },
  since: longAgo,
  wordsFor: () => ({
    act: 'Sit down with one of your managers and ask what would make their week easier.',
    why: 'Nothing is waiting for you.',
    offer: undefined,
  }),
};

const ordinals = ['', 'Second week: ', 'Third week: '];

/** Said with more weight each week, for three weeks. */
function weekly(topic: AdviceTopic, since: LocalDate, { act, ...rest }: Words): Candidate<Words> {
  return {
    topic,
    since,
    wordsFor: (week) =>
      week > mostWeeks ? undefined : said(`${ordinals[week - 1] ?? ''}${week === 1 ? act : lowerFirst(act)}`, rest),
  };
}

/** Said once in twelve weeks, or since a day: there is always something else. */
function once(topic: AdviceTopic, words: Words, since: LocalDate = longAgo): Candidate<Words> {
  return { topic, since, wordsFor: (week) => (week === 1 ? words : undefined) };
}

function said(act: string | undefined, rest: Omit<Words, 'act'>): Words | undefined {
  return act === undefined ? undefined : { act, ...rest };
}

function lowerFirst(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}

/** Those who need it, the neediest first; of two alike the one that was on record first. */
function byNeed(teams: readonly TeamDigest[], needOf: (team: TeamDigest) => number): TeamDigest[] {
  return teams
    .filter((team) => needOf(team) > 0)
    .toSorted((one, other) => needOf(other) - needOf(one) || one.managerId - other.managerId);
}

/** What somebody is called where nothing else is known: by the first name. */
export function bareFirstNameOf(name: string): string {
  return namePartsOf(name).first;
}

/** `went on a ride-along and answered an ask`. */
export function sentence(deeds: readonly string[]): string {
  return deeds.length <= 1 ? (deeds[0] ?? '') : `${deeds.slice(0, -1).join(', ')} and ${deeds.at(-1) ?? ''}`;
}
