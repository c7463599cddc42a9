/** Gathers what a rep is told of a month: nothing but what they may see. */
import { askFor } from '../../acts/read-ask.ts';
import { dayOf } from '../../acts/own.ts';
import type { AskId } from '../../behaviours/ids.ts';
import type { Context } from '../../context.ts';
import { kindsForRep, wordsForRep } from '../../leading/access.ts';
import { daysOfMonth } from '../../leading/recap-time.ts';
import { cycleIn, hasMovedIn, helpedBy, isIn, isKeptIn, isPromisedIn, tookPlace } from '../../leading/rep-recap.ts';
import type { Month } from '../../leading/rep-recap.ts';
import { asksOf } from '../../store/asks.ts';
import type { Store } from '../../store/db.ts';
import { goalsOf } from '../../store/goals.ts';
import { interactionsBetween, readTexts } from '../../store/interactions.ts';
import type { Interaction } from '../../store/interactions.ts';
import type { Person } from '../../store/people.ts';
import { praisesOf } from '../../store/praises.ts';
import { promisesOf } from '../../store/promises.ts';
import { managerIdOf } from '../../store/reporting-lines.ts';
import { localDateOf } from '../../time/zoned.ts';
import { asTheRep, currentCycle, namesOf } from './development-data.ts';
import { mayRead } from './log-list.ts';
import { shortNameOf } from './name-of.ts';
import { headingForRep } from '../views/log/entry.ts';
import type { DoneRow, RepRecap, SaidRow } from '../views/recap/rep-recap.ts';

type Reading = Pick<Context, 'store' | 'behaviours'>;

const mostEntries = 300;
const mostRecords = 200;
/** More words than these aren't even read. */
const mostSaid = 4;

/** Undefined for somebody who reports to nobody. @param month `YYYY-MM` */
export async function loadRepRecap(
  context: Reading,
  rep: Person,
  month: string,
  now: Date,
): Promise<RepRecap | undefined> {
  const { store, behaviours } = context;
  const managerId = await managerIdOf(store, rep.id);
  if (managerId === undefined) return undefined;
  const days = daysOfMonth(month);
  const { today } = await dayOf(store, rep, now);
  const entries = await entriesOf(context, rep, days);
  const praises = (await praisesOf(store, rep.id, mostRecords)).filter(({ givenOn }) => isIn(days, givenOn));
  const promises = await promisesOf(store, { repId: rep.id, limit: mostRecords });
  const nameOf = await namesOf(store, [
    managerId,
    ...[...entries, ...praises, ...promises].map((record) => record.managerId),
  ]);
  const live = (await currentCycle(store, rep.id, rep, asTheRep))?.cycle;
  const current = live && cycleIn(days, live);
  const helped = await helpIn(store, rep, days, now);
  const isTold = (askId: AskId | null) => askId !== null && helped.some(({ ask }) => ask === askId);
  const kept = promises.filter((promise) => isKeptIn(days, promise) && !isTold(promise.askId));
  return {
    month,
    today,
    managerName: nameOf(managerId),
    managerShortName: await shortNameOf(store, rep.id, managerId),
    took: tookPlace(behaviours, entries, days),
    notes: await notesIn(context, rep, entries, nameOf),
    thanks: praises.slice(0, mostSaid).map(({ text, givenOn, managerId: giver }) => ({
      what: `Thanks from ${nameOf(giver)}`,
      on: givenOn,
      text,
    })),
    promised: promises
      .filter((promise) => isPromisedIn(days, promise) && !kept.includes(promise) && !isTold(promise.askId))
      .map((promise) => ({ ...promise, otherName: nameOf(promise.managerId) })),
    done: [
      ...helped.map(({ ask: _ask, ...row }) => row),
      ...kept.map(({ text, settledOn }): DoneRow => ({ what: 'promise', text, on: settledOn ?? days.until })),
    ].toSorted((one, other) => one.on.localeCompare(other.on)),
    cycle: current,
    hasCycleMoved: current !== undefined && hasMovedIn(days, current),
    goals: (await goalsOf(store, rep.id)).filter(({ recordedOn }) => recordedOn <= days.until),
  };
}

/** What took place with the rep, newest first; never what somebody logged for themselves alone. */
async function entriesOf({ store, behaviours }: Reading, rep: Person, days: Month): Promise<Interaction[]> {
  const found = await interactionsBetween(store, {
    repId: rep.id,
    from: days.from,
    ...kindsForRep(behaviours),
    limit: mostEntries,
  });
  return found.filter(({ happenedOn }) => isIn(days, happenedOn));
}

/** Words that the rep may read, as one quotation each. Those of thanks stand by themselves. */
async function notesIn(
  context: Reading,
  rep: Person,
  entries: readonly Interaction[],
  nameOf: (id: number) => string,
): Promise<SaidRow[]> {
  const notes: SaidRow[] = [];
  for (const entry of entries) {
    if (notes.length >= mostSaid) break;
    if (!entry.shared || !entry.hasTexts || entry.behaviour === 'recognition') continue;
    if (!(await mayRead(context, rep, entry))) continue;
    const behaviour = context.behaviours.find(({ id }) => id === entry.behaviour);
    const texts = await readTexts(context.store, entry.id);
    const text = wordsForRep(behaviour?.form ?? [], entry.shared)
      .map(({ id }) => (texts[id] ?? '').trim())
      .filter((words) => words !== '')
      .join(' ');
    if (text !== '')
      notes.push({ what: headingForRep(behaviour, nameOf(entry.managerId)), on: entry.happenedOn, text });
  }
  return notes;
}

/** The rep's own asks that were settled for them in these days, each with its id. */
async function helpIn(
  store: Store,
  rep: Person,
  days: Month,
  now: Date,
): Promise<(DoneRow & { readonly ask: number | undefined })[]> {
  const zone = (await dayOf(store, rep, now)).calendar.timeZone;
  const asks = await asksOf(store, { repId: rep.id, states: ['granted', 'done', 'confirmed'], limit: mostRecords });
  const helped: (DoneRow & { readonly ask: number | undefined })[] = [];
  for (const { id } of asks) {
    const found = await askFor(store, rep.id, id);
    const settled = found?.steps.findLast(({ step }) => step === 'granted' || step === 'done' || step === 'declined');
    if (found === undefined || (settled?.step !== 'granted' && settled?.step !== 'done')) continue;
    const on = localDateOf(settled.at, zone);
    const what = helpedBy(found.ask.kind, settled.step);
    if (what !== undefined && isIn(days, on)) helped.push({ what, text: found.ask.text, on, ask: id });
  }
  return helped;
}
