import { askFor } from '../../acts/read-ask.ts';
import { summaryOf } from '../loading/load-ask.ts';
import { nameOf } from '../loading/name-of.ts';
import { askNews, askUndone, newsTakenBack } from '../views/ask/ask-news.ts';
import { message } from './message.ts';

/** For the rep who asked. A step that was taken back is told to nobody. */
export const askNewsMessage = message('ask-news', {
  async render({ store, wasSent }, subject, recipient, now) {
    const found = await askFor(store, recipient.id, subject.ask);
    if (found?.ask.repId !== recipient.id) return undefined;
    const ask = await summaryOf(store, found, recipient, now);
    const step = ask.steps.find((candidate) => candidate.id === subject.step);
    if (step !== undefined) return askNews(ask, step);
    return (await wasSent()) ? newsTakenBack() : undefined;
  },
});

/** The rep had heard of that step, and it was taken back. */
export const askUndoneMessage = message('ask-undone', {
  async render({ store }, subject, recipient, now) {
    const found = await askFor(store, recipient.id, subject.ask);
    if (found?.ask.repId !== recipient.id) return undefined;
    const ask = await summaryOf(store, found, recipient, now);
    return askUndone(ask, await nameOf(store, subject.actor));
  },
});
