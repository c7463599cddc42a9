import type { JsonObject } from '../../contract.ts';
import { stateValues } from '../../block-elements/values.ts';
import type { View, Workspace } from '../../workspace/model.ts';

/**
 * A view with its state; https://docs.slack.dev/reference/views. Where the app is installed in the whole organisation,
 * `app_installed_team_id` is the organisation's id, as in the example of
 * https://docs.slack.dev/messaging/work-objects-implementation
 */
export function viewObject(workspace: Workspace, view: View): JsonObject {
  const { app, team, enterpriseId } = workspace;
  return {
    id: view.id,
    team_id: team.id,
    type: view.type,
    blocks: view.blocks,
    private_metadata: view.privateMetadata,
    callback_id: view.callbackId,
    state: { values: stateValues(view.blocks, view.values) },
    hash: view.hash,
    title: view.title ?? { type: 'plain_text', text: 'View Title', emoji: true },
    clear_on_close: view.clearOnClose,
    notify_on_close: view.notifyOnClose,
    close: view.close ?? null,
    submit: view.submit ?? null,
    previous_view_id: view.previousViewId ?? null,
    root_view_id: view.rootViewId,
    app_id: app.id,
    external_id: view.externalId,
    app_installed_team_id: app.isEnterpriseInstall ? (enterpriseId ?? team.id) : team.id,
    bot_id: app.botId,
  };
}
