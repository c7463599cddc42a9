import type { ModalView } from '@slack/types';
import type { Context } from '../../context.ts';
import { Unforeseen, UserError } from '../../errors.ts';
import { changeForm } from './change-form.ts';
import { giveUpSheet } from './open-sheets.ts';

/**
 * Opens a form on the press or command that asked for it.
 * @param triggerId lives 3 seconds and works once
 * @param typed what the person typed before: handed back where the form comes too late
 * @throws UserError if the trigger has run out; Unforeseen with what was typed where Slack doesn't open it for another reason
 */
export async function openView(
  context: Pick<Context, 'slack'>,
  triggerId: string,
  view: ModalView,
  typed?: string,
): Promise<void> {
  await show(() => context.slack.views.open({ trigger_id: triggerId, view }), typed);
}

/**
 * Opens a form where a button was pressed: over the form it stands in, or by itself from a message or the Home tab. Where three forms
 * lie on each other, it takes the place of the one it stands in: Slack allows no fourth (docs.slack.dev, views.push).
 * @returns Slack's id of the open form
 * @throws UserError if the trigger has run out
 */
export async function openOver(
  context: Pick<Context, 'slack'>,
  pressed: { readonly trigger_id: string; readonly view?: { readonly type: string; readonly id?: string } },
  view: ModalView,
): Promise<string | undefined> {
  const { views } = context.slack;
  const call = { trigger_id: pressed.trigger_id, view };
  const below = pressed.view?.type === 'modal' ? pressed.view : undefined;
  const opened = await show(async () => {
    if (below === undefined) return views.open(call);
    try {
      return await views.push(call);
    } catch (error) {
      if (codeOf(error) !== 'push_limit_reached' || below.id === undefined) throw error;
      return views.update({ view_id: below.id, view });
    }
  }, undefined);
  return opened.view?.id;
}

async function show<Answer>(open: () => Promise<Answer>, typed: string | undefined): Promise<Answer> {
  try {
    return await open();
  } catch (error) {
    if (!isExpired(error)) throw typed === undefined || typed === '' ? error : new Unforeseen(error, { typed });
    throw new UserError('That took too long, so Slack didn’t open the form. Please try again.', {
      cause: error,
      ...(typed === undefined || typed === '' ? {} : { typed }),
    });
  }
}

/** Slack's word for what went wrong. */
function codeOf(error: unknown): unknown {
  const data: unknown = error instanceof Error && 'data' in error ? error.data : undefined;
  return typeof data === 'object' && data !== null && 'error' in data ? data.error : undefined;
}

function isExpired(error: unknown): boolean {
  const code = codeOf(error);
  return code === 'expired_trigger_id' || code === 'exchanged_trigger_id' || code === 'invalid_trigger_id';
}

/** In the place of the form that the button stands in, so that nothing old stays behind it; by itself from a message or the Home tab. */
export async function showInPlace(
  context: Pick<Context, 'slack'>,
  pressed: Parameters<typeof openOver>[1] & { readonly view?: { readonly type: string; readonly id: string } },
  view: ModalView,
): Promise<void> {
  if (pressed.view?.type !== 'modal') {
    await openOver(context, pressed, view);
    return;
  }
  giveUpSheet(pressed.view.id);
  await changeForm(context, pressed.view.id, async () => view);
}

/** Shows something else in an open form. @param viewId Slack's id of it */
export async function updateView(context: Pick<Context, 'slack'>, viewId: string, view: ModalView): Promise<void> {
  await context.slack.views.update({ view_id: viewId, view });
}
