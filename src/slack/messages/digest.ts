import { heatMap } from '../../pictures/heat-map.ts';
import { loadDigest } from '../../store/digest-facts.ts';
import { wasSent } from '../../store/outbox.ts';
import { readPolicy } from '../../store/policy.ts';
import { addDays, localDateOf } from '../../time/zoned.ts';
import { digestMessage, pictureBefore } from '../views/digest/digest.ts';
import { greetingsOf } from './greeting.ts';
import type { MessageKind } from './message.ts';

const kind = 'digest';
/** A digest that couldn't be sent for this long is no news any more. */
const freshDays = 3;

/**
 * Subject: `lead` (person id) and `on` (the lead's local day). Shown again later it is still of that day: what happened in its
 * week, and what has become of it.
 */
export const digest: MessageKind = {
  kind,
  reach: 'at-work',
  joins: false,
  follows: ({ lead }) => greetingsOf(lead),
  async render({ store, behaviours }, subject, recipient, now) {
    if (subject['lead'] !== recipient.id) return undefined;
    const on = String(subject['on']);
    const isUpdate = await wasSent(store, kind, subject);
    if (!isUpdate && localDateOf(now, 'Etc/UTC') > addDays(on, freshDays)) return undefined;
    const figures = await loadDigest(store, behaviours, await readPolicy(store), recipient.id, now, on);
    if (figures === undefined) return undefined;
    const message = digestMessage(figures);
    if (figures.isEmpty) return message;
    return { ...message, picture: { picture: heatMap(figures.weeks), before: pictureBefore } };
  },
};
