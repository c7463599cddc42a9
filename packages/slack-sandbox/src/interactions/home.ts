import type { Engine } from '../engine.ts';
import { directWithApp } from '../workspace/conversations.ts';
import type { User } from '../workspace/model.ts';
import { viewObject } from '../web-api/shapes/view.ts';

/** A person opens the app's Home; https://docs.slack.dev/reference/events/app_home_opened */
export async function openHome(engine: Engine, user: User): Promise<void> {
  if (!engine.workspace.app.installed) return;
  const conversation = directWithApp(engine.workspace, user.id, engine.clock.now());
  const view = engine.workspace.homes.get(user.id);
  await engine.events.send('app_home_opened', {
    type: 'app_home_opened',
    user: user.id,
    channel: conversation.id,
    tab: 'home',
    ...(view ? { view: viewObject(engine.workspace, view) } : {}),
  });
}
