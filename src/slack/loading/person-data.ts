import type { ModalView } from '@slack/types';
import { mayReadCycle, mayReadDevelopment, momentOfDay } from '../../acts/development.ts';
import { dayOf, ownReport } from '../../acts/own.ts';
import type { CycleFact } from '../../behaviours/facts.ts';
import type { PersonId } from '../../behaviours/ids.ts';
import type { Context } from '../../context.ts';
import { UserError } from '../../errors.ts';
import { maySee, ownOnlyKinds } from '../../leading/access.ts';
import { goalsOf } from '../../store/goals.ts';
import { ideasOf } from '../../store/ideas.ts';
import { interactionsBetween } from '../../store/interactions.ts';
import type { Store } from '../../store/db.ts';
import type { Person } from '../../store/people.ts';
import { loadPlanning } from '../../store/plan-input.ts';
import type { PromiseRecord } from '../../store/promises.ts';
import { confidenceGivenTo, skillFacts } from '../../store/skills.ts';
import { standingOf } from '../../store/standing.ts';
import { currentCycle, expectationsForRep, namesOf, promisesToRep } from './development-data.ts';
import { mayRead } from './log-list.ts';
import type { PersonPart } from '../routes/person.ts';
import { shortNameOf } from './name-of.ts';
import { planOverview } from './plan-overview.ts';
import { showDues } from './rest.ts';
import { personView } from '../views/people/person.ts';
import type { PersonSheet } from '../views/people/person.ts';

const entriesAPage = 5;
const developmentGapId = 'development-gap';
const evaluateAssignmentId = 'evaluate-assignment';

/**
 * Everything on record about a rep that the acting person, their manager now, may see.
 * @param page of what was logged, from 0: the newest
 * @param unfolded the part that is shown in full
 * @throws UserError for anybody who doesn't report to them now
 */
export async function loadPersonView(
  context: Context,
  acting: Person,
  repId: PersonId,
  page: number,
  unfolded?: PersonPart,
): Promise<ModalView> {
  return personView(await loadPersonSheet(context, acting, repId, page), unfolded);
}

export async function loadPersonSheet(
  context: Context,
  acting: Person,
  repId: PersonId,
  page: number,
): Promise<PersonSheet> {
  const { store } = context;
  const rep = await ownReport(store, acting, repId);
  if (!(await mayReadDevelopment(store, acting.id, rep.id)))
    throw new UserError('You can’t see that person. Your Home tab shows your own people.');
  const { today } = await dayOf(store, acting, context.clock());
  const own = new Set<number>();
  const promises = await promisesToRep(store, rep.id, (promise) => {
    if ((promise.holderId ?? promise.managerId) === acting.id) own.add(promise.id);
    return mayReadPromise(store, acting, promise);
  });
  const current = await currentCycle(store, rep.id, acting, (cycle) => mayReadCycle(store, acting.id, cycle));
  return {
    rep: { id: rep.id, name: rep.name, shortName: await shortNameOf(store, acting.id, rep.id) },
    today,
    cycle: current?.cycle,
    cyclesBefore: current?.before ?? 0,
    next: nextOf(context, current?.cycle),
    goals: await goalsOf(store, rep.id),
    ...(await nextWith(context, acting, rep)),
    promises: promises.map((promise) => ({ ...promise, isOwn: own.has(promise.id) })),
    expectations: await expectationsForRep(store, rep.id),
    ideas: await ideasOf(store, rep.id),
    skills: await skillsNotedBy(store, acting, rep),
    confidence: newestOf(await confidenceGivenTo(store, acting.id, rep.id), ({ topic }) => topic),
    ...(await entriesOf(context, acting, rep, page)),
  };
}

/** What the week asks for with them, and what else is due, each as it stands in messages and lists. */
async function nextWith(context: Context, acting: Person, rep: Person): Promise<Pick<PersonSheet, 'open' | 'due'>> {
  const planning = await loadPlanning(context.store, context.behaviours, [acting.id], context.clock());
  const { overview, dues } = await planOverview(context, acting, await planning.inputOf(acting.id));
  return {
    open: overview.open.filter(({ about }) => about?.id === rep.id),
    due: await showDues(
      context.store,
      acting,
      dues.filter(({ repId }) => repId === rep.id),
    ),
  };
}

async function mayReadPromise(
  store: Store,
  acting: Person,
  { repId, managerId, settledOn }: Pick<PromiseRecord, 'repId' | 'managerId' | 'settledOn'>,
): Promise<boolean> {
  const looked = { authorId: managerId, from: momentOfDay(settledOn) };
  return managerId === acting.id || maySee('promise', await standingOf(store, acting.id, repId, looked)) === 'all';
}

/** The tags of another manager's notes are that manager's own. */
async function skillsNotedBy(store: Store, manager: Person, rep: Person): Promise<PersonSheet['skills']> {
  const own = (await skillFacts(store, [rep.id])).filter(({ managerId }) => managerId === manager.id);
  return newestOf(own, ({ tag }) => tag);
}

/** The first of each key. */
function newestOf<Row>(newestFirst: readonly Row[], keyOf: (row: Row) => string): Row[] {
  return [...Map.groupBy(newestFirst, keyOf).values()].flatMap(([newest]) => newest ?? []);
}

/** A cycle goes on with watching again; without an open one it begins with the gap. */
function nextOf(
  { behaviours }: Context,
  cycle:
    | (Pick<CycleFact, 'closedOn'> & { assignments: readonly Pick<CycleFact['assignments'][number], 'state'>[] })
    | undefined,
): PersonSheet['next'] {
  const isWatched = cycle?.closedOn === null && cycle.assignments.some(({ state }) => state === 'open');
  const next = isWatched
    ? { behaviour: evaluateAssignmentId, label: 'Look again' }
    : { behaviour: developmentGapId, label: cycle?.closedOn === null ? 'Agree on a next step' : 'Pick one thing' };
  return behaviours.some(({ id }) => id === next.behaviour) ? next : undefined;
}

async function entriesOf(
  context: Context,
  acting: Person,
  rep: Person,
  page: number,
): Promise<Pick<PersonSheet, 'entries' | 'page' | 'hasOlder'>> {
  const found = await interactionsBetween(context.store, {
    repId: rep.id,
    without: ownOnlyKinds(context.behaviours),
    limit: entriesAPage + 1,
    offset: page * entriesAPage,
  });
  if (found.length === 0 && page > 0) return entriesOf(context, acting, rep, page - 1);
  const shown = found.slice(0, entriesAPage);
  const nameOf = await namesOf(
    context.store,
    shown.map(({ managerId }) => managerId),
  );
  const entries = await Promise.all(
    shown.map(async (entry) => ({
      id: entry.id,
      what: context.behaviours.find(({ id }) => id === entry.behaviour)?.name ?? entry.behaviour,
      by: entry.managerId === acting.id ? undefined : nameOf(entry.managerId),
      happenedOn: entry.happenedOn,
      minutes: entry.minutes,
      canRead: entry.hasTexts && (await mayRead(context, acting, entry)),
    })),
  );
  return { entries, page, hasOlder: found.length > entriesAPage };
}
