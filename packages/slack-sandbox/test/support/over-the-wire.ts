import type { PageAct, PageState } from '../../src/index.ts';

/** A sandbox of another process, used as its page uses it. */
export interface RemoteWorkspace {
  act(what: PageAct): Promise<void>;
  /** The first state of this person in this conversation in which `look` finds something, asked anew after every change. */
  until<T>(userId: string, conversationId: string | undefined, look: (state: PageState) => T | undefined): Promise<T>;
}

const patienceMilliseconds = 30_000;

export function workspaceAt(url: string): RemoteWorkspace {
  return {
    async act(what) {
      const response = await fetch(`${url}/sandbox/act`, { method: 'POST', body: JSON.stringify(what) });
      if (!response.ok) throw new Error(await response.text());
    },
    async until(userId, conversationId, look) {
      const query = new URLSearchParams({
        as: userId,
        ...(conversationId !== undefined && { conversation: conversationId }),
      });
      const live = await fetch(`${url}/sandbox/live`, { signal: AbortSignal.timeout(patienceMilliseconds) });
      if (live.body === null) throw new Error('The sandbox tells no changes');
      const changes = live.body.getReader();
      let state: PageState | undefined;
      try {
        while (!(await changes.read()).done) {
          state = (await (await fetch(`${url}/sandbox/state?${query}`)).json()) as PageState;
          const found = look(state);
          if (found !== undefined) return found;
        }
      } catch (cause) {
        throw new Error(`Waited in vain. The last that was seen: ${JSON.stringify(state)}`, { cause });
      } finally {
        await changes.cancel().catch(() => undefined);
      }
      throw new Error('The sandbox went away');
    },
  };
}
