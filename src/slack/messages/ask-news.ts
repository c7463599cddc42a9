import { askFor } from '../../acts/read-ask.ts';
import { summaryOf } from '../load-ask.ts';
import { askNews } from '../views/ask-news.ts';
import type { MessageKind } from './message.ts';

/** Subject: `ask` and `step` (id of the step): for the rep who asked. */
export const askNewsMessage: MessageKind = {
  kind: 'ask-news',
  reach: 'at-once',
  joins: false,
  async render({ store }, subject, recipient, now) {
    const found = await askFor(store, recipient.id, Number(subject['ask']));
    if (found?.ask.repId !== recipient.id) return undefined;
    const ask = await summaryOf(store, found, recipient, now);
    const step = ask.steps.find((candidate) => candidate.id === subject['step']);
    return step === undefined ? undefined : askNews(ask, step);
  },
};
