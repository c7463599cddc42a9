import { answerPulse, takeBackPulseAnswer } from '../../acts/answer-pulse.ts';
import { UserError } from '../../errors.ts';
import { onPress, onSubmit } from '../door/listener.ts';
import type { Listener } from '../door/listener.ts';
import type { Route } from '../kit/route.ts';
import { loadPulseForm, loadResult } from '../loading/pulse-data.ts';
import { showHowPulseStands } from '../opening/pulse.ts';
import * as routes from '../routes/pulse.ts';
import { pulseForm, pulseSchema, pulseTakenBackView, pulseThanks } from '../views/pulse/pulse-form.ts';
import { sentencesView } from '../views/pulse/pulse-result.ts';

/**
 * The pulse. Of an answer nothing is written but the answer itself: no arrival of a form, no line in the log, and the message is
 * updated without a want for it in the database.
 */
export const pulseListeners: readonly Listener[] = [
  onPress(routes.openPulse, async ({ context, acting, carried, showInPlace }) => {
    await showInPlace(pulseForm(await loadPulseForm(context, acting, carried.pulse, context.clock())));
  }),
  onSubmit(routes.sendPulse, async ({ context, acting, carried: { pulse }, read }) => {
    const { cares, helps, trusts, sentence } = read(pulseSchema);
    const { whom, until } = await loadPulseForm(context, acting, pulse, context.clock());
    const points = [cares, helps, trusts];
    const { receipt } = await answerPulse(context, acting, { pulseId: pulse, points, sentence });
    return {
      next: pulseThanks({ pulse, receipt, leaderName: whom.leaderName, until }),
      afterwards: () => showHowPulseStands(context, acting, pulse),
    };
  }),
  onPress(routes.takeBackPulse, async ({ context, acting, view, showInPlace }) => {
    const { pulse, receipt } = routes.thankedPulse.decode(view?.private_metadata);
    await takeBackPulseAnswer(context, acting, { pulseId: pulse, receipt });
    const { until } = await loadPulseForm(context, acting, pulse, context.clock());
    await showInPlace(pulseTakenBackView({ pulse, until }));
    await showHowPulseStands(context, acting, pulse);
  }),
  readsSentences(routes.readSentences),
  readsSentences(routes.nextSentences),
  readsSentences(routes.sentencesBefore),
];

function readsSentences(route: Route<{ pulse: number; page: number }>): Listener {
  return onPress(route, async ({ context, acting, carried: { pulse, page }, showInPlace }) => {
    const shown = await loadResult(context, acting, pulse, context.clock());
    if (shown?.result === undefined) throw new UserError('You can’t read that one. Your Home tab shows what you can.');
    await showInPlace(sentencesView({ pulse, sentences: shown.result.sentences, page }));
  });
}
