/** The behaviours by subject, as a form offers them. */
import type { Behaviour, Subject } from './behaviour.ts';

export interface BehaviourGroup {
  readonly label: string;
  readonly behaviours: readonly Behaviour[];
}

/** In the order of forms. */
const labels: Readonly<Record<Subject, string>> = {
  'time-with-them': 'Time with them',
  coaching: 'Coaching',
  'clearing-the-way': 'Clearing the way',
  'thanks-and-ideas': 'Thanks and ideas',
  direction: 'Direction',
  'as-lead': 'As their lead',
  'team-and-you': 'The team and you',
};
/** What most people write down most of the time. */
const usual = ['check-in', 'coaching-note', 'ride-along'];

/** The few usual kinds before all others. */
export function usualFirst(behaviours: readonly Behaviour[]): Behaviour[] {
  const first = usual.flatMap((id) => behaviours.find((behaviour) => behaviour.id === id) ?? []);
  return [...first, ...behaviours.filter((behaviour) => !first.includes(behaviour))];
}

/** Those of the list, the usual ones first, then by subject; a subject without any is left out. */
export function groupsOf(behaviours: readonly Behaviour[]): BehaviourGroup[] {
  const [most, rest] = [usualFirst(behaviours).filter(isUsual), behaviours.filter((behaviour) => !isUsual(behaviour))];
  const groups = Object.entries(labels).map(([subject, label]) => ({
    label,
    behaviours: rest.filter((behaviour) => behaviour.subject === subject),
  }));
  return [{ label: 'Most often', behaviours: most }, ...groups].filter((group) => group.behaviours.length > 0);
}

function isUsual({ id }: Behaviour): boolean {
  return usual.includes(id);
}
