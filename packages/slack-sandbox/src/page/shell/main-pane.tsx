import type { VNode } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { PageMessage } from '../../contract.ts';
import { conversationById, usePage, userById } from '../context.ts';
import { Avatar } from './avatar.tsx';
import { Composer } from './composer.tsx';
import { Empty } from './empty.tsx';
import { Hint } from './hint.tsx';
import { Home } from './home.tsx';
import { MessageList } from './message-list.tsx';
import { Thread } from './thread.tsx';

function Tabs({ atHome, directId }: { atHome: boolean; directId: string }): VNode {
  const { workspace } = usePage();
  const tabs = [
    { words: 'Home', where: 'home', selected: atHome },
    { words: 'Messages', where: directId, selected: !atHome },
  ];
  return (
    <div
      class="tabs"
      role="tablist"
      aria-label="Parts of the app"
      onKeyDown={(event) => {
        if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
        const other = event.currentTarget.querySelector<HTMLElement>('[aria-selected=false]');
        other?.focus();
        other?.click();
      }}
    >
      {tabs.map((tab) => (
        <button
          type="button"
          role="tab"
          key={tab.words}
          aria-selected={tab.selected}
          tabIndex={tab.selected ? 0 : -1}
          onClick={() => workspace.go({ where: tab.where })}
        >
          {tab.words}
        </button>
      ))}
    </div>
  );
}

/** Tells the sandbox that Home was opened: once for every time that somebody comes to it. */
function useOpenHome(atHome: boolean): void {
  const { workspace, state } = usePage();
  useEffect(() => {
    if (atHome) void workspace.actOrTell({ do: 'open-home', as: state.me.id });
  }, [atHome, state.me.id]);
}

/** Tells the sandbox that the messages shown were read. */
function useRead(atHome: boolean): void {
  const { workspace, state } = usePage();
  const conversationId = state.conversationId;
  const unread = conversationById(state, conversationId)?.unread ?? 0;
  const newest = state.messages.at(-1)?.ts;
  const told = useRef('');
  useEffect(() => {
    const read = (): void => {
      const what = `${state.me.id} ${conversationId} ${newest}`;
      if (atHome || unread === 0 || document.hidden || told.current === what) return;
      told.current = what;
      void workspace.act({ do: 'read', as: state.me.id, conversationId });
    };
    read();
    document.addEventListener('visibilitychange', read);
    return () => document.removeEventListener('visibilitychange', read);
  }, [atHome, unread, newest, conversationId, state.me.id]);
}

function Conversation(): VNode {
  const { workspace, state, snapshot } = usePage();
  const conversation = conversationById(state, state.conversationId);
  const isApp = conversation?.userId === state.app.botUserId;
  const name = conversation?.name ?? state.app.name;
  const top = useMemo(() => {
    const known = new Set(state.messages.map((message) => message.ts));
    return state.messages.filter(
      ({ ts, threadTs }) => threadTs === undefined || threadTs === ts || !known.has(threadTs),
    );
  }, [state.messages]);
  const replies = useMemo(() => {
    const found = new Map<string, PageMessage[]>();
    for (const message of state.messages) {
      const { ts, threadTs } = message;
      if (threadTs !== undefined && threadTs !== ts) found.set(threadTs, [...(found.get(threadTs) ?? []), message]);
    }
    return found;
  }, [state.messages]);
  const thread = snapshot.place.thread;
  const key = `${state.me.id}/${state.conversationId}`;
  return (
    <div class="conversation-panes">
      <div class="conversation-pane">
        {top.length === 0 ? (
          <Empty face="💬" title="No messages yet">
            {isApp ? `Message ${name}, or type / for its commands.` : 'Send the first one.'}
          </Empty>
        ) : (
          <MessageList
            key={key}
            messages={top}
            label={`Messages in ${name}`}
            unread={conversation?.unread ?? 0}
            replies={replies}
            onThread={(ts) => workspace.go({ thread: ts })}
          />
        )}
        <Composer key={key} />
      </div>
      {thread !== undefined && <Thread key={`${key}/${thread}`} ts={thread} />}
    </div>
  );
}

/** What stands beside the sidebar: a conversation, or the app with its two tabs. */
export function MainPane(): VNode {
  const { state, snapshot } = usePage();
  const atHome = snapshot.place.where === 'home';
  useOpenHome(atHome);
  useRead(atHome);
  const conversation = conversationById(state, state.conversationId);
  const isApp = atHome || conversation?.userId === state.app.botUserId;
  const userId = atHome ? state.app.botUserId : conversation?.userId;
  const title = userById(state, userId)?.title;
  return (
    <main class="main-pane" id="main" tabIndex={-1}>
      <header class={isApp ? 'pane-head of-app' : 'pane-head'}>
        {userId !== undefined && <Avatar userId={userId} />}
        <h2>
          {userId === undefined && '#'}
          {isApp ? state.app.name : (conversation?.name ?? '')}
        </h2>
        {isApp && <span class="tag">APP</span>}
        {!isApp && title !== undefined && <span class="quiet">{title}</span>}
        {isApp && <Tabs atHome={atHome} directId={directWithApp(state) ?? 'messages'} />}
      </header>
      <Hint />
      {atHome ? <Home key={state.me.id} /> : <Conversation />}
    </main>
  );
}

function directWithApp({ conversations, app }: ReturnType<typeof usePage>['state']): string | undefined {
  return conversations.find((one) => one.userId === app.botUserId)?.id;
}
