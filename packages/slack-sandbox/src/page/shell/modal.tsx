import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { PageView } from '../../contract.ts';
import { Blocks } from '../blocks/index.tsx';
import { usePage } from '../context.ts';
import { plainText } from '../mrkdwn.tsx';
import { Surface } from '../surface.tsx';
import { useViewSurface } from '../view-surface.ts';
import { useReturnFocus } from './focus.ts';
import { Notices } from './notices.tsx';

function focusFirstWrong(dialog: HTMLElement | null): void {
  dialog?.querySelector<HTMLElement>('.wrong :is(input, textarea, select, button)')?.focus();
}

/** A form opens at its top, with the first question ready to be answered: unless the app asks for another one. */
function focusFirst(dialog: HTMLElement): void {
  const wanted = dialog.querySelector<HTMLElement>('[data-focus-first]');
  if (wanted !== null) {
    wanted.focus();
    return;
  }
  const control = ':is(input, textarea, select, .multi-open)';
  const first =
    dialog.querySelector<HTMLElement>(`.input-block ${control}`) ??
    dialog.querySelector<HTMLElement>(`.dialog-body ${control}`);
  (first ?? dialog.querySelector<HTMLElement>('.dialog-foot button:last-of-type'))?.focus({ preventScroll: true });
  dialog.querySelector('.dialog-body')?.scrollTo({ top: 0 });
}

function ModalView({ view, depth }: { view: PageView; depth: number }): VNode {
  const { workspace, state } = usePage();
  const dialog = useRef<HTMLDialogElement>(null);
  const { surface, submit, waiting } = useViewSurface(view);
  const as = state.me.id;
  useEffect(() => {
    const element = dialog.current;
    if (element === null || element.open) return;
    element.showModal();
    focusFirst(element);
  });
  const failing = Object.keys(view.errors).join();
  useEffect(() => {
    if (failing !== '') focusFirstWrong(dialog.current);
  }, [failing]);
  const close = (wholeStack: boolean): void => {
    void workspace.actOrTell({ do: 'close', as, viewId: view.id, wholeStack });
  };
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (waiting) return;
    await submit();
    requestAnimationFrame(() => focusFirstWrong(dialog.current));
  };
  const hasInputs = view.submit !== undefined || view.blocks.some((block) => block['type'] === 'input');
  return (
    <dialog
      ref={dialog}
      class="dialog modal"
      aria-labelledby="modal-title"
      onCancel={(event) => {
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        close(false);
      }}
    >
      <form noValidate onSubmit={(event) => void send(event)} aria-busy={waiting ? 'true' : undefined}>
        <header class="dialog-head">
          <h2 id="modal-title">{plainText(view.title ?? state.app.name)}</h2>
          <button type="button" class="icon-button" aria-label="Close" onClick={() => close(true)}>
            ×
          </button>
        </header>
        <div class="dialog-body">
          <Surface.Provider value={surface}>
            <Blocks blocks={view.blocks} />
          </Surface.Provider>
        </div>
        <footer class="dialog-foot">
          {depth > 1 && <span class="quiet stack-depth">Closing takes you back a step</span>}
          <button type="button" class="button" onClick={() => close(false)}>
            {plainText(view.close ?? (hasInputs ? 'Cancel' : 'Close'))}
          </button>
          {hasInputs && (
            <button type="submit" class={`button primary ${waiting ? 'busy' : ''}`} disabled={waiting}>
              {plainText(view.submit ?? 'Submit')}
            </button>
          )}
        </footer>
      </form>
      <Notices />
    </dialog>
  );
}

/** The modal on top of the stack. Those below wait, with what was typed into them, until it is closed. */
export function Modals(): VNode | null {
  const { state } = usePage();
  const top = state.modals.at(-1);
  useReturnFocus(top !== undefined);
  return top === undefined ? null : <ModalView key={top.id} view={top} depth={state.modals.length} />;
}
