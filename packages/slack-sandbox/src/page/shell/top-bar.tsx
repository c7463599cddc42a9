import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { usePage } from '../context.ts';
import { Menu } from '../popup.tsx';
import { ClockBar } from './clock-bar.tsx';
import { Dialog } from './dialog.tsx';
import { People } from './people.tsx';
import { useTheme } from './theme.ts';

export interface TopBarProps {
  sidebarOpen: boolean;
  onSidebar: () => void;
  inspectorOpen: boolean;
  onInspector: () => void;
}

function RemoveApp({ onClose }: { onClose: () => void }): VNode {
  const { workspace, state } = usePage();
  const remove = async (): Promise<void> => {
    onClose();
    await workspace.actOrTell({ do: 'uninstall' });
  };
  return (
    <Dialog title={`Remove ${state.app.name}?`} onClose={onClose}>
      <p class="dialog-body">It stops at once, as when an admin removes it. Run npm start again to get it back.</p>
      <footer class="dialog-foot">
        <button type="button" class="button" onClick={onClose}>
          Cancel
        </button>
        <button type="button" class="button danger" onClick={() => void remove()}>
          Remove the app
        </button>
      </footer>
    </Dialog>
  );
}

/** The workspace's name, its clock, and the page's own tools. */
export function TopBar({ sidebarOpen, onSidebar, inspectorOpen, onInspector }: TopBarProps): VNode {
  const { workspace, state } = usePage();
  const [theme, toggleTheme] = useTheme();
  const [removing, setRemoving] = useState(false);
  const [accounts, setAccounts] = useState<'deactivate' | 'reactivate'>();
  const people = state.users.filter((user) => !user.isApp);
  const gone = people.filter((user) => user.deleted);
  const other = theme === 'light' ? 'dark' : 'light';
  return (
    <header class="top-bar">
      <button
        type="button"
        class="icon-button sidebar-toggle"
        aria-label="Channels and people"
        aria-expanded={sidebarOpen}
        aria-controls="sidebar"
        onClick={onSidebar}
      >
        ☰
      </button>
      <h1 class="team">
        {state.teamName} <span class="tag">sandbox</span>
      </h1>
      <ClockBar />
      <div class="top-tools">
        {!state.app.connected && <span class="not-connected">{state.app.name} isn’t connected</span>}
        <button type="button" class="icon-button inspector-toggle" aria-pressed={inspectorOpen} onClick={onInspector}>
          <span aria-hidden="true">{'{ }'}</span>
          <span class="inspector-word">Inspector</span>
        </button>
        <Menu
          label="Workspace menu"
          face="⋮"
          items={[
            { key: 'theme', words: `Switch to ${other} mode`, choose: toggleTheme },
            { key: 'deactivate', words: 'Deactivate an account…', choose: () => setAccounts('deactivate') },
            ...(gone.length === 0
              ? []
              : [{ key: 'reactivate', words: 'Reactivate an account…', choose: () => setAccounts('reactivate') }]),
            { key: 'remove', words: `Remove ${state.app.name}…`, choose: () => setRemoving(true) },
          ]}
        />
      </div>
      {accounts !== undefined && (
        <People
          title={accounts === 'deactivate' ? 'Deactivate an account' : 'Reactivate an account'}
          people={accounts === 'deactivate' ? people.filter((user) => !user.deleted) : gone}
          onChoose={({ id }) => void workspace.actOrTell({ do: accounts, userId: id })}
          onClose={() => setAccounts(undefined)}
        />
      )}
      {removing && <RemoveApp onClose={() => setRemoving(false)} />}
    </header>
  );
}
