import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { usePage } from '../context.ts';

/** Long enough to read two sentences twice. All of them say that something went wrong: nothing else is said here. */
const shownMs = 12_000;

/** Says one thing, and goes away by itself; not while somebody points at it or has the keyboard in it. */
function Notice({ text, onGone }: { text: string; onGone: () => void }): VNode {
  const box = useRef<HTMLDivElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const gone = useRef(onGone);
  gone.current = onGone;
  const start = (): void => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => gone.current(), shownMs);
  };
  const startUnlessHeld = (): void => {
    if (box.current?.matches(':hover, :focus-within') !== true) start();
  };
  useEffect(() => {
    start();
    return () => clearTimeout(timer.current);
  }, []);
  return (
    <div
      class="notice"
      ref={box}
      onPointerEnter={() => clearTimeout(timer.current)}
      onFocusIn={() => clearTimeout(timer.current)}
      onPointerLeave={startUnlessHeld}
      onFocusOut={startUnlessHeld}
    >
      <span>{text}</span>
      <button type="button" aria-label="Dismiss this notice" onClick={onGone}>
        ×
      </button>
    </div>
  );
}

/** What Slack itself, or this page, has to say. */
export function Notices(): VNode {
  const { workspace, state, snapshot } = usePage();
  return (
    <div class="notices" role="status" aria-live="polite" aria-label="Notices">
      {state.notices.map(({ number, text }) => (
        <Notice
          key={`slack-${number}`}
          text={text}
          onGone={() => void workspace.actOrTell({ do: 'dismiss-notice', as: state.me.id, number })}
        />
      ))}
      {snapshot.localNotices.map(({ number, text }) => (
        <Notice key={`page-${number}`} text={text} onGone={() => workspace.dismissLocal(number)} />
      ))}
    </div>
  );
}
