import type { VNode } from 'preact';
import { usePage } from '../context.ts';
import { Composer } from './composer.tsx';
import { Empty } from './empty.tsx';
import { MessageList } from './message-list.tsx';

/** A message with its replies, beside the conversation. */
export function Thread({ ts }: { ts: string }): VNode {
  const { workspace, state } = usePage();
  const messages = state.messages.filter((message) => message.ts === ts || message.threadTs === ts);
  return (
    <aside class="thread" aria-label="Thread">
      <header class="pane-head">
        <h2>Thread</h2>
        <button type="button" class="icon-button" aria-label="Close thread" onClick={() => workspace.go({})}>
          ×
        </button>
      </header>
      {messages.length === 0 ? (
        <Empty face="🧵" title="This thread is gone">
          The message may have been deleted.
        </Empty>
      ) : (
        <MessageList messages={messages} label="Replies" />
      )}
      <Composer threadTs={ts} />
    </aside>
  );
}
