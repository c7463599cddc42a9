/** An ask waits: for a word of the rep, of who has it, or until anybody is there. */
import { askFor } from '../../acts/read-ask.ts';
import { unsettledAskStates } from '../../leading/ask-lifecycle.ts';
import type { SubjectOf } from '../../leading/messages.ts';
import type { Person } from '../../store/people.ts';
import type { Store } from '../../store/db.ts';
import { summaryOf } from '../loading/load-ask.ts';
import * as views from '../views/ask/ask-waits.ts';
import type { AskSummary } from '../views/ask/ask-words.ts';
import type { RenderedMessage } from '../kit/rendered-message.ts';
import { message } from './message.ts';
import type { Reading } from './message.ts';

/** Asks the rep whether to take it to the lead. Not sent where that isn't open to them any more. */
export const askOfferMessage = message(
  'ask-offer',
  aboutWaiting((ask) => ask.isRep && ask.mayDo.includes('waited'), views.askOffer),
);

/** To the rep, or who has it: the day it was needed by is past. */
export const askOverdueMessage = message(
  'ask-overdue',
  aboutWaiting(
    (ask) => (ask.isRep || ask.isHolder) && ask.neededBy !== null && ask.neededBy < ask.today && isUnsettled(ask),
    views.askOverdue,
  ),
);

/** Tells the rep that nobody is there to answer. */
export const askWaitsMessage = message(
  'ask-waits',
  aboutWaiting((ask) => ask.isRep && isUnsettled(ask), views.askWaits),
);

/** @param isTrue must hold when it is sent; afterwards the message says how things went on */
function aboutWaiting(
  isTrue: (ask: AskSummary) => boolean,
  view: (ask: AskSummary, isTrue: boolean) => RenderedMessage,
): Reading<'ask-offer' | 'ask-overdue' | 'ask-waits'> {
  return {
    async render({ store, wasSent }, subject, recipient, now) {
      const ask = await askOf(store, subject, recipient, now);
      const isUpdate = await wasSent();
      if (ask === undefined) return isUpdate ? views.askGone() : undefined;
      return isUpdate || isTrue(ask) ? view(ask, isTrue(ask)) : undefined;
    },
  };
}

async function askOf(
  store: Store,
  subject: SubjectOf<'ask-waits' | 'ask-overdue'>,
  recipient: Person,
  now: Date,
): Promise<AskSummary | undefined> {
  if ('person' in subject && subject.person !== recipient.id) return undefined;
  const found = await askFor(store, recipient.id, subject.ask);
  return found === undefined ? undefined : summaryOf(store, found, recipient, now);
}

function isUnsettled(ask: AskSummary): boolean {
  return unsettledAskStates.includes(ask.state);
}
