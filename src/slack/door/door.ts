import type { App, ViewSubmitAction } from '@slack/bolt';
import type { ContextOf } from './origin.ts';
import { originOf } from './origin.ts';
import type { EventListener, Listener } from './listener.ts';

/**
 * The one way in: what Slack sends is looked up once and handed to its listener, with the context of the workspace that it came from.
 * What nobody listens to is left unanswered, as Slack expects it.
 * @throws Error where two listen to the same
 */
export function openDoor(app: App, contextOf: ContextOf, listeners: readonly Listener[]): void {
  const listener = byKindAndId(listeners);
  app.command(/^\//u, async (args) =>
    listener('command', args.command.command)?.answer(contextOf(originOf(args.body)), args),
  );
  app.action({ type: 'block_actions', action_id: /./u }, async (args) =>
    listener('press', withoutNumber(args.action.action_id))?.answer(contextOf(originOf(args.body)), args),
  );
  app.view<ViewSubmitAction>({ type: 'view_submission', callback_id: /./u }, async (args) =>
    listener('form', args.view.callback_id)?.answer(contextOf(originOf(args.body)), args),
  );
  app.shortcut({ type: 'message_action', callback_id: /./u }, async (args) =>
    listener('message_action', args.shortcut.callback_id)?.answer(contextOf(originOf(args.body)), args),
  );
  app.shortcut({ type: 'shortcut', callback_id: /./u }, async (args) =>
    listener('shortcut', args.shortcut.callback_id)?.answer(contextOf(originOf(args.body)), args),
  );
  for (const one of listeners) if (one.kind === 'event') onEvent(app, contextOf, one);
}

function onEvent(app: App, contextOf: ContextOf, listener: EventListener): void {
  // Each goes with the event that it is named after.
  const answer = listener.answer as (context: ReturnType<ContextOf>, args: unknown) => Promise<void>;
  app.event(listener.id, (args) => answer(contextOf(originOf(args.body)), args));
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
