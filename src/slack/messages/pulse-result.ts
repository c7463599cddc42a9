import { loadResult } from '../pulse-data.ts';
import { pulseResultMessage } from '../views/pulse-result.ts';
import type { MessageKind } from './message.ts';

/** Subject: `pulse`. What was published, to the leader and to the managers whose teams answered together; or that nothing is. */
export const pulseResult: MessageKind = {
  kind: 'pulse-result',
  async render({ store }, subject, recipient, now) {
    const shown = await loadResult({ store }, recipient, Number(subject['pulse']), now);
    return shown && pulseResultMessage(shown);
  },
};
