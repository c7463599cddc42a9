import type { BlockElementAction } from '@slack/bolt';
import type { Context } from '../../context.ts';
import type { Route } from '../kit/route.ts';
import { openOver, showInPlace, updateView } from '../wire/open-view.ts';
import { replaceHere } from '../wire/replace-here.ts';
import type { Showing } from './done.ts';
import type { Press } from './incoming.ts';
import type { PressArgs } from './listener.ts';

/** A press, decoded. @throws UserError for a button that is old or forged */
export function pressOf<Carried, Who>(
  context: Context,
  route: Route<Carried>,
  { body, action, respond }: Pick<PressArgs, 'body' | 'action' | 'respond'>,
  acting: Who,
  showing: Showing,
): Press<Carried, Who> {
  const { trigger_id: triggerId, view, user } = body;
  const form = view?.type === 'modal' ? view : undefined;
  return {
    context,
    acting,
    carried: route.decode(carriedBy(action)),
    triggerId,
    once: `trigger:${triggerId}`,
    number: numberIn(action.action_id),
    userId: user.id,
    chosenUserId: action.type === 'users_select' ? action.selected_user : undefined,
    view,
    isEphemeral: (body.container as typeof body.container | undefined)?.['is_ephemeral'] === true,
    place: body,
    openOver: (opened) => openOver(context, body, opened),
    showInPlace: (shown) => showing(() => showInPlace(context, body, shown)),
    redraw: async (draw) => {
      if (form !== undefined) await showing(async () => updateView(context, form.id, await draw()));
    },
    replaceMessage: (message) => showing(() => replaceHere(context, respond, user.id, message)),
  };
}

function carriedBy(action: BlockElementAction): string | undefined {
  switch (action.type) {
    case 'button':
      return action.value;
    case 'static_select':
    case 'overflow':
      return action.selected_option?.value;
    default:
      return undefined;
  }
}

function numberIn(actionId: string): number | undefined {
  const [, number] = /:(\d+)$/u.exec(actionId) ?? [];
  return number === undefined ? undefined : Number(number);
}
