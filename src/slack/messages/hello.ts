import { batchOf } from '../../leading/nudge-answer.ts';
import { helloAnswer } from '../../store/hello-marks.ts';
import { nudgesOfBatch } from '../../store/nudges.ts';
import { wasSent } from '../../store/outbox.ts';
import { helloMessage } from '../views/home/hello.ts';
import type { MessageKind } from './message.ts';
import { showNudge } from '../loading/nudge-message.ts';

/** Subject: `person` and `batch`, e.g. `hello:2026-12-21`. Asks somebody who answers nothing whether to go on, in the place of a plan. */
export const hello: MessageKind = {
  kind: 'hello',
  reach: 'at-work',
  joins: false,
  async render(context, subject, recipient, now) {
    const batch = String(subject['batch']);
    const { kind, on } = batchOf(batch);
    if (subject['person'] !== recipient.id || kind !== 'hello') return undefined;
    const isUpdate = await wasSent(context.store, 'hello', subject);
    const all = await nudgesOfBatch(context.store, recipient.id, batch);
    const nudges = isUpdate ? all : all.filter(({ state }) => state === 'open');
    return helloMessage({
      on,
      says: await helloAnswer(context.store, recipient.id, on),
      nudges: await Promise.all(nudges.map((nudge) => showNudge(context, recipient, nudge, now))),
    });
  },
};
