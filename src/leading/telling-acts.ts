/** What the Home tab says of one rep in a line: what to do next with them. */
import type { Behaviour, Due } from '../behaviours/behaviour.ts';
import type { RepFacts } from '../behaviours/facts.ts';
import type { LocalDate } from '../time/zoned.ts';
import { daysBetween } from '../time/zoned.ts';
import { thingOf } from './nudge-subject.ts';

export interface TellingAct {
  readonly behaviour: Behaviour;
  /** Since the last one; undefined where there was none. */
  readonly days: number | undefined;
  /** For what isn't counted from the last one, such as a deal: since when it is due. */
  readonly dueSince: LocalDate | undefined;
}

/**
 * The kinds that are due with the rep, the neediest first. Asks and promises are left out: they have rows of their own.
 * @param dues of the whole team, in order of need, without what this week's plan asks for
 */
export function nextActs(
  { rep, interactions }: RepFacts,
  dues: readonly Due[],
  behaviours: readonly Behaviour[],
  today: LocalDate,
): TellingAct[] {
  const kinds = behaviours.filter(({ nudges, about, isOwnOnly }) => nudges !== 'lead' && about === 'rep' && !isOwnOnly);
  const ofRep = dues.filter(({ repId, askId, item }) => repId === rep.id && askId === null && !isPromise(item));
  const firstOfKind = [...Map.groupBy(ofRep, ({ behaviour }) => behaviour).values()].flatMap(([first]) => first ?? []);
  return firstOfKind.flatMap((due): TellingAct[] => {
    const behaviour = kinds.find(({ id }) => id === due.behaviour);
    if (behaviour === undefined) return [];
    const last = interactions.find((interaction) => interaction.behaviour === behaviour.id);
    const isOfOneThing = due.item !== null || due.dealId !== null;
    return [
      {
        behaviour,
        days: last && daysBetween(last.happenedOn, today),
        dueSince: isOfOneThing ? due.evidence.dueSince : undefined,
      },
    ];
  });
}

function isPromise(item: string | null): boolean {
  return thingOf({ askId: null, item })?.kind === 'promise';
}
