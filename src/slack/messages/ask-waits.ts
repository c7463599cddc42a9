/** An ask waits: for a word of the rep, of who has it, or until anybody is there. */
import { askFor } from '../../acts/read-ask.ts';
import { unsettledAskStates } from '../../leading/ask-lifecycle.ts';
import type { Person } from '../../store/people.ts';
import type { Store } from '../../store/db.ts';
import { wasSent } from '../../store/outbox.ts';
import type { Subject } from '../../store/outbox.ts';
import { summaryOf } from '../loading/load-ask.ts';
import * as views from '../views/ask/ask-waits.ts';
import type { AskSummary } from '../views/ask/ask-words.ts';
import type { RenderedMessage } from '../kit/rendered-message.ts';
import type { MessageKind } from './message.ts';

/** Subject: `ask`. Asks the rep whether to take it to the lead. Not sent where that isn't open to them any more. */
export const askOfferMessage = aboutWaiting(
  'ask-offer',
  'at-work',
  (ask) => ask.isRep && ask.mayDo.includes('waited'),
  views.askOffer,
);

/** Subject: `ask` and `person`: the rep, or who has it. The day it was needed by is past. */
export const askOverdueMessage = aboutWaiting(
  'ask-overdue',
  'at-work',
  (ask) => (ask.isRep || ask.isHolder) && ask.neededBy !== null && ask.neededBy < ask.today && isUnsettled(ask),
  views.askOverdue,
);

/** Subject: `ask`. Tells the rep that nobody is there to answer. */
export const askWaitsMessage = aboutWaiting(
  'ask-waits',
  'at-once',
  (ask) => ask.isRep && isUnsettled(ask),
  views.askWaits,
);

/** @param isTrue must hold when it is sent; afterwards the message says how things went on */
function aboutWaiting(
  kind: string,
  reach: MessageKind['reach'],
  isTrue: (ask: AskSummary) => boolean,
  view: (ask: AskSummary, isTrue: boolean) => RenderedMessage,
): MessageKind {
  return {
    kind,
    reach,
    joins: false,
    async render({ store }, subject, recipient, now) {
      const ask = await askOf(store, subject, recipient, now);
      const isUpdate = await wasSent(store, kind, subject);
      if (ask === undefined) return isUpdate ? views.askGone() : undefined;
      return isUpdate || isTrue(ask) ? view(ask, isTrue(ask)) : undefined;
    },
  };
}

async function askOf(store: Store, subject: Subject, recipient: Person, now: Date): Promise<AskSummary | undefined> {
  if (subject['person'] !== undefined && subject['person'] !== recipient.id) return undefined;
  const found = await askFor(store, recipient.id, Number(subject['ask']));
  return found === undefined ? undefined : summaryOf(store, found, recipient, now);
}

function isUnsettled(ask: AskSummary): boolean {
  return unsettledAskStates.includes(ask.state);
}
