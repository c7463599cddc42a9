import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import type { PageConversation, PageState, PageUser } from '../contract.ts';
import type { Snapshot, Workspace } from './state.ts';
import { knownZone } from './zone.ts';

export interface PageContext {
  workspace: Workspace;
  state: PageState;
  snapshot: Snapshot;
  /** The zone of who is at the keyboard. */
  zone: string;
}

export const Page = createContext<PageContext | undefined>(undefined);

/** The workspace as the page shows it now. */
export function usePage(): PageContext {
  const page = useContext(Page);
  if (page === undefined) throw new Error('Drawn outside of the page');
  return page;
}

/** Follows the store; draws anew after every change. */
export function useSnapshot(workspace: Workspace): Snapshot {
  const [snapshot, setSnapshot] = useState(workspace.snapshot);
  useEffect(() => {
    const follow = (): void => setSnapshot(workspace.snapshot);
    follow();
    return workspace.subscribe(follow);
  }, [workspace]);
  return snapshot;
}

/** What children of the page are given for a state. */
export function pageContext(workspace: Workspace, snapshot: Snapshot, state: PageState): PageContext {
  return { workspace, snapshot, state, zone: knownZone(state.me.timeZone) };
}

export function userById(state: PageState, id: string | undefined): PageUser | undefined {
  return state.users.find((user) => user.id === id);
}

export function conversationById(state: PageState, id: string | undefined): PageConversation | undefined {
  return state.conversations.find((conversation) => conversation.id === id);
}

/** A person's name as the page writes it. */
export function nameOf(state: PageState, id: string | undefined): string {
  const user = userById(state, id);
  return user === undefined ? (id ?? 'Somebody') : user.realName || user.name;
}

/** The instant that the sandbox's clock shows right now: it runs on between two fetches. */
export function clockNow({ state, snapshot }: Pick<PageContext, 'state' | 'snapshot'>): number {
  return Date.parse(state.now) + (performance.now() - snapshot.receivedAt);
}
