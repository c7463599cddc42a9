/** What the Home tab says of one rep in a line: not every kind of act, but the few that tell most. */
import type { Behaviour, Due } from '../behaviours/behaviour.ts';
import type { RepFacts } from '../behaviours/facts.ts';
import type { LocalDate } from '../time/zoned.ts';
import { daysBetween } from '../time/zoned.ts';

export interface TellingAct {
  readonly behaviour: Behaviour;
  readonly isDue: boolean;
  /** Since the last one; undefined where there was none. */
  readonly days: number | undefined;
  /** For what isn't counted from the last one, such as a promise: since when it is due. */
  readonly dueSince: LocalDate | undefined;
}

const mostDue = 5;
const fewest = 3;

/**
 * What is due for the rep first, in the order given, at most 5 kinds; up to 3 in all, then those of which something is on record,
 * in the catalogue's order.
 * @param dues of the whole team, in order of need
 * @returns `moreDue` counts the kinds that are due, too, and left out
 */
export function tellingActs(
  facts: RepFacts,
  dues: readonly Due[],
  behaviours: readonly Behaviour[],
  today: LocalDate,
): { readonly acts: TellingAct[]; readonly moreDue: number } {
  const kinds = behaviours.filter(
    (behaviour) => behaviour.nudges !== 'lead' && behaviour.about === 'rep' && behaviour.isOwnOnly !== true,
  );
  const daysSince = (id: string) => {
    const last = facts.interactions.find((interaction) => interaction.behaviour === id);
    return last && daysBetween(last.happenedOn, today);
  };
  const firstOfKind = new Map<string, Due>();
  for (const due of dues)
    if (due.repId === facts.rep.id && !firstOfKind.has(due.behaviour)) firstOfKind.set(due.behaviour, due);
  const due = [...firstOfKind.values()].flatMap((one): TellingAct[] => {
    const behaviour = kinds.find(({ id }) => id === one.behaviour);
    if (behaviour === undefined) return [];
    const isOfOneThing = one.item !== null || one.askId !== null || one.dealId !== null;
    const dueSince = isOfOneThing ? one.evidence.dueSince : undefined;
    return [{ behaviour, isDue: true, days: daysSince(one.behaviour), dueSince }];
  });
  const shown = due.slice(0, mostDue);
  const others = kinds
    .filter(({ id }) => !firstOfKind.has(id))
    .map((behaviour): TellingAct => ({ behaviour, isDue: false, days: daysSince(behaviour.id), dueSince: undefined }))
    .filter(({ days }) => days !== undefined);
  const acts = [...shown, ...others.slice(0, Math.max(0, fewest - shown.length))];
  return { acts, moreDue: due.length - shown.length };
}
