/** What a log form offers to choose from: people, kinds of entry, and what is on record for the person. All from the database. */
import type { DealId, PersonId } from '../../behaviours/ids.ts';
import { linesNear } from '../../store/lines-near.ts';
import type { Behaviour } from '../../behaviours/behaviour.ts';
import { dealAmount, dealName } from '../../behaviours/rhythm.ts';
import { mayReadCycle } from '../../acts/development.ts';
import type { Context } from '../../context.ts';
import { maySee } from '../../leading/access.ts';
import { managersOf, reportsOf, repsOf } from '../../leading/roles.ts';
import { mayLog } from '../../leading/whom.ts';
import { cyclesOf } from '../../store/cycles.ts';
import type { Store } from '../../store/db.ts';
import { findDeal, openDealsOf } from '../../store/deals.ts';
import { ideasOf } from '../../store/ideas.ts';
import { findPeople } from '../../store/people.ts';
import type { Person } from '../../store/people.ts';
import { promisesOf } from '../../store/promises.ts';
import type { PromiseRecord } from '../../store/promises.ts';
import type { ReportingLine } from '../../store/reporting-lines.ts';
import { standingOf } from '../../store/standing.ts';
import { formatDate } from '../../time/zoned.ts';
import { readableOf } from './development-data.ts';
import { offeredFor } from '../kit/form.ts';
import type { FormChoices, FormValues, NumberedChoice } from '../kit/form.ts';
import { limits } from '../kit/limits.ts';
import { shorten } from '../kit/text.ts';
import type { PeopleGroup } from '../views/log/log-form.ts';
import type { LocalDate } from '../../time/zoned.ts';

const longestWords = 50;
/** More than fit into a select are read, so that a chosen one is surely among them. */
const mostPromises = 500;

/** Everybody about whom the acting person may log anything: their own people, and by team the reps of their managers. */
export async function loggablePeople(store: Store, acting: Person): Promise<PeopleGroup[]> {
  const lines = await linesNear(store, [acting.id]);
  const named = async (ids: readonly number[]) =>
    (await findPeople(store, ids)).toSorted((one, other) => one.name.localeCompare(other.name));
  const groups: PeopleGroup[] = [{ label: 'Your people', people: await named(reportsOf(acting.id, lines)) }];
  for (const manager of await named(managersOf(acting.id, lines)))
    groups.push({ label: `${shorten(manager.name, 50)}’s team`, people: await named(repsOf(manager.id, lines)) });
  return groups.filter(({ people }) => people.length > 0);
}

/**
 * The kinds that anybody writes down by hand: about the person who is chosen, those that fit how they stand to the acting person and for which
 * everything is on record that the form needs; without a person, every kind for which there is somebody.
 */
export async function kindsFor(
  context: Pick<Context, 'store' | 'behaviours'>,
  acting: Person,
  given: {
    readonly rep: Person | undefined;
    readonly choices: FormChoices;
    readonly people: readonly PeopleGroup[];
    /** The person can't be changed: what is about nobody is left out. */
    readonly repIsFixed: boolean;
  },
): Promise<Behaviour[]> {
  const lines = await linesNear(context.store, [acting.id]);
  const { rep, choices, people, repIsFixed } = given;
  const ids = people.flatMap((group) => group.people.map(({ id }) => id));
  return context.behaviours.filter((behaviour) => {
    if (!behaviour.isLoggedByHand) return false;
    if (behaviour.about === 'team') return !repIsFixed;
    if (rep === undefined) return ids.some((id) => mayLog(behaviour.about, acting.id, id, lines));
    return mayLog(behaviour.about, acting.id, rep.id, lines) && hasWhatItNeeds(behaviour, choices);
  });
}

function hasWhatItNeeds(behaviour: Behaviour, choices: FormChoices): boolean {
  return behaviour.form.every(
    (field) => field.optional === true || field.kind === 'deal' || offeredFor(field, choices)?.length !== 0,
  );
}

/**
 * What is on record for this person, as far as the acting person may see it; what `values` have chosen already is among it.
 * @param today the acting person's local day
 */
