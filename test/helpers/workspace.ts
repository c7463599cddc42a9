import type { PageState } from '@firstline/slack-sandbox';

/** The sandbox of another process, seen over the wire as its page sees it. */
export interface Workspace {
  readonly url: string;
  /** What one person sees; the first person where nobody is named. */
  state(userId?: string): Promise<PageState>;
  /** Resolves with the first state of this person for which `look` is true, asked anew after every change. */
  until(what: string, userId: string, look: (state: PageState) => boolean): Promise<PageState>;
  moveClock(instant: string): Promise<void>;
}

const patienceMilliseconds = 20_000;

export function workspaceAt(url: string): Workspace {
  async function state(userId?: string): Promise<PageState> {
    const query = userId === undefined ? '' : `?as=${userId}`;
    return (await fetch(`${url}/sandbox/state${query}`)).json() as Promise<PageState>;
  }
  return {
    url,
    state,
    async until(what, userId, look) {
      const patience = AbortSignal.timeout(patienceMilliseconds);
      try {
        const live = await fetch(`${url}/sandbox/live`, { signal: patience });
        if (live.body === null) throw new Error('The sandbox tells no changes');
        const changes = live.body.getReader();
        while (!(await changes.read()).done) {
          const now = await state(userId);
          if (look(now)) return now;
        }
      } catch (cause) {
        throw new Error(`Waited in vain for ${what}`, { cause });
      }
      throw new Error(`The sandbox went away before ${what}`);
    },
    async moveClock(instant) {
      const response = await fetch(`${url}/sandbox/act`, {
        method: 'POST',
        body: JSON.stringify({ do: 'clock', moveTo: instant }),
      });
      if (!response.ok) throw new Error(await response.text());
    },
  };
}

/** All the words of a person's messages: of the fallback and of every block. */
export function wordsOf(state: PageState): string {
  return state.messages.map((message) => message.text + JSON.stringify(message.blocks)).join('\n');
}
