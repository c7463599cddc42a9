import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Json } from '../../contract.ts';

const fewEntries = 4;

function Leaf({ value }: { value: null | boolean | number | string }): VNode {
  return <span class={`json-${value === null ? 'null' : typeof value}`}>{JSON.stringify(value)}</span>;
}

/** JSON that opens branch by branch. */
export function JsonTree({ name, value, open = true }: { name: string; value: Json; open?: boolean }): VNode {
  const [opened, setOpened] = useState(open);
  const label = <span class="json-name">{name}</span>;
  if (typeof value !== 'object' || value === null) {
    return (
      <div class="json-line">
        {label}: <Leaf value={value} />
      </div>
    );
  }
  const isList = Array.isArray(value);
  const entries = Object.entries(value as Readonly<Record<string, Json | undefined>>);
  return (
    <details class="json-branch" open={opened} onToggle={(event) => setOpened(event.currentTarget.open)}>
      <summary>
        {label} <small>{isList ? `[${entries.length}]` : `{${entries.length}}`}</small>
      </summary>
      {opened &&
        entries.map(([key, entry]) =>
          entry === undefined ? null : (
            <JsonTree key={key} name={key} value={entry} open={entries.length <= fewEntries} />
          ),
        )}
    </details>
  );
}
