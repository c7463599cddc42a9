/** What a made-up manager writes down of an act: the choices of its form and words from the demonstration's packs. */
import type { Entry } from '../../acts/check-entry.ts';
import type { Detail } from '../../behaviours/facts.ts';
import type { Texts } from '../../store/interactions.ts';
import type { Nudge } from '../../store/nudges.ts';
import { daysBetween } from '../../time/zoned.ts';
import { gaps } from '../cycle-words.ts';
import { workdayAfter } from '../days.ts';
import { expectations } from '../goal-words.ts';
import { managerThanks, otherThanks } from '../praise-words.ts';
import { pulses } from '../pulse-words.ts';
import type { Chance } from '../random.ts';
import {
  briefQuestions,
  careerTalks,
  connectWords,
  goalTalks,
  heardBySkip,
  plansAskedFor,
  reflections,
  visionWords,
  wishes,
} from '../talk-words.ts';
import {
  coachingNotes,
  seenOnTheRoad,
  talksAboutDeals,
  talksAboutNumbers,
  talksAboutThem,
  unblocked,
} from '../words.ts';
import { chanceOf } from './chance-of.ts';
import type { Living, Moment } from './living.ts';

/** What differs from act to act. */
export type Written = Pick<Entry, 'details' | 'texts' | 'shared'>;

interface Given {
  readonly moment: Moment;
  /** Whom it is about; the leader where it is about nobody. */
  readonly about: Living;
  readonly chance: Chance;
  /** The next of a pack for this person: the same one comes again after all others. */
  readonly next: <T>(pack: readonly T[]) => T;
}

type Writer = (given: Given) => Written;

const words = (texts: Texts, details: Readonly<Record<string, Detail>> = {}, shared = false): Written => ({
  texts,
  details,
  shared,
});

const writers: Readonly<Record<string, Writer>> = {
  'ride-along': ({ chance, next }) =>
    words(
      { saw: next(seenOnTheRoad) },
      {
        role: chance.pick(['observed', 'observed', 'assisted', 'led']),
        told: chance.next() < 0.65 ? 'yes' : 'not-yet',
      },
    ),
  'coaching-note': ({ next }) => words({ ...next(coachingNotes) }, {}, true),
  'check-in': ({ chance, next }) => {
    const about = chance.pick(['person', 'person', 'person', 'deals', 'numbers'] as const);
    const { heard, agreed } = next(
      about === 'person' ? talksAboutThem : about === 'deals' ? talksAboutDeals : talksAboutNumbers,
    );
    return words({ heard, ...(agreed !== undefined && { agreed }) }, { about });
  },
  'blocked-deal': ({ chance, next }) =>
    words(
      { did: next(unblocked) },
      { obstacle: chance.pick(['external', 'external', 'internal']), outcome: chance.pick(['removed', 'theirs']) },
    ),
  recognition: ({ next }) => words({ thanks: next(otherThanks).text }, { where: 'private' }),
  'development-gap': ({ moment, next }) => {
    const { gap, rootCause, assignments } = next(gaps);
    return words({ gap, assignment: assignments[0] }, { rootCause, assignmentBy: inDays(moment, 14) });
  },
  'evaluate-assignment': ({ moment, chance, next }) => {
    const result = chance.pick(['improved', 'improved', 'repeated', 'closed', 'missed']);
    const { assignments, seen } = next(gaps);
    const more = result === 'closed' ? {} : { nextAssignment: assignments[1] };
    const nextBy = result === 'closed' ? {} : { nextBy: inDays(moment, 15) };
    return words({ saw: result === 'missed' ? 'No call for it that week.' : seen, ...more }, { result, ...nextBy });
  },
  'personal-goals': ({ next }) => words({ ...next(goalTalks) }),
  'ask-their-plan': ({ next }) => words({ ...next(plansAskedFor) }),
  'even-attention': ({ next }) => words({ what: next(connectWords)['what'] ?? '' }),
  connect: ({ next }) => words({ ...next(connectWords) }),
  introduce: () => words({}),
  'make-job-easier': ({ next }) => {
    const { sort, ...texts } = next(wishes);
    return words(texts, { sort });
  },
  'strategy-brief': ({ next }) =>
    words({ ...next(briefQuestions) }, { topics: ['how-we-win', 'dream-clients', 'our-value'], check: 'yes' }),
  'set-standards': ({ next }) => words({ expectation: next(expectations) }),
  'early-conversation': ({ chance, next }) =>
    words({ heard: next(talksAboutThem).heard }, { mine: chance.pick(['time', 'clarity']) }),
  'grow-career': ({ next }) => words({ ...next(careerTalks) }),
  'share-vision': ({ next }) => words({ ...next(visionWords) }),
  reflection: ({ next }) => words({ ...next(reflections) }),
  'time-balance': ({ chance }) => words({}, { people: chance.pick(['25', '25', '50', '50', '75']) }),
  'trust-pulse': ({ moment, about, next }) => {
    const own = pulses.filter(({ manager }) => manager === about.handle);
    const { heard, will } = next(own.length === 0 ? pulses : own);
    return words({ heard, will }, { dueOn: inDays(moment, 9) });
  },
  'skip-level': ({ next }) => words({ ...next(heardBySkip) }),
  'thank-manager': ({ next }) => words({ thanks: next(managerThanks) }, {}, true),
};

/** Acts that are answered by what they ask for, not by an entry. */
export function isWritten(behaviour: string): boolean {
  return Object.hasOwn(writers, behaviour);
}

/** The entry of an act on this day; a nudge that asked for it has filled in what it knew. @throws Error for an act without words */
export function entryOf(moment: Moment, behaviour: string, rep: Living | null, nudge?: Nudge): Entry {
  const writer = writers[behaviour];
  if (writer === undefined) throw new Error(`Nobody wrote words for ${behaviour}`);
  const about = rep ?? moment.team.leader;
  const chance = chanceOf(moment.visit.day, moment.visit.slot, 'entry', behaviour, about.handle);
  const { deal: _deal, ...known } = nudge?.prefill ?? {};
  const { details, texts, shared } = writer({ moment, about, chance, next: rotating(moment, behaviour, about) });
  return {
    behaviour,
    repId: rep?.id ?? null,
    happenedOn: moment.visit.day,
    minutes: moment.context.behaviours.find(({ id }) => id === behaviour)?.usualMinutes ?? null,
    dealId: nudge?.dealId ?? null,
    details: { ...details, ...known },
    texts: named(texts, about),
    shared,
  };
}

/** Begins elsewhere in the pack for everybody, and goes on with every week. */
function rotating({ visit, began }: Moment, behaviour: string, about: Living) {
  return <T>(pack: readonly T[]): T => {
    const first = chanceOf('words', behaviour, about.handle).between(0, pack.length - 1);
    const weeks = Math.floor(Math.max(0, daysBetween(began, visit.day)) / 7);
    const item = pack[(first + weeks) % pack.length];
    if (item === undefined) throw new Error('There are no words');
    return item;
  };
}

function named(texts: Texts, { name }: Living): Texts {
  const first = name.split(' ')[0] ?? name;
  return Object.fromEntries(Object.entries(texts).map(([id, text]) => [id, text.replaceAll('{name}', first)]));
}

function inDays({ visit }: Moment, days: number): string {
  return workdayAfter(visit.day, days);
}
