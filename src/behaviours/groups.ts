/** The behaviours by subject, as a form offers them. */
import { subjects } from './behaviour.ts';
import type { Behaviour } from './behaviour.ts';

export interface BehaviourGroup {
  readonly label: string;
  readonly behaviours: readonly Behaviour[];
}

/** What most people write down most of the time. */
const usual = ['check-in', 'coaching-note', 'ride-along'];

/** The few usual kinds before all others. */
export function usualFirst(behaviours: readonly Behaviour[]): Behaviour[] {
  const first = usual.flatMap((id) => behaviours.find((behaviour) => behaviour.id === id) ?? []);
  return [...first, ...behaviours.filter((behaviour) => !first.includes(behaviour))];
}

/** Those of the list, the usual ones first, then by subject; a subject without any is left out. */
export function groupsOf(behaviours: readonly Behaviour[]): BehaviourGroup[] {
  const others = behaviours.filter(({ id }) => !usual.includes(id));
  const bySubject = Object.entries(subjects).map(([subject, label]) => ({
    label,
    behaviours: others.filter((behaviour) => behaviour.subject === subject),
  }));
  const mostOften = usual.flatMap((id) => behaviours.find((behaviour) => behaviour.id === id) ?? []);
  return [{ label: 'Most often', behaviours: mostOften }, ...bySubject].filter((group) => group.behaviours.length > 0);
}
