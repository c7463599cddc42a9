import { askFor } from '../../acts/read-ask.ts';
import { wasSent } from '../../store/outbox.ts';
import { summaryOf } from '../loading/load-ask.ts';
import { nameOf } from '../loading/name-of.ts';
import { askNews, askUndone, newsTakenBack } from '../views/ask/ask-news.ts';
import type { MessageKind } from './message.ts';

const kind = 'ask-news';

/** Subject: `ask` and `step` (id of the step): for the rep who asked. A step that was taken back is told to nobody. */
export const askNewsMessage: MessageKind = {
  kind,
  reach: 'at-once',
  joins: false,
  async render({ store }, subject, recipient, now) {
    const found = await askFor(store, recipient.id, Number(subject['ask']));
    if (found?.ask.repId !== recipient.id) return undefined;
    const ask = await summaryOf(store, found, recipient, now);
    const step = ask.steps.find((candidate) => candidate.id === subject['step']);
    if (step !== undefined) return askNews(ask, step);
    return (await wasSent(store, kind, subject)) ? newsTakenBack() : undefined;
  },
};

/** Subject: `ask`, `step` and `actor` (person id): the rep had heard of that step, and it was taken back. */
export const askUndoneMessage: MessageKind = {
  kind: 'ask-undone',
  reach: 'at-once',
  joins: false,
  async render({ store }, subject, recipient, now) {
    const found = await askFor(store, recipient.id, Number(subject['ask']));
    if (found?.ask.repId !== recipient.id) return undefined;
    const ask = await summaryOf(store, found, recipient, now);
    return askUndone(ask, await nameOf(store, Number(subject['actor'])));
  },
};
