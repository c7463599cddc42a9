import { findPulse } from '../../store/pulses.ts';
import { comparable, loadResult } from '../loading/pulse-data.ts';
import { pulsePicture } from '../loading/pulse-picture.ts';
import { pulseResultMessage } from '../views/pulse/pulse-result.ts';
import { message } from './message.ts';

/** What was published, to the leader and to the managers whose teams answered together; or that nothing is. */
export const pulseResult = message('pulse-result', {
  async render({ store }, subject, recipient, now) {
    const shown = await loadResult({ store }, recipient, subject.pulse, now);
    const record = shown && (await findPulse(store, shown.pulse));
    if (shown === undefined || record === undefined) return undefined;
    const { closedOn, result } = record;
    if (closedOn === null || result === null) return pulseResultMessage(shown);
    return pulseResultMessage(shown, pulsePicture([...(await comparable(store, record)), { closedOn, result }]));
  },
});
