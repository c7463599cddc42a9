import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
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

export interface MessageListProps {
  messages: readonly PageMessage[];
  label: string;
  /** How many replies a message has. */
  replies?: ReadonlyMap<string, number>;
  onThread?: (ts: string) => void;
}

/** Messages, oldest first, under the days of who reads them; it stays at the end while new ones come. */
export function MessageList({ messages, label, replies, onThread }: MessageListProps): VNode {
  const page = usePage();
  const box = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const lastTop = useRef(0);
  const last = messages.at(-1);
  useEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const stay = new ResizeObserver(() => {
      if (atEnd.current) element.scrollTop = element.scrollHeight;
    });
    stay.observe(element);
    if (element.firstElementChild) stay.observe(element.firstElementChild);
    return () => stay.disconnect();
  }, []);
  useEffect(() => {
    if (last?.userId === page.state.me.id || last?.ephemeral) atEnd.current = true;
    if (atEnd.current) box.current?.scrollTo({ top: box.current.scrollHeight });
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
        const near = list.scrollHeight - list.scrollTop - list.clientHeight < 60;
        // What loads late makes the list longer without anybody having scrolled: only going up leaves the end.
        if (near || list.scrollTop < lastTop.current) atEnd.current = near;
        lastTop.current = list.scrollTop;
      }}
    >
      <div class="message-list-inside">
        {messages.map((message) => {
          const today = dateText(wallTimeAt(Date.parse(message.at), page.zone));
          const newDay = today !== day;
          const follows = !newDay && belongsTo(message, before);
          day = today;
          before = message;
          const open = onThread && !message.ephemeral ? { onThread: () => onThread(message.ts) } : {};
          return (
            <div key={`${message.ts}-${message.ephemeral}`} class="message-slot">
              {newDay && (
                <p class="day">
                  <span>{dayHeading(Date.parse(message.at), clockNow(page), page.zone)}</span>
                </p>
              )}
              <Message message={message} follows={follows} replies={replies?.get(message.ts) ?? 0} {...open} />
            </div>
          );
        })}
      </div>
    </div>
  );
}
