import type { PageState } from '../contract.ts';
import type { Engine } from '../engine.ts';
import { conversationCalled, userCalled } from '../person/whereabouts.ts';
import { conversationsOf } from '../workspace/conversations.ts';
import { modalsOf } from '../workspace/views.ts';
import { messagesFor, pageConversation, pageUser, pageView } from './shapes.ts';

/** Everything the page shows one person: the first, where nobody has been chosen yet. Throws a sentence for an unknown person or conversation. */
export function pageState(engine: Engine, userId: string | undefined, conversationId: string | undefined): PageState {
  const { workspace, manifest } = engine;
  const user = userCalled(engine, userId ?? firstPerson(engine));
  const direct = conversationCalled(engine, user);
  const conversation = conversationId === undefined ? direct : conversationCalled(engine, user, conversationId);
  const home = workspace.homes.get(user.id);
  const isInstalled = workspace.app.installed;
  return {
    version: engine.changes.version,
    now: engine.clock.now().toISOString(),
    teamName: workspace.team.name,
    app: {
      name: manifest.name,
      botUserId: workspace.app.botUserId,
      commands: isInstalled
        ? manifest.commands.map(({ command, description, usageHint }) => ({
            command,
            description,
            usageHint,
            builtIn: false,
          }))
        : [],
      shortcuts: isInstalled ? manifest.shortcuts : [],
      connected: engine.isReachable(),
    },
    me: pageUser(workspace, user),
    users: [...workspace.users.values()].map((each) => pageUser(workspace, each)),
    conversations: conversationsOf(workspace, user.id).map((each) => pageConversation(workspace, each, user.id)),
    conversationId: conversation.id,
    messages: messagesFor(engine, conversation, user.id),
    ...(home ? { home: pageView(home) } : {}),
    modals: modalsOf(workspace, user.id).map((view) => pageView(view)),
    notices: workspace.notices.get(user.id) ?? [],
    groups: engine.groups,
    ...hintFor(engine, user.id),
  };
}

const halfADayMilliseconds = 12 * 3_600_000;

function hintFor({ opening, startedAt, clock }: Engine, userId: string): Pick<PageState, 'hint'> {
  const isBeginning = clock.now().getTime() - startedAt.getTime() < halfADayMilliseconds;
  return opening?.userId === userId && isBeginning ? { hint: opening.hint } : {};
}

function firstPerson({ workspace, opening }: Engine): string {
  if (opening !== undefined) return opening.userId;
  const person = [...workspace.users.values()].find((user) => !user.isBot && !user.deleted && user.id !== 'USLACKBOT');
  return person?.id ?? '';
}
