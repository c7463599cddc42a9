/** What a nudge is about is loaded for the eyes of its reader: by the table of who may see what, and only while it is kept. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ask } from '../../../src/acts/ask.ts';
import { subjectFor } from '../../../src/slack/loading/nudge-subject.ts';
import { openCycle } from '../../../src/store/cycles.ts';
import { addIdea } from '../../../src/store/ideas.ts';
import { addPromise } from '../../../src/store/promises.ts';
import { setManager } from '../../../src/store/reporting-lines.ts';
import { erasedWords } from '../../../src/store/retention.ts';
import { openOffice } from '../../helpers/office.ts';
import type { Office } from '../../helpers/office.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

const item = (kind: string, id: number) => ({ item: `${kind}:${id}`, askId: null, evidence: { record: null } });

const both = (words: string) => ({ dana: words, priya: words });

/** Who of the office reads it, by name. */
async function readers(about: Parameters<typeof subjectFor>[2]): Promise<Record<string, string>> {
  const read: Record<string, string> = {};
  for (const [name, person] of Object.entries(office.people)) {
    const subject = await subjectFor(office.store, person, about);
    if (subject !== undefined) read[name] = subject;
  }
  return read;
}

async function made() {
  const { dana, priya } = office.people;
  const now = office.context.clock();
  const between = { managerId: dana.id, repId: priya.id };
  const days = { madeOn: '2026-11-02', dueOn: '2026-11-23' } as const;
  const promise = await addPromise(office.store, { ...between, ...days, text: 'Call legal' }, now);
  const erased = await addPromise(office.store, { ...between, ...days, text: erasedWords }, now);
  const idea = await addIdea(office.store, { repId: priya.id, text: 'Start small', heardOn: '2026-11-02' }, now);
  const cycle = { gap: 'Talks too much', rootCause: 'skill', assignment: 'Ask first' } as const;
  await openCycle(office.store, { ...between, ...cycle, openedOn: '2026-11-02', dueOn: '2026-11-23' }, now);
  const asking = { kind: 'help', dealId: null, obstacle: null, neededBy: null } as const;
  await ask(office.context, priya, { ...asking, text: 'A second pair of eyes', once: 'view:1' });
  return { promise, erased, idea };
}

test('manager and rep read it, nobody else does; and what was erased leaves no hole', async () => {
  const { promise, erased, idea } = await made();
  expect(await readers(item('promise', promise))).toEqual(both('Call legal'));
  expect(await readers(item('idea', idea))).toEqual(both('Start small'));
  expect(await readers(item('assignment', 1))).toEqual(both('Ask first'));
  expect(await readers({ ...item('', 0), item: null, evidence: { record: { kind: 'cycle', id: 1 } } })).toEqual(
    both('Talks too much'),
  );
  expect(await readers({ ...item('', 0), item: null, askId: 1 })).toEqual(both('A second pair of eyes'));
  expect(await readers(item('promise', erased))).toEqual({});
  expect(await readers(item('promise', 99))).toEqual({});
});

test('once the rep reports to somebody else, the manager before keeps their own promise and nothing more', async () => {
  const { promise, idea } = await made();
  const { dana, omar, priya } = office.people;
  await setManager(office.store, priya.id, omar.id, '2026-11-23');
  const ofDana = async (about: Parameters<typeof subjectFor>[2]) => subjectFor(office.store, dana, about);
  expect(await ofDana(item('promise', promise))).toBe('Call legal');
  expect(await ofDana(item('idea', idea))).toBeUndefined();
  expect(await ofDana(item('assignment', 1))).toBeUndefined();
  expect(await ofDana({ ...item('', 0), item: null, askId: 1 })).toBeUndefined();
});
