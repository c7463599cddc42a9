/** The behaviours by subject, as a form offers them. One that is in no group comes last, under its own heading. */
import type { Behaviour } from './behaviour.ts';

export interface BehaviourGroup {
  readonly label: string;
  readonly behaviours: readonly Behaviour[];
}

const subjects: readonly { readonly label: string; readonly ids: readonly string[] }[] = [
  { label: 'Time with them', ids: ['check-in', 'even-attention', 'connect', 'personal-goals', 'grow-career'] },
  {
    label: 'Coaching',
    ids: ['ride-along', 'coaching-note', 'development-gap', 'evaluate-assignment', 'introduce'],
  },
  { label: 'Clearing the way', ids: ['blocked-deal', 'answer-ask', 'keep-promise', 'make-job-easier'] },
  { label: 'Thanks and ideas', ids: ['recognition', 'ask-their-plan'] },
  {
    label: 'Direction',
    ids: ['set-standards', 'strategy-brief', 'share-vision', 'early-conversation'],
  },
  { label: 'As their lead', ids: ['skip-level', 'thank-manager'] },
  { label: 'The team and you', ids: ['trust-pulse', 'time-balance', 'reflection'] },
];
const others = 'Something else';
/** What most people write down most of the time. */
const usual = ['check-in', 'coaching-note', 'ride-along'];

/** The few usual kinds before all others. */
export function usualFirst(behaviours: readonly Behaviour[]): Behaviour[] {
  const first = usual.flatMap((id) => behaviours.find((behaviour) => behaviour.id === id) ?? []);
  return [...first, ...behaviours.filter((behaviour) => !first.includes(behaviour))];
}

/** Those of the list, the usual ones first, then by subject; a subject without any is left out. */
export function groupsOf(behaviours: readonly Behaviour[]): BehaviourGroup[] {
  const known = new Set([...usual, ...subjects.flatMap(({ ids }) => ids)]);
  const groups = [{ label: 'Most often', ids: usual }, ...subjects].map(({ label, ids }, index) => ({
    label,
    behaviours: ids
      .filter((id) => index === 0 || !usual.includes(id))
      .flatMap((id) => behaviours.find((behaviour) => behaviour.id === id) ?? []),
  }));
  const rest = { label: others, behaviours: behaviours.filter(({ id }) => !known.has(id)) };
  return [...groups, rest].filter((group) => group.behaviours.length > 0);
}
