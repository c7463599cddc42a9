import { loadRepRecap } from '../loading/rep-recap-data.ts';
import { emptiedRecap, hasNews, repRecapMessage } from '../views/recap/rep-recap.ts';
import { message } from './message.ts';

/** A month in which nothing was said, promised or done brings none. */
export const repRecap = message('rep-recap', {
  follows: ({ rep }) => (rep === undefined ? [] : [{ kind: 'welcome', subject: { person: rep } }]),
  async render(context, subject, recipient, now) {
    if (subject.rep !== recipient.id) return undefined;
    const found = await loadRepRecap(context, recipient, subject.month, now);
    const isUpdate = await context.wasSent();
    if (found === undefined || !hasNews(found)) return isUpdate ? emptiedRecap() : undefined;
    return repRecapMessage(found);
  },
});
