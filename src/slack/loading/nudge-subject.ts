/** Loads what a nudge is about, for the eyes of its reader: by the table of who may see what, at the moment of showing. */
import { mayReadDevelopment, momentOfDay } from '../../acts/development.ts';
import { askFor } from '../../acts/read-ask.ts';
import type { Due } from '../../behaviours/behaviour.ts';
import { keeperOf } from '../../behaviours/keeper.ts';
import { maySee } from '../../leading/access.ts';
import { shortSubject, thingOf } from '../../leading/nudge-subject.ts';
import { findAssignment, findCycle } from '../../store/cycles.ts';
import type { Store } from '../../store/db.ts';
import { findIdea } from '../../store/ideas.ts';
import type { Person } from '../../store/people.ts';
import { findPromise } from '../../store/promises.ts';
import { erasedWords } from '../../store/retention.ts';
import { standingOf } from '../../store/standing.ts';

/** What of a nudge, or of something due, says which record it is about. */
export type AboutARecord = Pick<Due, 'askId' | 'item'> & { readonly evidence: Pick<Due['evidence'], 'record'> };

/** @returns the short own words; undefined where there are none, they were erased, or this reader may not read them */
export async function subjectFor(store: Store, reader: Person, about: AboutARecord): Promise<string | undefined> {
  return shortSubject(await wordsFor(store, reader, about));
}

/** The words in full, as the reader may read them. */
export async function wordsFor(store: Store, reader: Person, about: AboutARecord): Promise<string | undefined> {
  const thing = thingOf(about) ?? about.evidence.record;
  switch (thing?.kind) {
    case 'ask':
      return (await askFor(store, reader.id, thing.id))?.ask.text;
    case 'promise':
      return promised(store, reader, thing.id);
    case 'assignment':
      return assigned(store, reader, thing.id);
    case 'idea':
      return suggested(store, reader, thing.id);
    case 'cycle':
      return gapOf(store, reader, thing.id);
    default:
      return undefined;
  }
}

async function promised(store: Store, reader: Person, id: number): Promise<string | undefined> {
  const promise = await findPromise(store, id);
  if (promise === undefined) return undefined;
  const looked = { authorId: promise.managerId, from: momentOfDay(promise.settledOn) };
  const isOwn = keeperOf(promise) === reader.id;
  if (!isOwn && maySee('promise', await standingOf(store, reader.id, promise.repId, looked)) !== 'all')
    return undefined;
  const asked = promise.askId === null ? undefined : await askFor(store, reader.id, promise.askId);
  // What was promised in answer to an ask is what was asked for.
  const words = asked?.ask.text ?? promise.text;
  return words === erasedWords ? undefined : words;
}

async function assigned(store: Store, reader: Person, id: number): Promise<string | undefined> {
  const assignment = await findAssignment(store, id);
  if (assignment === undefined) return undefined;
  const moment = momentOfDay(assignment.settledOn);
  return (await mayReadDevelopment(store, reader.id, assignment.repId, moment)) ? assignment.text : undefined;
}

async function suggested(store: Store, reader: Person, id: number): Promise<string | undefined> {
  const idea = await findIdea(store, id);
  if (idea === undefined) return undefined;
  return (await mayReadDevelopment(store, reader.id, idea.repId)) ? idea.text : undefined;
}

async function gapOf(store: Store, reader: Person, id: number): Promise<string | undefined> {
  const cycle = await findCycle(store, id);
  if (cycle === undefined) return undefined;
  const moment = momentOfDay(cycle.closedOn);
  return (await mayReadDevelopment(store, reader.id, cycle.repId, moment)) ? cycle.gap : undefined;
}
