import { loadDigest } from '../../store/digest-facts.ts';
import { readPolicy } from '../../store/policy.ts';
import { addDays } from '../../time/zoned.ts';
import { digestMessage } from '../views/digest.ts';
import type { MessageKind } from './message.ts';

/** A digest that couldn't be sent for this long is no news any more. */
const freshDays = 3;

/** Subject: `lead` (person id) and `on` (the lead's local day). */
export const digest: MessageKind = {
  kind: 'digest',
  async render({ store, behaviours }, subject, recipient, now) {
    if (subject['lead'] !== recipient.id) return undefined;
    const figures = await loadDigest(store, behaviours, await readPolicy(store), recipient.id, now);
    if (figures === undefined || figures.on > addDays(String(subject['on']), freshDays)) return undefined;
    return digestMessage(figures);
  },
};
