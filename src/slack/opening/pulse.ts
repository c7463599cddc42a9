import { hasOpenedHome } from '../../acts/open-home.ts';
import { dayOf } from '../../acts/own.ts';
import type { PulseId } from '../../behaviours/ids.ts';
import type { Context } from '../../context.ts';
import type { Person } from '../../store/people.ts';
import { limits } from '../kit/limits.ts';
import type { RenderedMessage } from '../kit/rendered-message.ts';
import { shorten } from '../kit/text.ts';
import { loadInvitation, loadPulseForm, ownPulseMessage } from '../loading/pulse-data.ts';
import { loadPulseHome } from '../loading/pulse-home-data.ts';
import { pulseNow } from '../views/home/home-pulse.ts';
import { pulseForm } from '../views/pulse/pulse-form.ts';
import { pulseMessage } from '../views/pulse/pulse.ts';
import { openView } from '../wire/open-view.ts';
import { publishHome } from './home.ts';

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
export async function showHowPulseStands(context: Context, acting: Person, pulseId: PulseId): Promise<void> {
  await Promise.allSettled([updateMessage(context, acting, pulseId), updateHome(context, acting)]);
}

async function updateMessage(context: Context, acting: Person, pulseId: PulseId): Promise<void> {
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
