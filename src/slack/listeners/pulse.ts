import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import { answerPulse, takeBackPulseAnswer } from '../../acts/answer-pulse.ts';
import { hasOpenedHome } from '../../acts/open-home.ts';
import { dayOf } from '../../acts/own.ts';
import type { Context } from '../../context.ts';
import { UserError } from '../../errors.ts';
import type { Person } from '../../store/people.ts';
import { actingPerson } from '../wire/acting.ts';
import { publishHome } from '../opening/home.ts';
import { limits } from '../kit/limits.ts';
import type { RenderedMessage } from '../kit/rendered-message.ts';
import { openView } from '../wire/open-view.ts';
import { loadInvitation, loadPulseForm, loadResult, ownPulseMessage } from '../loading/pulse-data.ts';
import { loadPulseHome } from '../loading/pulse-home-data.ts';
import * as routes from '../routes/pulse.ts';
import { readForm, submitting } from '../wire/submitting.ts';
import { shorten } from '../kit/text.ts';
import { pulseNow } from '../views/home/home-pulse.ts';
import { pulseMessage } from '../views/pulse/pulse.ts';
import { pulseForm, pulseSchema, pulseTakenBackView, pulseThanks } from '../views/pulse/pulse-form.ts';
import { sentencesView } from '../views/pulse/pulse-result.ts';
import { showInPlace } from './people.ts';

type Press = BlockAction<ButtonAction>;

/**
 * The pulse. Of an answer nothing is written but the answer itself: no arrival of a form, no line in the log, and the message is
 * updated without a want for it in the database.
 */
export function registerPulse(app: App, context: Context): void {
  registerAnswering(app, context);
  for (const route of [routes.readSentences, routes.nextSentences, routes.sentencesBefore])
    app.action<Press>(route.id, async ({ ack, body, action }) => {
      await ack();
      const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
      const { pulse, page } = route.decode(action.value);
      const shown = await loadResult(context, acting, pulse, context.clock());
      if (shown?.result === undefined)
        throw new UserError('You can’t read that one. Your Home tab shows what you can.');
      await showInPlace(context, body, sentencesView({ pulse, sentences: shown.result.sentences, page }));
    });
}

function registerAnswering(app: App, context: Context): void {
  app.action<Press>(routes.openPulse.id, async ({ ack, body, action }) => {
    await ack();
    const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
    const { pulse } = routes.openPulse.decode(action.value);
    await showInPlace(context, body, pulseForm(await loadPulseForm(context, acting, pulse, context.clock())));
  });
  app.view(routes.sendPulse.id, async ({ ack, body, view }) => {
    const answered = await submitting(
      ack,
      view.state.values,
      async () => {
        const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
        const { pulse } = routes.sendPulse.decode(view.private_metadata);
        const { cares, helps, trusts, sentence } = readForm(pulseSchema, view.state.values);
        const { whom, until } = await loadPulseForm(context, acting, pulse, context.clock());
        const points = [cares, helps, trusts];
        const { receipt } = await answerPulse(context, acting, { pulseId: pulse, points, sentence });
        return { acting, pulse, next: pulseThanks({ pulse, receipt, leaderName: whom.leaderName, until }) };
      },
      ({ next }) => next,
    );
    if (answered !== undefined) await showHowItStands(context, answered.acting, answered.pulse);
  });
  app.action<Press>(routes.takeBackPulse.id, async ({ ack, body }) => {
    await ack();
    const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
    const { pulse, receipt } = routes.thankedPulse.decode(body.view?.private_metadata);
    await takeBackPulseAnswer(context, acting, { pulseId: pulse, receipt });
    const { until } = await loadPulseForm(context, acting, pulse, context.clock());
    await showInPlace(context, body, pulseTakenBackView({ pulse, until }));
    await showHowItStands(context, acting, pulse);
  });
}

/**
 * For `/firstline pulse`: the form where there is something to answer, else what there is to read.
 * @returns undefined where the form opens
 */
export async function showPulse(
  context: Context,
  acting: Person,
  triggerId: string,
): Promise<RenderedMessage | undefined> {
  const now = context.clock();
  const home = await loadPulseHome(context, acting);
  if (home.asked === undefined || home.asked.hasAnswered)
    return pulseNow(home, (await dayOf(context.store, acting, now)).today);
  await openView(context, triggerId, pulseForm(await loadPulseForm(context, acting, home.asked.pulse, now)));
  return undefined;
}

/**
 * The person's own message and Home tab, brought up to date. Straight to Slack: a want in the database would stand beside the answer.
 * Nor is a failure told in the log, where its time would. The button that stays then says that they have answered. Never throws.
 */
async function showHowItStands(context: Context, acting: Person, pulseId: number): Promise<void> {
  await Promise.allSettled([updateMessage(context, acting, pulseId), updateHome(context, acting)]);
}

async function updateMessage(context: Context, acting: Person, pulseId: number): Promise<void> {
  const message = await ownPulseMessage(context.store, acting, pulseId);
  const invitation = await loadInvitation(context, acting, pulseId, context.clock());
  if (!message?.channel || !message.ts || invitation === undefined) return;
  const { text, blocks } = pulseMessage(invitation);
  await context.sender.chat.update({
    channel: message.channel,
    ts: message.ts,
    text: shorten(text, limits.messageText),
    blocks: [...blocks],
    link_names: false,
    parse: 'none',
  });
}

async function updateHome(context: Context, acting: Person): Promise<void> {
  if (await hasOpenedHome(context.store, acting.id)) await publishHome(context, acting);
}
