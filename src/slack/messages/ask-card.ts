import { askFor } from '../../acts/read-ask.ts';
import type { AskId, PersonId } from '../../behaviours/ids.ts';
import { takenOverFrom } from '../../leading/take-over.ts';
import { stepsOf } from '../../store/asks.ts';
import type { Store } from '../../store/db.ts';
import { findPerson } from '../../store/people.ts';
import { summaryOf } from '../loading/load-ask.ts';
import { askCard, askLapsed, askMovedOn } from '../views/ask/ask-card.ts';
import type { RenderedMessage } from '../kit/rendered-message.ts';
import { message } from './message.ts';

/** For whoever holds the ask, kept up to date after it went further. */
export const askCardMessage = message('ask-card', {
  async render({ store, wasSent }, subject, recipient, now) {
    if (subject.holder !== recipient.id) return undefined;
    const found = await askFor(store, recipient.id, subject.ask);
    const isUpdate = await wasSent();
    if (found === undefined) return isUpdate ? goneFrom(store, subject.ask, recipient.id) : undefined;
    const isSettled = found.ask.state === 'withdrawn' || found.ask.state === 'confirmed';
    if (isSettled && !isUpdate) return undefined;
    return askCard(await summaryOf(store, found, recipient, now));
  },
});

/** What stands in the place of a card whose ask its reader may not read any more. */
async function goneFrom(store: Store, askId: AskId, formerHolderId: PersonId): Promise<RenderedMessage> {
  const last = (await stepsOf(store, askId)).at(-1);
  const rep = last?.step === 'lapsed' ? await findPerson(store, last.actorId) : undefined;
  return rep === undefined ? askMovedOn(await takerFrom(store, askId, formerHolderId)) : askLapsed(rep.name);
}

/** The name of who took it off the desk of somebody who may not read it any more; undefined where it left them in another way. */
async function takerFrom(store: Store, askId: AskId, formerHolderId: PersonId): Promise<string | undefined> {
  const taken = takenOverFrom(await stepsOf(store, askId), formerHolderId);
  return taken && (await findPerson(store, taken.actorId))?.name;
}
