import { pulseMinimum } from '../../leading/pulse.ts';
import { pulseNoneMessage } from '../views/pulse/pulse.ts';
import type { MessageKind } from './message.ts';

/** Subject: `manager` and `on`. Why nobody asks their team; once. */
export const pulseNone: MessageKind = {
  kind: 'pulse-none',
  reach: 'at-work',
  joins: false,
  render: (_context, subject, recipient) =>
    Promise.resolve(subject['manager'] === recipient.id ? pulseNoneMessage({ minimum: pulseMinimum }) : undefined),
};
