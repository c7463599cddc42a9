/** Writes what managers promised, and what their people thought of. */
import { addIdea, markIdeaCredited, markIdeaUsed } from '../store/ideas.ts';
import { addPromise, settlePromise } from '../store/promises.ts';
import { instantOf } from '../time/zoned.ts';
import { dayToCome } from './cycles.ts';
import { workdayBefore } from './days.ts';
import { addEntry } from './entries.ts';
import { idOf, personOf } from './filling.ts';
import type { Filling } from './filling.ts';
import { ideas } from './ideas.ts';
import { promises } from './promises.ts';

export async function addPromises(filling: Filling): Promise<void> {
  const { store, ids, dayOf } = filling;
  for (const { rep, text, madeAgo, dueOn, keptAgo } of promises) {
    const manager = personOf(personOf(rep).manager ?? '');
    const today = dayOf(manager.handle);
    const madeOn = workdayBefore(today, madeAgo);
    const promise = { managerId: idOf(ids, manager.handle), repId: idOf(ids, rep), text, madeOn };
    const at = instantOf(madeOn, '15:30', manager.timeZone);
    const id = await addPromise(store, { ...promise, dueOn: dayToCome(today, dueOn) }, at);
    if (keptAgo === undefined) continue;
    const keptOn = workdayBefore(today, keptAgo);
    await settlePromise(store, id, 'kept', keptOn);
    await addEntry(filling, manager, {
      behaviour: 'keep-promise',
      rep,
      happenedOn: keptOn,
      minutes: 15,
      details: { promiseKept: String(id), outcome: 'kept' },
      texts: {},
      shared: false,
    });
  }
  await addIdeas(filling);
}

async function addIdeas({ store, ids, dayOf }: Filling): Promise<void> {
  for (const { rep, text, heardAgo, used } of ideas) {
    const manager = personOf(personOf(rep).manager ?? '');
    const today = dayOf(manager.handle);
    const heardOn = workdayBefore(today, heardAgo);
    const at = instantOf(heardOn, '15:45', manager.timeZone);
    const id = await addIdea(store, { repId: idOf(ids, rep), text, heardOn }, at);
    if (used === undefined) continue;
    await markIdeaUsed(store, id, workdayBefore(today, used.ago), used.where);
    if (used.creditedAgo !== undefined) await markIdeaCredited(store, id, workdayBefore(today, used.creditedAgo));
  }
}
