import type { JsonObject } from '../../contract.ts';
import { isSharedOutside, partnerIn } from '../../workspace/conversations.ts';
import type { Conversation, Workspace } from '../../workspace/model.ts';

/** A conversation as the bot sees it; https://docs.slack.dev/reference/objects/conversation-object */
export function conversationObject(workspace: Workspace, conversation: Conversation): JsonObject {
  const bot = workspace.app.botUserId;
  const common = {
    id: conversation.id,
    created: conversation.created,
    is_archived: conversation.isArchived,
    is_org_shared: false,
    context_team_id: workspace.team.id,
    updated: conversation.created * 1000,
  };
  if (conversation.kind === 'direct') {
    const partner = workspace.users.get(partnerIn(conversation, bot));
    return { ...common, is_im: true, user: partner?.id, is_user_deleted: partner?.deleted ?? false, priority: 0 };
  }
  const isShared = isSharedOutside(workspace, conversation);
  return {
    ...common,
    name: conversation.name,
    name_normalized: conversation.name,
    is_channel: true,
    is_group: false,
    is_im: false,
    is_mpim: false,
    is_private: false,
    is_general: conversation.name === 'general',
    is_shared: isShared,
    is_ext_shared: isShared,
    is_pending_ext_shared: false,
    is_member: conversation.members.has(bot),
    unlinked: 0,
    topic: { value: '', creator: '', last_set: 0 },
    purpose: { value: '', creator: '', last_set: 0 },
    previous_names: [],
    num_members: conversation.members.size,
  };
}
