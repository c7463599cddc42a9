import { daysBetween, formatDate } from '../time/zoned.ts';
import type { Behaviour, Due } from './behaviour.ts';
import type { PromiseFact, RepFacts, TeamFacts } from './facts.ts';
import { dayOf, detailOf, recordIdOf } from './change.ts';
import { dueAbout } from './due.ts';
import { keeperOf } from './keeper.ts';
import { ago } from './number-words.ts';
import { firstNameOf } from './rhythm.ts';

/** Essay 001: trust is what influence rests on. Essay 003: hold yourself to account first. */
export const keepPromise: Behaviour = {
  id: 'keep-promise',
  name: 'Keep a promise',
  noun: { one: 'promise kept', many: 'promises kept' },
  act: 'Do what you said you would.',
  subject: 'clearing-the-way',
  essays: ['001', '003'],
  nudges: 'leader',
  about: 'rep',
  cadence: 'on the day of the promise',
  importance: 1.5,
  isCoaching: false,
  settings: [],
  rule: 'A promise comes up on its day, and again in the next plan until it’s kept, moved or withdrawn.',
  asLogged: 'Promise',
  isLoggedByHand: false,
  forRep: null,
  isWithoutTime: true,
  form: [
    {
      kind: 'choice',
      id: 'outcome',
      label: 'Where does it stand?',
      reader: 'rep',
      choices: [
        { value: 'kept', label: 'Kept' },
        { value: 'moved', label: 'It takes longer: move it' },
        { value: 'dropped', label: 'I can’t, and I told them' },
      ],
      initial: 'kept',
    },
    {
      kind: 'date',
      id: 'movedTo',
      label: 'By when now?',
      reader: 'rep',
      optional: true,
      shownIf: { field: 'outcome', is: ['moved'] },
    },
    { kind: 'record', of: 'promise', id: 'promiseKept', label: 'Which promise?', reader: 'rep' },
  ],
  usualMinutes: 15,
  followUp: 'Did you keep your promise to {name}?',
  due: (team) => [
    ...[...team.reps, ...team.managers.map(({ manager }) => manager)].flatMap((facts) =>
      facts.promises
        .filter((promise) => typeof promise.pulseId !== 'number' && isDue(promise, team))
        .map((promise) => dueFor(team, promise, facts, firstNameOf(facts.rep))),
    ),
    ...team.teamPromises
      .filter((promise) => isDue(promise, team))
      .map((promise) => dueFor(team, promise, null, promise.to === 'team' ? 'your team' : 'your teams')),
  ],
  problem: (entry) =>
    detailOf(entry, 'outcome') === 'moved' && detailOf(entry, 'movedTo') === undefined
      ? { field: 'movedTo', message: 'Choose the new day.' }
      : undefined,
  changes: (entry) => {
    const promiseId = recordIdOf(entry, 'promiseKept');
    const outcome = detailOf(entry, 'outcome');
    const movedTo = dayOf(entry, 'movedTo');
    if (promiseId === undefined) return [];
    if (outcome === 'kept' || outcome === 'dropped') return [{ kind: 'settle-promise', promiseId, state: outcome }];
    return outcome === 'moved' && movedTo !== undefined ? [{ kind: 'move-promise', promiseId, dueOn: movedTo }] : [];
  },
};

function isDue(promise: PromiseFact, team: TeamFacts): boolean {
  return promise.state === 'open' && keeperOf(promise) === team.manager.id && promise.dueOn <= team.today;
}

/** About nobody in particular, where it was made to a whole team. */
function dueFor({ today }: TeamFacts, promise: PromiseFact, about: RepFacts | null, name: string): Due {
  const late = daysBetween(promise.dueOn, today);
  const { makerName } = promise;
  const due = late === 0 ? 'today' : `${formatDate(promise.dueOn, today)}, ${ago(late)}`;
  const made = formatDate(promise.madeOn, today);
  const whose = makerName === undefined ? 'Your promise' : 'The promise';
  return dueAbout(
    keepPromise.id,
    about,
    {
      sentence:
        makerName === undefined
          ? `Due ${due} (promised on ${made}).`
          : `${makerName} promised this on ${made}. It’s with you now. Due ${due}.`,
      record: { kind: 'promise', id: promise.id },
      elapsed: late + 1,
      rhythm: 1,
      dueSince: promise.dueOn,
    },
    {
      headline: `${whose} to ${name}`,
      headlineWith: `${whose} to ${name}: {subject}`,
      act: `Do it today, or tell ${name} the new day.`,
      openingLine: `“${about === null ? 'Everybody' : name}, here’s where I am with what I promised.”`,
    },
    { item: `promise:${promise.id}`, urgent: true, prefill: { promiseKept: String(promise.id) } },
  );
}
