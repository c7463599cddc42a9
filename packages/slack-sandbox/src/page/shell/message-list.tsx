import type { VNode } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { PageMessage } from '../../contract.ts';
import { clockNow, usePage } from '../context.ts';
import { dayHeading } from '../dates.ts';
import { dateText, wallTimeAt } from '../zone.ts';
import { Message } from './message.tsx';

const togetherMs = 5 * 60_000;

function belongsTo(message: PageMessage, before: PageMessage | undefined): boolean {
  return (
    before !== undefined &&
    before.userId === message.userId &&
    !message.ephemeral &&
    !before.ephemeral &&
    Math.abs(Date.parse(message.at) - Date.parse(before.at)) < togetherMs
  );
}

/** The first of the messages that somebody hasn't read: the last `unread` of others. */
function firstUnread(messages: readonly PageMessage[], me: string, unread: number): string | undefined {
  return unread === 0 ? undefined : messages.filter((message) => message.userId !== me).at(-unread)?.ts;
}

export interface MessageListProps {
  messages: readonly PageMessage[];
  label: string;
  /** How many of the messages are new to who reads them, as they come to the list. */
  unread?: number;
  /** The replies to a message, oldest first. */
  replies?: ReadonlyMap<string, readonly PageMessage[]>;
  onThread?: (ts: string) => void;
}

/**
 * Messages, oldest first, under the days of who reads them. It begins with what is new, under a line that says so, else at the end; and
 * stays at the end while new ones come.
 */
export function MessageList({ messages, label, unread = 0, replies, onThread }: MessageListProps): VNode {
  const page = usePage();
  const box = useRef<HTMLDivElement>(null);
  const [newFrom] = useState(() => firstUnread(messages, page.state.me.id, unread));
  const keptAt = useRef<'new' | 'end' | undefined>(
    newFrom !== undefined ? 'new' : messages.length > 1 ? 'end' : undefined,
  );
  const lastTop = useRef(0);
  const last = messages.at(-1);
  const keep = (): void => {
    const element = box.current;
    if (element === null) return;
    if (keptAt.current === 'end') element.scrollTop = element.scrollHeight;
    if (keptAt.current === 'new') element.querySelector('.new-from')?.scrollIntoView({ block: 'start' });
    lastTop.current = element.scrollTop;
  };
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    keep();
    // What loads late makes the list longer.
    const stay = new ResizeObserver(keep);
    stay.observe(element);
    if (element.firstElementChild) stay.observe(element.firstElementChild);
    return () => stay.disconnect();
  }, []);
  useEffect(() => {
    if (last?.userId === page.state.me.id || last?.ephemeral) keptAt.current = 'end';
    keep();
  }, [last?.ts]);
  let before: PageMessage | undefined;
  let day = '';
  return (
    <div
      class="message-list"
      ref={box}
      tabIndex={0}
      role="log"
      aria-label={label}
      onScroll={({ currentTarget: list }) => {
        if (Math.abs(list.scrollTop - lastTop.current) < 2) return;
        const near = list.scrollHeight - list.scrollTop - list.clientHeight < 60;
        // Only who scrolls up leaves the end.
        if (near || list.scrollTop < lastTop.current || keptAt.current === 'new')
          keptAt.current = near ? 'end' : undefined;
        lastTop.current = list.scrollTop;
      }}
    >
      <div class="message-list-inside">
        {messages.map((message) => {
          const today = dateText(wallTimeAt(Date.parse(message.at), page.zone));
          const newDay = today !== day;
          const isNew = message.ts === newFrom;
          const follows = !newDay && !isNew && belongsTo(message, before);
          day = today;
          before = message;
          const open = onThread && !message.ephemeral ? { onThread: () => onThread(message.ts) } : {};
          return (
            <div key={`${message.ts}-${message.ephemeral}`} class={isNew ? 'message-slot new-from' : 'message-slot'}>
              {newDay && (
                <p class={isNew ? 'day new' : 'day'}>
                  <span>{dayHeading(Date.parse(message.at), clockNow(page), page.zone)}</span>
                  {isNew && <b>New</b>}
                </p>
              )}
              {isNew && !newDay && (
                <p class="day new">
                  <b>New</b>
                </p>
              )}
              <Message message={message} follows={follows} replies={replies?.get(message.ts) ?? []} {...open} />
            </div>
          );
        })}
      </div>
    </div>
  );
}
