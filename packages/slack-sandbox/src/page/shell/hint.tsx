import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { usePage } from '../context.ts';

const key = 'sandbox-hint-dismissed';

/** A line on what to try, for who has just come. It stays until it is dismissed, and stays away then. */
export function Hint(): VNode | null {
  const { state } = usePage();
  const [dismissed, setDismissed] = useState(() => localStorage.getItem(key));
  const { hint } = state;
  if (hint === undefined || dismissed === hint) return null;
  return (
    <aside class="try" aria-label="What to try">
      <p>{hint}</p>
      <button
        type="button"
        class="icon-button"
        aria-label="Dismiss"
        onClick={() => {
          localStorage.setItem(key, hint);
          setDismissed(hint);
        }}
      >
        ×
      </button>
    </aside>
  );
}
