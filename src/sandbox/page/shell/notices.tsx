import type { VNode } from 'preact';
import { usePage } from '../context.ts';

/** What Slack itself, or this page, has to say. */
export function Notices(): VNode {
  const { workspace, state, snapshot } = usePage();
  return (
    <div class="notices" role="status" aria-live="polite" aria-label="Notices">
      {state.notices.map((notice) => (
        <div class="notice" key={`slack-${notice.number}`}>
          <span>{notice.text}</span>
          <button
            type="button"
            aria-label="Dismiss this notice"
            onClick={() => void workspace.actOrTell({ do: 'dismiss-notice', as: state.me.id, number: notice.number })}
          >
            ×
          </button>
        </div>
      ))}
      {snapshot.localNotices.map((notice) => (
        <div class="notice" key={`page-${notice.number}`}>
          <span>{notice.text}</span>
          <button type="button" aria-label="Dismiss this notice" onClick={() => workspace.dismissLocal(notice.number)}>
            ×
          </button>
        </div>
      ))}
    </div>
  );
}
