import { heatMap } from '../../pictures/heat-map.ts';
import { loadDigest } from '../../store/digest-facts.ts';
import { readPolicy } from '../../store/policy.ts';
import { addDays, localDateOf } from '../../time/zoned.ts';
import { digestMessage, pictureBefore } from '../views/digest/digest.ts';
import { greetingsOf } from './greeting.ts';
import { message } from './message.ts';

/** A digest that couldn't be sent for this long is no news any more. */
const freshDays = 3;

/**
 * Shown again later it is still of that day: what happened in its week, and what has become of it.
 */
export const digest = message('digest', {
  follows: ({ lead }) => greetingsOf(lead),
  async render({ store, behaviours, wasSent }, subject, recipient, now) {
    if (subject.lead !== recipient.id) return undefined;
    const on = subject.on;
    const isUpdate = await wasSent();
    if (!isUpdate && localDateOf(now, 'Etc/UTC') > addDays(on, freshDays)) return undefined;
    const figures = await loadDigest(store, behaviours, await readPolicy(store), recipient.id, now, on);
    if (figures === undefined) return undefined;
    const said = digestMessage(figures);
    if (figures.isEmpty) return said;
    return { ...said, picture: { picture: heatMap(figures.weeks), before: pictureBefore } };
  },
});
