import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Entry } from '../../src/acts/check-entry.ts';
import { logInteraction } from '../../src/acts/log-interaction.ts';
import { shareNote } from '../../src/acts/share-note.ts';
import { UserError } from '../../src/errors.ts';
import { noteShared } from '../../src/slack/messages/note-shared.ts';
import { interactionsBetween } from '../../src/store/interactions.ts';
import type { Person } from '../../src/store/people.ts';
import { promisesOf } from '../../src/store/promises.ts';
import { auditEvents } from '../helpers/audit.ts';
import { wordsOf } from '../helpers/blocks.ts';
import { openOffice } from '../helpers/office.ts';
import type { Office } from '../helpers/office.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

const today = '2026-11-23';

function entryOf(behaviour: string, rep: Person | null, more: Partial<Entry> = {}): Entry {
  const empty = { minutes: 30, dealId: null, details: {}, texts: {}, shared: false };
  return { behaviour, repId: rep?.id ?? null, happenedOn: today, ...empty, ...more };
}

let forms = 0;
async function log(entry: Entry, acting = office.people.dana): Promise<number> {
  forms += 1;
  const { interactionId } = await logInteraction(office.context, acting, { entry, once: `view:change-${forms}` });
  return interactionId ?? 0;
}

describe('who may log what about whom', () => {
  test.each<[string, () => Promise<unknown>]>([
    ['a check-in with a rep of one’s manager', () => log(entryOf('check-in', office.people.priya), office.people.lee)],
    ['a skip-level with one’s own report', () => log(entryOf('skip-level', office.people.dana), office.people.lee)],
    ['a skip-level by a manager', () => log(entryOf('skip-level', office.people.priya))],
    ['thanks to a manager who isn’t one', () => log(entryOf('thank-manager', office.people.priya))],
    ['thanks to somebody outside', () => log(entryOf('thank-manager', office.people.omar), office.people.lee)],
    ['what is about the team, about somebody', () => log(entryOf('share-vision', office.people.priya))],
    ['what is about somebody, about nobody', () => log(entryOf('skip-level', null), office.people.lee)],
    ['a shared skip-level', () => log(entryOf('skip-level', office.people.priya, { shared: true }), office.people.lee)],
    [
      'a promise to a rep of one’s manager',
      () =>
        log(
          entryOf('skip-level', office.people.priya, { promise: { text: 'Call', by: '2026-12-01' } }),
          office.people.lee,
        ),
    ],
  ])('%s is refused, and nothing is written', async (_what, attempt) => {
    await expect(attempt()).rejects.toThrow(UserError);
    expect(await interactionsBetween(office.store, { limit: 10 })).toEqual([]);
    expect(await promisesOf(office.store, { limit: 10 })).toEqual([]);
    expect(await office.outbox()).toEqual([]);
  });

  test('a lead logs a skip-level with a rep of their manager, and thanks a manager', async () => {
    const { lee, dana, priya } = office.people;
    const id = await log(entryOf('skip-level', priya, { texts: { heard: 'Words' } }), lee);
    await log(entryOf('thank-manager', dana), lee);
    expect(await interactionsBetween(office.store, { managerId: lee.id, limit: 10 })).toHaveLength(2);
    await expect(shareNote(office.context, lee, id)).rejects.toThrow('can’t be shared');
  });

  test('thanks reach the manager they are for, once they are shared', async () => {
    const { lee, dana } = office.people;
    const thanks = { texts: { thanks: 'You rode along twice.' }, shared: true };
    const id = await log(entryOf('thank-manager', dana, thanks), lee);
    const subject = { interaction: id, rep: dana.id };
    expect(await office.outbox()).toMatchObject([{ kind: 'welcome' }, { kind: 'note-shared', recipientId: dana.id }]);
    const told = await noteShared.render(office.context, subject, dana, office.context.clock());
    expect(told?.text).toBe('Lee Park thanks you.');
    expect(wordsOf(told)).toContain('You rode along twice.');
  });

  test('what is one’s own alone leaves no kind in the audit', async () => {
    await log(entryOf('reflection', null, { texts: { thought: 'Canary' } }));
    const [row] = await auditEvents(office.store);
    expect(row?.event).toBe('interaction.logged');
    expect(row?.details).not.toContain('reflection');
  });
});
