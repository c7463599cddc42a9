import { batchOf } from '../../leading/nudge-answer.ts';
import { helloAnswer } from '../../store/hello-marks.ts';
import { nudgesOfBatch } from '../../store/nudges.ts';
import { helloMessage } from '../views/home/hello.ts';
import { message } from './message.ts';
import { showNudge } from '../loading/nudge-message.ts';

/** Asks somebody who answers nothing whether to go on, in the place of a plan. */
export const hello = message('hello', {
  async render(context, subject, recipient, now) {
    const batch = subject.batch;
    const { kind, on } = batchOf(batch);
    if (subject.person !== recipient.id || kind !== 'hello') return undefined;
    const isUpdate = await context.wasSent();
    const all = await nudgesOfBatch(context.store, recipient.id, batch);
    const nudges = isUpdate ? all : all.filter(({ state }) => state === 'open');
    return helloMessage({
      on,
      says: await helloAnswer(context.store, recipient.id, on),
      nudges: await Promise.all(nudges.map((nudge) => showNudge(context, recipient, nudge, now))),
    });
  },
});
