import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { TrafficEntry } from '../../contract.ts';
import { usePage } from '../context.ts';
import { timeText, wallTimeAt } from '../zone.ts';
import { Empty } from './empty.tsx';
import { JsonTree } from './json-tree.tsx';

const most = 300;

function Entry({ entry }: { entry: TrafficEntry }): VNode {
  const { zone } = usePage();
  const [open, setOpen] = useState(false);
  const wall = wallTimeAt(Date.parse(entry.at), zone);
  const outgoing = entry.direction === 'to-app';
  return (
    <details
      class={entry.failed ? 'traffic failed' : 'traffic'}
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        <span class={`direction ${entry.direction}`} title={outgoing ? 'to the app' : 'to Slack'}>
          {outgoing ? '→ app' : '← app'}
        </span>
        <strong>{entry.name}</strong>
        <small>
          {entry.failed && <b>failed </b>}
          {[entry.transport, entry.status, entry.milliseconds === undefined ? undefined : `${entry.milliseconds} ms`]
            .filter((part) => part !== undefined)
            .join(' · ')}
        </small>
        <time>{`${timeText(wall)}:${String(wall.second).padStart(2, '0')}`}</time>
      </summary>
      {open && (
        <div class="json">
          <JsonTree name="sent" value={entry.sent} />
          {entry.answer === undefined ? (
            <p class="quiet">No answer yet.</p>
          ) : (
            <JsonTree name="answer" value={entry.answer} />
          )}
        </div>
      )}
    </details>
  );
}

/** Asks for what is new at every change, and anew for what had no answer yet. */
function useTraffic(): readonly TrafficEntry[] {
  const { workspace, state } = usePage();
  const [entries, setEntries] = useState<readonly TrafficEntry[]>([]);
  const held = useRef(entries);
  useEffect(() => {
    let current = true;
    const load = async (): Promise<void> => {
      const settled = held.current.findIndex((entry) => entry.answer === undefined && !entry.failed);
      const kept = (settled < 0 ? held.current : held.current.slice(0, settled)).slice(-most);
      const fresh = await workspace.traffic(kept.at(-1)?.number ?? 0);
      if (!current) return;
      held.current = [...kept, ...fresh].slice(-most);
      setEntries(held.current);
    };
    load().catch(() => undefined);
    return () => {
      current = false;
    };
  }, [state.version]);
  return entries;
}

/** Every request and delivery between the app and Slack, newest first. */
export function Inspector({ onClose }: { onClose: () => void }): VNode {
  const entries = useTraffic();
  const [search, setSearch] = useState('');
  const [onlyFailed, setOnlyFailed] = useState(false);
  const wanted = search.toLowerCase();
  const shown = entries
    .filter((entry) => !onlyFailed || entry.failed)
    .filter((entry) => wanted === '' || `${entry.name} ${JSON.stringify(entry.sent)}`.toLowerCase().includes(wanted))
    .toReversed();
  return (
    <aside class="inspector" aria-label="Inspector">
      <header class="pane-head">
        <h2>Inspector</h2>
        <button type="button" class="icon-button" aria-label="Hide the inspector" onClick={onClose}>
          ×
        </button>
      </header>
      <div class="inspector-filter">
        <input
          type="search"
          aria-label="Filter the traffic"
          placeholder="Filter by name or content"
          value={search}
          onInput={(event) => setSearch(event.currentTarget.value)}
        />
        <label class="choice">
          <input
            type="checkbox"
            checked={onlyFailed}
            onChange={(event) => setOnlyFailed(event.currentTarget.checked)}
          />
          <span>Only failed</span>
        </label>
      </div>
      <div class="inspector-list" tabIndex={0} role="log" aria-label="Traffic">
        {shown.map((entry) => (
          <Entry key={entry.number} entry={entry} />
        ))}
        {shown.length === 0 && (
          <Empty face="🔎" title={entries.length === 0 ? 'No traffic yet' : 'Nothing matches'}>
            What the app and Slack say to each other appears here.
          </Empty>
        )}
      </div>
    </aside>
  );
}
