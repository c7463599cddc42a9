import type { PageAct, PageState, TrafficEntry } from '../contract.ts';
import { formatPlace, parsePlace, type Place } from './place.ts';

export interface ActResult {
  ok: boolean;
  error?: string;
}

/** Something the page itself has to say, beside the notices from Slack. */
export interface LocalNotice {
  number: number;
  text: string;
}

/** What the page knows of the sandbox: the last state, when it came, and whether the server still answers. */
export interface Snapshot {
  state: PageState | undefined;
  /** `performance.now()` when the state came. */
  receivedAt: number;
  place: Place;
  connected: boolean;
  /** Why the sandbox shows nothing, where it answers and refuses. */
  refused: string | undefined;
  localNotices: readonly LocalNotice[];
}

const away = 'No answer from the sandbox. What you typed is still here. Try again once npm start is running.';

/** The page's one store: fetches the state, follows the live stream, sends acts, and keeps the place in the URL. */
export class Workspace {
  snapshot: Snapshot;
  private readonly listeners = new Set<() => void>();
  private fetching: Promise<void> | undefined;
  private fetchAgain = false;
  private noticeNumber = 0;
  private retry: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    this.snapshot = {
      state: undefined,
      receivedAt: 0,
      place: parsePlace(location.hash),
      connected: true,
      refused: undefined,
      localNotices: [],
    };
    addEventListener('hashchange', () => {
      this.change({ place: parsePlace(location.hash) });
      void this.refresh();
    });
    this.follow();
    void this.refresh();
  }

  /** Calls `listener` after every change; returns the way to stop. */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Goes elsewhere; what is not named stays as it is, but a thread belongs to its conversation. */
  go(to: Partial<Place>, how: 'push' | 'replace' = 'push'): void {
    const { thread: _left, ...kept } = this.snapshot.place;
    const hash = formatPlace({ ...kept, ...to });
    if (hash === formatPlace(this.snapshot.place)) return;
    if (how === 'push') location.hash = hash;
    else {
      history.replaceState(null, '', hash);
      this.change({ place: parsePlace(hash) });
    }
  }

  /** Sends an act. Resolves when the sandbox has answered, which may wait for the app. Never rejects. */
  async act(act: PageAct): Promise<ActResult> {
    let result: ActResult;
    try {
      const response = await fetch('/sandbox/act', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(act),
        // What was typed is sent even while the page is being left.
        keepalive: act.do === 'values',
      });
      result = (await response.json()) as ActResult;
    } catch {
      result = { ok: false, error: away };
    }
    await this.refresh();
    return result;
  }

  /** Sends an act and says so in a notice where it was refused. */
  async actOrTell(act: PageAct): Promise<boolean> {
    const result = await this.act(act);
    if (!result.ok) this.tell(result.error ?? 'That didn’t work. Try again.');
    return result.ok;
  }

  /** Shows a notice of the page's own. */
  tell(text: string): void {
    this.noticeNumber += 1;
    this.change({ localNotices: [...this.snapshot.localNotices, { number: this.noticeNumber, text }] });
  }

  dismissLocal(number: number): void {
    this.change({ localNotices: this.snapshot.localNotices.filter((notice) => notice.number !== number) });
  }

  /** The traffic after an entry's number, oldest first. */
  async traffic(after: number): Promise<readonly TrafficEntry[]> {
    const response = await fetch(`/sandbox/traffic?after=${after}`);
    return (await response.json()) as readonly TrafficEntry[];
  }

  /** Fetches the state of the present place. A call during a fetch becomes one more fetch, and waits for it too. */
  refresh(): Promise<void> {
    this.fetchAgain = true;
    this.fetching ??= this.fetchWhileAsked().finally(() => {
      this.fetching = undefined;
    });
    return this.fetching;
  }

  private async fetchWhileAsked(): Promise<void> {
    while (this.fetchAgain) {
      this.fetchAgain = false;
      // One after another: the second fetch is for what changed during the first.
      await this.fetchOnce();
    }
  }

  private async fetchOnce(): Promise<void> {
    const place = this.snapshot.place;
    const asked = new URLSearchParams();
    if (place.as) asked.set('as', place.as);
    if (place.where !== 'home' && place.where !== 'messages') asked.set('conversation', place.where);
    try {
      const response = await fetch(`/sandbox/state?${asked}`);
      if (response.ok) this.arrived(place, (await response.json()) as PageState);
      else if (place.where !== 'home') this.go({ where: 'home' }, 'replace');
      else if (place.as) this.go({ as: '' }, 'replace');
      else {
        this.change({ connected: true, refused: ((await response.json()) as ActResult).error });
        this.retryLater();
        return;
      }
      this.fetchAgain ||= !response.ok;
    } catch {
      this.change({ connected: false });
      this.retryLater();
    }
  }

  private arrived(asked: Place, state: PageState): void {
    if (formatPlace(asked) !== formatPlace(this.snapshot.place)) {
      this.fetchAgain = true;
      return;
    }
    this.change({ state, receivedAt: performance.now(), connected: true, refused: undefined });
    const where = asked.where === 'home' ? 'home' : state.conversationId;
    const moved = where !== asked.where || asked.as !== state.me.id;
    if (moved) this.go({ as: state.me.id, where, ...(asked.thread ? { thread: asked.thread } : {}) }, 'replace');
  }

  private follow(): void {
    const stream = new EventSource('/sandbox/live');
    stream.addEventListener('open', () => void this.refresh());
    stream.addEventListener('message', () => void this.refresh());
    stream.addEventListener('error', () => {
      this.change({ connected: false });
      if (stream.readyState === EventSource.CLOSED) setTimeout(() => this.follow(), 2000);
    });
  }

  private retryLater(): void {
    clearTimeout(this.retry);
    this.retry = setTimeout(() => void this.refresh(), 2000);
  }

  private change(part: Partial<Snapshot>): void {
    this.snapshot = { ...this.snapshot, ...part };
    for (const listener of this.listeners) listener();
  }
}
