/** Writes who was thanked for what: reps for won deals and other things, managers by their leads. */
import { addConsequence } from '../store/consequences.ts';
import { addPraise } from '../store/praises.ts';
import { instantOf } from '../time/zoned.ts';
import type { LocalDate } from '../time/zoned.ts';
import { workdayAfter, workdayBefore } from './days.ts';
import { addEntry } from './entries.ts';
import { idOf, personOf } from './filling.ts';
import type { Filling } from './filling.ts';
import { dealer } from './history.ts';
import { managerThanks, otherThanks, winThanks } from './praise-words.ts';
import { profiles } from './profiles.ts';

/** The others let every other win pass. */
const thanksEachTime = 'katrin';

/** How long ago a lead last thanked a manager, in calendar days. */
const managersThanked: Readonly<Record<string, number>> = { dana: 12, marcus: 43, katrin: 45, weilin: 17 };

export async function addThanks(filling: Filling): Promise<void> {
  const { chance, deals, dayOf } = filling;
  const words = dealer(winThanks, chance);
  for (const deal of deals) {
    const manager = personOf(personOf(deal.owner).manager ?? '');
    if (deal.status !== 'won' || deal.closeOn === null) continue;
    if (manager.handle !== thanksEachTime && chance.next() < 0.5) continue;
    const on = workdayAfter(deal.closeOn, 1);
    if (on <= workdayBefore(dayOf(manager.handle), profiles[deal.owner]?.checkIns.newest ?? 0))
      await thank(filling, deal.owner, on, words().replaceAll('{account}', deal.account ?? 'The customer'));
  }
  for (const { rep, ago, text } of otherThanks)
    await thank(filling, rep, workdayBefore(dayOf(personOf(rep).manager ?? ''), ago), text);
  for (const [index, [handle, ago]] of Object.entries(managersThanked).entries()) {
    const lead = personOf(personOf(handle).manager ?? '');
    await addEntry(filling, lead, {
      behaviour: 'thank-manager',
      rep: handle,
      happenedOn: workdayBefore(dayOf(lead.handle), ago),
      minutes: 5,
      details: {},
      texts: { thanks: managerThanks[index % managerThanks.length] ?? '' },
      shared: true,
    });
  }
}

async function thank(filling: Filling, rep: string, on: LocalDate, text: string): Promise<void> {
  const { store, ids } = filling;
  const manager = personOf(personOf(rep).manager ?? '');
  const interactionId = await addEntry(filling, manager, {
    behaviour: 'recognition',
    rep,
    happenedOn: on,
    minutes: 5,
    details: { where: 'private' },
    texts: {},
    shared: false,
  });
  const at = instantOf(on, '17:20', manager.timeZone);
  const praise = { managerId: idOf(ids, manager.handle), repId: idOf(ids, rep), interactionId, text, givenOn: on };
  const recordId = await addPraise(store, { ...praise, isPublic: false }, at);
  await addConsequence(store, { interactionId, kind: 'praise', recordId, remembered: { wanted: 'private' } }, at);
}
