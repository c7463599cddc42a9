import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { PageMessage } from '../../contract.ts';
import { Blocks } from '../blocks/index.tsx';
import { clockNow, nameOf, usePage, userById } from '../context.ts';
import { clockText, dayHeading, timeOfDay } from '../dates.ts';
import { Mrkdwn } from '../mrkdwn.tsx';
import { Menu } from '../popup.tsx';
import { Surface, type BlockSurface, type StateValues } from '../surface.tsx';
import { Avatar } from './avatar.tsx';
import { ThreadIcon } from './icons.tsx';
import { FileCards } from './files.tsx';

function useMessageSurface(message: PageMessage): BlockSurface {
  const { workspace, state } = usePage();
  const [values, setValues] = useState<StateValues>({});
  const place = { messageTs: message.ts, conversationId: message.conversationId };
  return {
    kind: 'message',
    typed: (blockId, actionId) => values[blockId]?.[actionId],
    keep: (blockId, actionId, value) =>
      setValues((before) => ({ ...before, [blockId]: { ...before[blockId], [actionId]: value } })),
    press: (action) => workspace.actOrTell({ do: 'action', as: state.me.id, place, action }),
    error: () => undefined,
  };
}

function MessageMenu({ message, onThread }: { message: PageMessage; onThread?: () => void }): VNode {
  const { workspace, state } = usePage();
  const shortcuts = state.app.shortcuts.filter((shortcut) => shortcut.type === 'message');
  const target = { conversationId: message.conversationId, ts: message.ts };
  return (
    <div class="message-tools">
      {onThread !== undefined && (
        <button
          type="button"
          class="icon-button"
          aria-label="Reply in thread"
          title="Reply in thread"
          onClick={onThread}
        >
          <ThreadIcon />
        </button>
      )}
      <Menu
        label="Message menu"
        face="⋮"
        items={shortcuts.map((shortcut) => ({
          key: shortcut.callbackId,
          words: shortcut.name,
          description: state.app.name,
          choose: () =>
            void workspace.actOrTell({
              do: 'shortcut',
              as: state.me.id,
              callbackId: shortcut.callbackId,
              message: target,
            }),
        }))}
        empty="No shortcuts for messages"
      />
    </div>
  );
}

const mostFaces = 3;

/** How many replied, who, and when last. */
function ThreadLink({ replies, onThread }: { replies: readonly PageMessage[]; onThread: () => void }): VNode {
  const page = usePage();
  const people = [...new Set(replies.map(({ userId }) => userId))].slice(0, mostFaces);
  const last = Date.parse(replies.at(-1)?.at ?? '');
  const day = dayHeading(last, clockNow(page), page.zone).toLowerCase();
  return (
    <button type="button" class="thread-link" onClick={onThread}>
      {people.map((userId) => (
        <Avatar key={userId} userId={userId} size="small" />
      ))}
      <span>{replies.length === 1 ? '1 reply' : `${replies.length} replies`}</span>
      <small>
        Last reply{' '}
        {day === 'today' || day === 'yesterday' ? day : clockText(last, page.zone).split(', ').slice(0, 2).join(', ')}{' '}
        at {timeOfDay(last, page.zone)}
      </small>
    </button>
  );
}

export interface MessageProps {
  message: PageMessage;
  /** Drawn without its head, right under another of the same person. */
  follows: boolean;
  replies?: readonly PageMessage[];
  onThread?: () => void;
}

/** One message: who, when, its blocks or its text, its files, and its menu. */
export function Message({ message, follows, replies = [], onThread }: MessageProps): VNode {
  const { state, zone } = usePage();
  const surface = useMessageSurface(message);
  const author = userById(state, message.userId);
  const instant = Date.parse(message.at);
  const name = nameOf(state, message.userId);
  const time = timeOfDay(instant, zone);
  return (
    <article
      class={`message ${follows ? 'follows' : ''} ${message.ephemeral ? 'ephemeral' : ''}`}
      aria-label={`${name}, ${time}`}
      data-ts={message.ts}
      tabIndex={-1}
    >
      <div class="message-side">
        {follows ? (
          <time class="message-time" dateTime={message.at}>
            {time.replace(/ [AP]M$/, '')}
          </time>
        ) : (
          <Avatar userId={message.userId} />
        )}
      </div>
      <div class="message-main">
        {message.ephemeral && <p class="only-you">Only visible to you</p>}
        {!follows && (
          <p class="message-head">
            <strong class="message-author">{name}</strong>
            {author?.isApp && <span class="tag">APP</span>}
            <time dateTime={message.at} title={clockText(instant, zone)}>
              {time}
            </time>
          </p>
        )}
        <Surface.Provider value={surface}>
          {message.blocks.length > 0 ? (
            <Blocks blocks={message.blocks} />
          ) : (
            message.text !== '' && (
              <div class="message-text">
                <Mrkdwn text={message.text} />
              </div>
            )
          )}
        </Surface.Provider>
        <FileCards files={message.files} />
        {message.edited && <small class="edited">(edited)</small>}
        {replies.length > 0 && onThread !== undefined && <ThreadLink replies={replies} onThread={onThread} />}
      </div>
      {!message.ephemeral && <MessageMenu message={message} {...(onThread ? { onThread } : {})} />}
    </article>
  );
}
