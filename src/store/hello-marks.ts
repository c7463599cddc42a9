/** When somebody was last asked whether to go on, and what they said. */
import type { PersonId } from '../behaviours/ids.ts';
import type { LocalDate } from '../time/zoned.ts';
import type { Store } from './db.ts';
import { readMark, readMarks, writeMark } from './marks.ts';
import { localDate } from '../time/zoned.ts';

export const helloAnswers = ['go-on', 'two-weeks', 'stop'] as const;
export type HelloAnswer = (typeof helloAnswers)[number];

export async function greetedOn(store: Store, personId: PersonId): Promise<LocalDate | undefined> {
  return dayIn(await readMark(store, `hello|${personId}`));
}

/** @param on the person's local day */
export async function markGreeted(store: Store, personId: PersonId, on: LocalDate): Promise<void> {
  await writeMark(store, `hello|${personId}`, on);
}

/** What was said to the question of that day. */
export async function helloAnswer(store: Store, personId: PersonId, on: LocalDate): Promise<HelloAnswer | undefined> {
  const said = await readMark(store, `hello-answer|${personId}|${on}`);
  return helloAnswers.find((answer) => answer === said);
}

export async function saveHelloAnswer(
  store: Store,
  personId: PersonId,
  on: LocalDate,
  answer: HelloAnswer,
): Promise<void> {
  await writeMark(store, `hello-answer|${personId}|${on}`, answer);
  if (answer !== 'stop') await writeMark(store, wentOnMark(personId), on);
}

/** The local day up to which what they passed over is forgotten, by person; who was never asked isn't there. */
export async function wentOn(store: Store, personIds: readonly PersonId[]): Promise<ReadonlyMap<number, LocalDate>> {
  const marks = await readMarks(store, personIds.map(wentOnMark));
  return new Map(
    personIds.flatMap((id) => {
      const on = dayIn(marks.get(wentOnMark(id)));
      return on === undefined ? [] : [[id, on] as const];
    }),
  );
}

function wentOnMark(personId: PersonId): string {
  return `went-on|${personId}`;
}

function dayIn(mark: string | undefined): LocalDate | undefined {
  return mark === undefined ? undefined : localDate(mark);
}
