import { daysBetween, formatDate } from '../time/zoned.ts';
import type { Behaviour } from './behaviour.ts';
import type { PromiseFact, TeamFacts } from './facts.ts';
import { detailOf, recordIdOf } from './change.ts';
import { dueAbout, forEachRep } from './due.ts';
import { counted, firstNameOf } from './rhythm.ts';

/** Essay 001: trust is what influence rests on. Essay 003: hold yourself to account first. */
export const keepPromise: Behaviour = {
  id: 'keep-promise',
  name: 'Keep a promise',
  noun: { one: 'promise kept', many: 'promises kept' },
  act: 'Do what you said you would.',
  essays: ['001', '003'],
  nudges: 'manager',
  about: 'rep',
  cadence: 'on the day of the promise',
  importance: 1.5,
  isCoaching: false,
  settings: [],
  rule: 'A promise comes up on the day you gave it for, and again in the next plan until it is kept, moved or taken back.',
  form: [
    { kind: 'record', of: 'promise', id: 'promiseKept', label: 'Which promise?' },
    {
      kind: 'choice',
      id: 'outcome',
      label: 'How does it stand?',
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
      label: 'If it moves: to which day?',
      hint: 'Without a day it stays as it is.',
      optional: true,
    },
  ],
  usualMinutes: 15,
  followUp: 'Did you keep your promise to {name}?',
  due: (team) => {
    const firsts = firstOfEachPulse(team);
    return forEachRep(team, (facts) =>
      facts.promises
        .filter(
          (promise) => promise.state === 'open' && promise.managerId === team.manager.id && promise.dueOn <= team.today,
        )
        .filter(({ id, pulseId }) => typeof pulseId !== 'number' || firsts.get(pulseId) === id)
        .map((promise) => {
          const name = typeof promise.pulseId === 'number' ? 'your team' : firstNameOf(facts.rep);
          const late = daysBetween(promise.dueOn, team.today);
          const when = late === 0 ? 'today' : `${formatDate(promise.dueOn, team.today)}, ${counted(late, 'day')} ago`;
          return dueAbout(
            keepPromise.id,
            facts,
            {
              sentence: `What you promised ${name} on ${formatDate(promise.madeOn, team.today)} was for ${when}.`,
              record: { kind: 'promise', id: promise.id },
              elapsed: late + 1,
              rhythm: 1,
              dueSince: promise.dueOn,
            },
            {
              headline: `Keep your promise to ${name}`,
              act: `Do it today, or tell ${name} the new day.`,
              openingLine: `“${typeof promise.pulseId === 'number' ? 'Everybody' : name}, I said I’d come back to you on this. Here is where it stands.”`,
            },
            { item: `promise:${promise.id}`, urgent: true, prefill: { promiseKept: String(promise.id) } },
          );
        }),
    );
  },
  changes: (entry) => {
    const promiseId = recordIdOf(entry, 'promiseKept');
    const outcome = detailOf(entry, 'outcome');
    const movedTo = detailOf(entry, 'movedTo');
    if (promiseId === undefined) return [];
    if (outcome === 'kept' || outcome === 'dropped') return [{ kind: 'settle-promise', promiseId, state: outcome }];
    return outcome === 'moved' && movedTo !== undefined ? [{ kind: 'move-promise', promiseId, dueOn: movedTo }] : [];
  },
};

/** What was promised to a whole team is due once: by the id of the pulse, the promise of it that stands for all. */
function firstOfEachPulse(team: TeamFacts): ReadonlyMap<number, number> {
  const made = team.reps
    .flatMap(({ promises }) => promises)
    .filter((promise): promise is PromiseFact & { pulseId: number } => typeof promise.pulseId === 'number')
    .toSorted((one, other) => other.id - one.id);
  return new Map(made.map(({ pulseId, id }) => [pulseId, id]));
}
