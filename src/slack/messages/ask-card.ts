import { askFor } from '../../acts/read-ask.ts';
import { wasSent } from '../../store/outbox.ts';
import { summaryOf } from '../load-ask.ts';
import { askCard, askMovedOn } from '../views/ask-card.ts';
import type { MessageKind } from './message.ts';

const kind = 'ask-card';

/** Subject: `ask` and `holder` (person id): for whoever holds the ask, kept up to date after it went further. */
export const askCardMessage: MessageKind = {
  kind,
  async render({ store }, subject, recipient, now) {
    if (subject['holder'] !== recipient.id) return undefined;
    const found = await askFor(store, recipient.id, Number(subject['ask']));
    const isUpdate = await wasSent(store, kind, subject);
    if (found === undefined) return isUpdate ? askMovedOn() : undefined;
    const isSettled = found.ask.state === 'withdrawn' || found.ask.state === 'confirmed';
    if (isSettled && !isUpdate) return undefined;
    return askCard(await summaryOf(store, found, recipient, now));
  },
};
