import type { App, ViewSubmitAction } from '@slack/bolt';
import type { Context } from '../../context.ts';
import type { EventListener, Listener } from './listener.ts';
import { servedWith } from './served.ts';

/**
 * The one way in: what Slack sends is looked up once and handed to its listener, with the context of the workspace that it came from.
 * What nobody listens to is left unanswered, as Slack expects it.
 * @throws Error where two listen to the same
 */
export function openDoor(app: App, listeners: readonly Listener[]): void {
  const listener = byKindAndId(listeners);
  app.command(/^\//u, async (args) => {
    const found = listener('command', args.command.command);
    await each(args, (context) => found?.answer(context, args));
  });
  app.action({ type: 'block_actions', action_id: /./u }, async (args) => {
    const found = listener('press', withoutNumber(args.action.action_id));
    await each(args, (context) => found?.answer(context, args));
  });
  app.view<ViewSubmitAction>({ type: 'view_submission', callback_id: /./u }, async (args) => {
    const found = listener('form', args.view.callback_id);
    await each(args, (context) => found?.answer(context, args));
  });
  app.shortcut({ type: 'message_action', callback_id: /./u }, async (args) => {
    const found = listener('message_action', args.shortcut.callback_id);
    await each(args, (context) => found?.answer(context, args));
  });
  app.shortcut({ type: 'shortcut', callback_id: /./u }, async (args) => {
    const found = listener('shortcut', args.shortcut.callback_id);
    await each(args, (context) => found?.answer(context, args));
  });
  for (const one of listeners) if (one.kind === 'event') onEvent(app, one);
}

function onEvent(app: App, listener: EventListener): void {
  // Each goes with the event that it is named after.
  const answer = listener.answer as (context: Context, args: unknown) => Promise<void>;
  app.event(listener.id, (args) => each(args, (context) => answer(context, args)));
}

/** Nearly always one. One that fails doesn't keep it from the others. */
async function each(
  args: { readonly context: Record<string, unknown> },
  answer: (context: Context) => Promise<void> | undefined,
): Promise<void> {
  const done = await Promise.allSettled(servedWith(args.context).map(async (context) => answer(context)));
  for (const one of done) if (one.status === 'rejected') throw one.reason;
}

function byKindAndId(listeners: readonly Listener[]) {
  const byKey = new Map<string, Listener>();
  for (const listener of listeners) {
    const key = `${listener.kind} ${listener.id}`;
    if (byKey.has(key)) throw new Error(`Two listeners for ${key}`);
    byKey.set(key, listener);
  }
  return <Kind extends Listener['kind']>(kind: Kind, id: string) =>
    byKey.get(`${kind} ${id}`) as Extract<Listener, { kind: Kind }> | undefined;
}

function withoutNumber(actionId: string): string {
  return actionId.replace(/:\d+$/u, '');
}
