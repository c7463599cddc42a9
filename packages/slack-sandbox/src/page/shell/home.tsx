import type { VNode } from 'preact';
import type { PageView } from '../../contract.ts';
import { Blocks } from '../blocks/index.tsx';
import { usePage } from '../context.ts';
import { Surface } from '../surface.tsx';
import { useViewSurface } from '../view-surface.ts';
import { Empty } from './empty.tsx';

function HomeView({ view }: { view: PageView }): VNode {
  const { surface } = useViewSurface(view);
  return (
    <Surface.Provider value={surface}>
      <Blocks blocks={view.blocks} />
    </Surface.Provider>
  );
}

/** The app's Home tab, as it was last published for who is at the keyboard. */
export function Home(): VNode {
  const { state } = usePage();
  return (
    <div class="home" role="tabpanel" aria-label="Home" tabIndex={0}>
      {state.home === undefined ? (
        <Empty face="🏠" title="Nothing on Home yet">
          {state.app.name} fills it as soon as it’s up.
        </Empty>
      ) : (
        <HomeView key={state.home.id} view={state.home} />
      )}
    </div>
  );
}
