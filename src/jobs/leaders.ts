/** A look at every leader: is what was sent to them still true, and is there something that can't wait for Monday? */
import type { PersonId } from '../behaviours/ids.ts';
import type { Context } from '../context.ts';
import { openNudges, peopleWithOpenNudges } from '../store/nudges.ts';
import { loadPeopleAtWork } from '../store/organisation.ts';
import { leadersAfter } from '../store/reporting-lines.ts';
import { tellUrgent, whoMayBeTold } from './between.ts';
import { planningInParts } from './due.ts';
import { mostAtOnce, oneByOne, pageByPage } from './one-by-one.ts';
import type { Round } from './round.ts';
import { settleNudgesOf } from './settle.ts';

/**
 * Everybody to whom a nudge is open or anybody reports, some at a time. What either look follows from is loaded once for both. Call it before
 * the plans: what has become untrue is passed over by nobody.
 * @throws Error the first that a look ended with, once all were looked at
 */
export async function lookAtLeaders(context: Context, round: Round): Promise<void> {
  const { store } = context;
  const failures: unknown[] = [];
  for await (const ids of pageByPage<PersonId>((last) => next(context, last ?? 0))) {
    const organisation = await loadPeopleAtWork(store, ids);
    const open = Map.groupBy(await openNudges(store, ids), ({ personId }) => personId);
    const mayBeTold = await whoMayBeTold(store, organisation, round.now);
    const people = [...organisation.people.values()].filter(({ id }) => open.has(id) || mayBeTold.has(id));
    const planningOf = planningInParts(round, { leaders: people, leads: organisation.leads });
    for await (const person of oneByOne(people))
      try {
        const planning = await planningOf(person.id);
        const input = planning.facts.leaderIds.includes(person.id) ? await planning.inputOf(person.id) : undefined;
        const isChanged = await settleNudgesOf(context, open.get(person.id) ?? [], input, round.now);
        if (isChanged) round.staleHomes.add(person.id);
        if (input === undefined || !mayBeTold.has(person.id)) continue;
        await tellUrgent(context, round, organisation, person, isChanged ? await planning.inputOf(person.id) : input);
      } catch (error) {
        context.log.error({ err: error, person: person.id }, 'What was sent to somebody could not be looked at');
        failures.push(error);
      }
  }
  if (failures.length > 0) throw failures[0];
}

/** Those behind one of them, by id. */
async function next({ store }: Pick<Context, 'store'>, after: PersonId): Promise<PersonId[]> {
  const leaders = await leadersAfter(store, after, mostAtOnce);
  const nudged = await peopleWithOpenNudges(store, after, mostAtOnce);
  return [...new Set([...leaders, ...nudged])].toSorted((one, other) => one - other).slice(0, mostAtOnce);
}
