import { answerHowSure } from '../../acts/answer-confidence.ts';
import { choosePraise } from '../../acts/praise.ts';
import { onPress } from '../door/listener.ts';
import type { Listener } from '../door/listener.ts';
import * as routes from '../routes/answers.ts';

/** What a rep answers in a message, in one tap. */
export const answerListeners: readonly Listener[] = [
  onPress(routes.answerConfidence, async ({ context, acting, carried: { interaction, topic, value } }) =>
    answerHowSure(context, acting, { interactionId: interaction, topic, value }),
  ),
  onPress(routes.praiseInChannel, async ({ context, acting, carried }) =>
    choosePraise(context, acting, { praiseId: carried.praise, isPublic: true }),
  ),
  onPress(routes.praiseOnlyMe, async ({ context, acting, carried }) =>
    choosePraise(context, acting, { praiseId: carried.praise, isPublic: false }),
  ),
];
