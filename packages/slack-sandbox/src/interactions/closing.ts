import type { Engine } from '../engine.ts';
import type { User, View } from '../workspace/model.ts';
import { modalsOf, setModals } from '../workspace/views.ts';
import { viewObject } from '../web-api/shapes/view.ts';
import { commonPayload } from './payload.ts';

/**
 * A person closes a modal: one view by its close button, the whole stack by the cross (or where the view says
 * clear_on_close); https://docs.slack.dev/surfaces/modals#view_closed
 */
export async function closeView(engine: Engine, user: User, view: View, wholeStack: boolean): Promise<void> {
  const stack = modalsOf(engine.workspace, user.id);
  const isCleared = wholeStack || view.clearOnClose;
  const closed = isCleared ? stack.toReversed() : stack.slice(stack.indexOf(view)).toReversed();
  setModals(
    engine,
    user.id,
    stack.filter((each) => !closed.includes(each)),
  );
  await Promise.all(
    closed
      .filter((each) => each.notifyOnClose)
      .map((each) =>
        engine.deliver({
          kind: 'interactive',
          name: 'view_closed',
          takesAnswer: false,
          body: {
            type: 'view_closed',
            ...commonPayload(engine, user, 'view'),
            view: viewObject(engine.workspace, each),
            is_cleared: isCleared,
          },
        }),
      ),
  );
}
