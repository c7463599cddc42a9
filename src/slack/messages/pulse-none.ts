import { pulseMinimum } from '../../leading/pulse.ts';
import { pulseNoneMessage } from '../views/pulse/pulse.ts';
import { message } from './message.ts';

/** Why nobody asks their team; once. */
export const pulseNone = message('pulse-none', {
  render: (_context, subject, recipient) =>
    Promise.resolve(subject.manager === recipient.id ? pulseNoneMessage({ minimum: pulseMinimum }) : undefined),
});