export async function formChoices(
  store: Store,
  acting: Person,
  rep: Person,
  given: { readonly values: FormValues; readonly dealId: DealId | null; readonly today: LocalDate },
): Promise<FormChoices> {
  const standing = await standingOf(store, acting.id, rep.id, { from: 'live' });
  const chosen = new Set(Object.values(given.values).map(String));
  const maySeeDevelopment = maySee('development', standing) === 'all';
  const lines = await linesNear(store, [acting.id]);
  return {
    deal: await dealChoices(store, rep.id, given.dealId),
    promise: maySee('promise', standing) === 'all' ? await promiseChoices(store, acting, rep, chosen, given.today) : [],
    assignment: maySeeDevelopment ? await assignmentChoices(store, acting, rep, chosen, given.today) : [],
    idea: maySeeDevelopment ? await ideaChoices(store, rep) : [],
    person: await colleagues(store, acting, rep, lines),
  };
}

/** The rep's open deals, and the one that is chosen already where it is theirs. */
async function dealChoices(store: Store, repId: PersonId, chosenId: number | null): Promise<NumberedChoice[]> {
  const open = await openDealsOf(store, repId);
  const isListed = chosenId === null || open.some(({ id }) => id === chosenId);
  const chosen = isListed ? undefined : await findDeal(store, chosenId);
  return (chosen?.ownerId === repId ? [chosen, ...open] : open).map((deal) => {
    const amount = dealAmount(deal);
    return { id: deal.id, label: amount === undefined ? dealName(deal) : `${amount} · ${dealName(deal)}` };
  });
}

async function promiseChoices(
  store: Store,
  acting: Person,
  rep: Person,
  chosen: ReadonlySet<string>,
  today: LocalDate,
): Promise<NumberedChoice[]> {
  const promises = await promisesOf(store, { managerId: acting.id, repId: rep.id, limit: mostPromises });
  return promises
    .filter(({ id, state, pulseId }) => chosen.has(String(id)) || (state === 'open' && pulseId === null))
    .map((promise) => promiseChoice(promise, today));
}

/** `Send the references · by Nov 27`. */
export function promiseChoice({ id, text, dueOn }: PromiseRecord, today: LocalDate): NumberedChoice {
  return { id, label: labelled(text, `by ${formatDate(dueOn, today)}`) };
}

async function assignmentChoices(
  store: Store,
  acting: Person,
  rep: Person,
  chosen: ReadonlySet<string>,
  today: LocalDate,
): Promise<NumberedChoice[]> {
  const cycles = await readableOf(await cyclesOf(store, rep.id), (cycle) => mayReadCycle(store, acting.id, cycle));
  return cycles.flatMap((cycle) =>
    cycle.assignments
      .filter(({ id, state }) => (cycle.closedOn === null && state === 'open') || chosen.has(String(id)))
      .map(({ id, text, dueOn }) => ({ id, label: labelled(text, `for ${formatDate(dueOn, today)}`) })),
  );
}

async function ideaChoices(store: Store, rep: Person): Promise<NumberedChoice[]> {
  const ideas = await ideasOf(store, rep.id);
  const latestFirst = ideas.toSorted(
    (one, other) => Number(one.creditedOn !== null) - Number(other.creditedOn !== null),
  );
  return latestFirst.map(({ id, text, usedOn, creditedOn }) => {
    if (usedOn === null) return { id, label: shorten(text, limits.optionText) };
    return { id, label: labelled(text, creditedOn === null ? 'used' : 'used and credited') };
  });
}

async function colleagues(
  store: Store,
  acting: Person,
  rep: Person,
  lines: readonly ReportingLine[],
): Promise<NumberedChoice[]> {
  const others = reportsOf(acting.id, lines).filter((id) => id !== rep.id);
  const people = (await findPeople(store, others)).toSorted((one, other) => one.name.localeCompare(other.name));
  return people.map(({ id, name }) => ({ id, label: name }));
}

function labelled(text: string, addition: string): string {
  return `${shorten(text.replaceAll(/\s+/gu, ' ').trim(), longestWords)} · ${addition}`;
}
