import type { VNode } from 'preact';
import { useId } from 'preact/hooks';
import { InteractiveElement } from '../elements/index.tsx';
import { objectAt, textAt, wordsAt } from '../json.ts';
import { Plain, plainText } from '../mrkdwn.tsx';
import { useSurface } from '../surface.tsx';
import type { BlockProps } from './simple.tsx';

const groups = new Set(['checkboxes', 'radio_buttons']);

/** An input with its label, its hint and what is wrong with it. */
export function InputBlock({ block, id }: BlockProps): VNode {
  const surface = useSurface();
  const controlId = useId();
  const element = objectAt(block, 'element') ?? {};
  const label = wordsAt(block, 'label') ?? '';
  const hint = wordsAt(block, 'hint');
  const error = surface.error(id);
  const optional = block['optional'] === true;
  const grouped = groups.has(textAt(element, 'type') ?? '');
  const described = [error && `${controlId}-error`, hint && `${controlId}-hint`].filter(Boolean).join(' ');
  return (
    <div class={error === undefined ? 'block input-block' : 'block input-block wrong'} data-block={id}>
      <div class="label">
        {grouped ? <Plain text={label} /> : <label for={controlId}>{plainText(label)}</label>}
        {optional && <span class="optional"> (optional)</span>}
      </div>
      <InteractiveElement
        element={element}
        blockId={id}
        dispatches={block['dispatch_action'] === true}
        naming={{
          ...(grouped ? {} : { id: controlId }),
          label: plainText(label),
          optional,
          invalid: error !== undefined,
          autofocus: element['focus_on_load'] === true,
          ...(described ? { describedBy: described } : {}),
        }}
      />
      {error !== undefined && (
        <p class="input-error" id={`${controlId}-error`} role="alert">
          {error}
        </p>
      )}
      {hint !== undefined && (
        <p class="hint" id={`${controlId}-hint`}>
          <Plain text={hint} />
        </p>
      )}
    </div>
  );
}
