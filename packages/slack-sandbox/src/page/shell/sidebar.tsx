import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { PageConversation } from '../../contract.ts';
import { usePage } from '../context.ts';
import { plainText } from '../mrkdwn.tsx';
import { Avatar } from './avatar.tsx';
import { CaretIcon } from './icons.tsx';
import { People } from './people.tsx';
import { StatusDialog } from './status.tsx';

function Conversation({ one, current, onGo }: { one: PageConversation; current: boolean; onGo: () => void }): VNode {
  const { state } = usePage();
  const isApp = one.userId === state.app.botUserId;
  return (
    <li>
      <button
        type="button"
        class={`conversation ${one.unread > 0 ? 'unread' : ''}`}
        aria-current={current ? 'page' : undefined}
        onClick={onGo}
      >
        {one.userId === undefined ? (
          <span class="hash" aria-hidden="true">
            #
          </span>
        ) : (
          <Avatar userId={one.userId} size="small" />
        )}
        <span class="conversation-name">{one.name}</span>
        {isApp && <span class="tag">APP</span>}
        {one.unread > 0 && (
          <span class="badge" aria-label={`${one.unread} unread`}>
            {one.unread}
          </span>
        )}
      </button>
    </li>
  );
}

function Me({ onStatus, onSwitch }: { onStatus: () => void; onSwitch: () => void }): VNode {
  const { state } = usePage();
  const { me } = state;
  const status = [me.statusEmoji, me.statusText].filter(Boolean).join(' ');
  return (
    <div class="me">
      <button type="button" class="me-switch" onClick={onSwitch} title="Switch to someone else">
        <Avatar userId={me.id} />
        <span>
          <small>You are</small>
          <strong>{me.realName || me.name}</strong>
          {me.title !== undefined && <small>{me.title}</small>}
        </span>
        <span aria-hidden="true">⇅</span>
      </button>
      <button type="button" class="me-status" onClick={onStatus}>
        {status === '' ? 'Set a status' : plainText(status)}
      </button>
    </div>
  );
}

function Heading({ children }: { children: string }): VNode {
  return (
    <h2>
      <CaretIcon />
      {children}
    </h2>
  );
}

/** Who you are, and where you can go. */
export function Sidebar({ open, onGone }: { open: boolean; onGone: () => void }): VNode {
  const { workspace, state, snapshot } = usePage();
  const [dialog, setDialog] = useState<'switch' | 'status' | 'write'>();
  const there = snapshot.place.where;
  const isApp = (one: PageConversation): boolean => one.userId === state.app.botUserId;
  const listed = state.conversations.filter((one) => !one.isArchived);
  const channels = listed.filter((one) => one.kind === 'channel').toSorted((a, b) => a.name.localeCompare(b.name));
  const directs = listed
    .filter((one) => one.kind === 'direct' && !isApp(one))
    .toSorted((a, b) => a.name.localeCompare(b.name));
  const apps = listed.filter(isApp);
  const people = state.users.filter((user) => !user.isApp && !user.deleted);
  const go = (one: PageConversation): void => {
    onGone();
    workspace.go({ where: one.id });
  };
  const line = (one: PageConversation): VNode => {
    const current = one.id === there || (isApp(one) && (there === 'home' || there === 'messages'));
    return <Conversation key={one.id} one={one} current={current} onGo={() => go(one)} />;
  };
  const writeTo = async (userId: string): Promise<void> => {
    if (!(await workspace.actOrTell({ do: 'open-direct', as: state.me.id, userId }))) return;
    const opened = workspace.snapshot.state?.conversations.find((one) => one.userId === userId);
    if (opened) go(opened);
  };
  return (
    <nav class={open ? 'sidebar open' : 'sidebar'} id="sidebar" aria-label="Workspace">
      <Me onStatus={() => setDialog('status')} onSwitch={() => setDialog('switch')} />
      <div class="conversations">
        <Heading>Channels</Heading>
        <ul>{channels.map(line)}</ul>
        {channels.length === 0 && <p class="quiet">You’re not in any channel.</p>}
        <Heading>Direct messages</Heading>
        <ul>{directs.map(line)}</ul>
        <button type="button" class="conversation" onClick={() => setDialog('write')}>
          <span class="hash" aria-hidden="true">
            +
          </span>
          <span class="conversation-name">New message</span>
        </button>
        <Heading>Apps</Heading>
        <ul>{apps.map(line)}</ul>
      </div>
      {dialog === 'switch' && (
        <People
          title="Switch to someone else"
          people={people}
          onClose={() => setDialog(undefined)}
          onChoose={(user) => {
            onGone();
            const kept = there === 'home' || channels.some((one) => one.id === there) ? there : 'messages';
            workspace.go({ as: user.id, where: kept });
          }}
        />
      )}
      {dialog === 'write' && (
        <People
          title="New message"
          people={people.filter((user) => user.id !== state.me.id)}
          onClose={() => setDialog(undefined)}
          onChoose={(user) => void writeTo(user.id)}
        />
      )}
      {dialog === 'status' && <StatusDialog onClose={() => setDialog(undefined)} />}
    </nav>
  );
}
