/**
 * What several programs do on one database at the same instant: each has its own connections, so nothing but the lock of the workspace
 * keeps them apart. Without it, answers to a pulse are lost, an ask is granted and withdrawn, and a message is claimed by several.
 */
import { describe, expect, test } from 'vitest';
import { answerPulse } from '../../src/acts/answer-pulse.ts';
import { ask } from '../../src/acts/ask.ts';
import { openPulse } from '../../src/acts/open-pulse.ts';
import { stepAsk } from '../../src/acts/step-ask.ts';
import type { Context } from '../../src/context.ts';
import { defaultPolicy } from '../../src/leading/policy.ts';
import { askFor } from '../../src/acts/read-ask.ts';
import { asksOf } from '../../src/store/asks.ts';
import { writing } from '../../src/store/db.ts';
import { claimNext } from '../../src/store/outbox-claim.ts';
import { enqueue } from '../../src/store/outbox.ts';
import { ballotsIn } from '../../src/store/pulse-box.ts';
import { calendarOf } from '../../src/leading/calendars.ts';
import type { Office } from '../helpers/office.ts';
import { officeOnServer } from '../helpers/office-on-server.ts';
import type { OfficeOnServer } from '../helpers/office-on-server.ts';
import { hasServer } from '../helpers/place.ts';
import { messageTo } from '../helpers/records.ts';

const rounds = 10;

/** What acts there are given. */
async function programOf(office: Office, another: OfficeOnServer['another']): Promise<Context> {
  return { ...office.context, store: await another() };
}

describe.skipIf(!hasServer)('on a server', () => {
  test('of eight answers to a pulse that come at once from eight programs, eight are kept', async () => {
    const { office, another } = await officeOnServer();
    const { dana } = office.people;
    const team = [];
    for (let number = 0; number < 8; number += 1) team.push(await office.hire(`Rep ${number}`, dana.id));
    const now = office.context.clock();
    const group = {
      kind: 'team',
      leaderId: dana.id,
      managerIds: [dana.id],
      memberIds: team.map(({ id }) => id),
    } as const;
    const opening = { on: '2026-11-23', calendar: calendarOf(dana, defaultPolicy, 'Etc/UTC') } as const;
    const pulseId = await writing(office.store, (tx) => openPulse(office.context, tx, group, opening, now));
    const contexts = await Promise.all(team.map(() => programOf(office, another)));
    await Promise.all(
      team.map((person, at) =>
        answerPulse(contexts[at] ?? office.context, person, { pulseId, points: [4, 4, 4], sentence: `From ${at}` }),
      ),
    );
    const kept = await ballotsIn(office.store, pulseId);
    expect(kept?.map(({ sentence }) => sentence).toSorted()).toEqual(team.map((_, at) => `From ${at}`));
  });

  test('an ask that is granted and withdrawn at once is one of the two, each time', async () => {
    const { office, another } = await officeOnServer();
    const { dana, priya } = office.people;
    const [one, other] = [await programOf(office, another), await programOf(office, another)];
    for (let round = 0; round < rounds; round += 1) {
      const words = {
        kind: 'help',
        text: `Come along ${round}`,
        dealId: null,
        obstacle: null,
        neededBy: null,
      } as const;
      await ask(office.context, priya, { ...words, once: `view:${round}` });
      const [{ id: askId } = { id: 0 }] = await asksOf(office.store, { states: ['open'], limit: 1 });
      const results = await Promise.allSettled([
        stepAsk(one, dana, { askId, step: 'granted', once: `grant:${round}` }),
        stepAsk(other, priya, { askId, step: 'withdrawn', once: `withdraw:${round}` }),
      ]);
      expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
      const found = await askFor(office.store, priya.id, askId);
      const ends = found?.steps.filter(({ step }) => ['granted', 'withdrawn'].includes(step));
      expect(ends).toHaveLength(1);
    }
  });

  test('a message that six programs want to send is claimed by one', async () => {
    const { office, another } = await officeOnServer();
    const contexts = await Promise.all(Array.from({ length: 6 }, () => programOf(office, another)));
    const now = office.context.clock();
    for (let round = 0; round < rounds; round += 1) {
      await enqueue(office.store, messageTo(office.people.priya.id, `news-${round}`), now);
      const claims = await Promise.all(contexts.map(({ store }) => claimNext(store, now)));
      const claimed = claims.filter((claim) => claim !== undefined);
      expect(claimed).toHaveLength(1);
      await office.store.database.updateTable('outbox').set({ state: 'sent' }).execute();
    }
  });
});
