import { render, type VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Page, pageContext, useSnapshot } from './context.ts';
import { ConfirmHost } from './elements/confirm.tsx';
import { useKeptFocus } from './shell/focus.ts';
import { Inspector } from './shell/inspector.tsx';
import { MainPane } from './shell/main-pane.tsx';
import { Modals } from './shell/modal.tsx';
import { Notices } from './shell/notices.tsx';
import { Sidebar } from './shell/sidebar.tsx';
import { TopBar } from './shell/top-bar.tsx';
import { Workspace } from './state.ts';

function ConnectionLost(): VNode {
  return (
    <p class="connection-lost" role="alert">
      Connection lost. Reconnecting…
    </p>
  );
}

function App({ workspace }: { workspace: Workspace }): VNode {
  const snapshot = useSnapshot(workspace);
  const [sidebarOpen, setSidebarOpen] = useState(false);
  const [inspectorOpen, setInspectorOpen] = useState(false);
  const { state } = snapshot;
  const title = state === undefined ? 'Sandbox' : `${state.me.realName} · ${state.teamName} (sandbox)`;
  useEffect(() => {
    document.title = title;
  }, [title]);
  useKeptFocus();
  if (state === undefined) {
    return snapshot.connected ? <p class="loading">{snapshot.refused ?? 'Loading…'}</p> : <ConnectionLost />;
  }
  return (
    <Page.Provider value={pageContext(workspace, snapshot, state)}>
      <a
        class="skip-link"
        href="#main"
        onClick={(event) => {
          event.preventDefault();
          document.getElementById('main')?.focus();
        }}
      >
        Skip to the conversation
      </a>
      <div class={inspectorOpen ? 'page with-inspector' : 'page'}>
        <TopBar
          sidebarOpen={sidebarOpen}
          onSidebar={() => setSidebarOpen(!sidebarOpen)}
          inspectorOpen={inspectorOpen}
          onInspector={() => setInspectorOpen(!inspectorOpen)}
        />
        {!snapshot.connected && <ConnectionLost />}
        <Sidebar open={sidebarOpen} onGone={() => setSidebarOpen(false)} />
        <MainPane />
        {inspectorOpen && <Inspector onClose={() => setInspectorOpen(false)} />}
      </div>
      {state.modals.length === 0 && <Notices />}
      <Modals />
      <ConfirmHost />
    </Page.Provider>
  );
}

const root = document.getElementById('page');
if (root !== null) render(<App workspace={new Workspace()} />, root);
