import type { VNode } from 'preact';
import { usePage } from '../context.ts';
import { Menu } from '../popup.tsx';
import type { Completion } from './composer-text.ts';

interface CompletionListProps {
  id: string;
  completions: readonly Completion[];
  at: number;
  onTake: (completion: Completion) => void;
}

/** The commands or people that may be meant; the keyboard stays in the composer. */
export function CompletionList({ id, completions, at, onTake }: CompletionListProps): VNode {
  return (
    <div class="completions" role="listbox" id={id} aria-label="Suggestions">
      {completions.map((completion, index) => (
        <div
          key={completion.key}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === at}
          class="completion"
          onPointerDown={(event) => {
            event.preventDefault();
            onTake(completion);
          }}
        >
          <strong>{completion.words}</strong>
          <span class="quiet">{completion.description}</span>
        </div>
      ))}
    </div>
  );
}

/** The ⚡ menu: what the app offers from anywhere. */
export function ShortcutsMenu(): VNode {
  const { workspace, state } = usePage();
  return (
    <Menu
      label="Shortcuts"
      face="⚡"
      empty="This app has no shortcuts"
      items={state.app.shortcuts
        .filter((shortcut) => shortcut.type === 'global')
        .map((shortcut) => ({
          key: shortcut.callbackId,
          words: shortcut.name,
          description: shortcut.description || state.app.name,
          choose: () => void workspace.actOrTell({ do: 'shortcut', as: state.me.id, callbackId: shortcut.callbackId }),
        }))}
    />
  );
}
