import { wasSent } from '../../store/outbox.ts';
import { loadRepRecap } from '../loading/rep-recap-data.ts';
import { emptiedRecap, hasNews, repRecapMessage } from '../views/recap/rep-recap.ts';
import type { MessageKind } from './message.ts';

const kind = 'rep-recap';

/** Subject: `rep` (person id) and `month` (`YYYY-MM`). A month in which nothing was said, promised or done brings none. */
export const repRecap: MessageKind = {
  kind,
  reach: 'at-work',
  joins: false,
  follows: ({ rep }) => (rep === undefined ? [] : [{ kind: 'welcome', subject: { person: rep } }]),
  async render(context, subject, recipient, now) {
    if (subject['rep'] !== recipient.id) return undefined;
    const found = await loadRepRecap(context, recipient, String(subject['month']), now);
    const isUpdate = await wasSent(context.store, kind, subject);
    if (found === undefined || !hasNews(found)) return isUpdate ? emptiedRecap() : undefined;
    return repRecapMessage(found);
  },
};
