import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { compact, objectAt, textAt, wordsAt } from '../json.ts';
import { plainText, safeUrl } from '../mrkdwn.tsx';
import { useSurface } from '../surface.tsx';
import { askFirst } from './confirm.tsx';
import type { ElementProps } from './element.ts';

/** A button: sends its value to the app, and opens its address, if any, in a new tab. */
export function ButtonElement({ element, blockId }: ElementProps): VNode {
  const surface = useSurface();
  const [busy, setBusy] = useState(false);
  const words = plainText(wordsAt(element, 'text') ?? '');
  const url = safeUrl(textAt(element, 'url'));
  const press = async (): Promise<void> => {
    if (busy || !(await askFirst(objectAt(element, 'confirm')))) return;
    if (url !== undefined) window.open(url, '_blank', 'noopener,noreferrer');
    setBusy(true);
    const { action_id, text, value, style, url: address } = element;
    const type = textAt(element, 'type') ?? 'button';
    await surface.press(compact({ type, action_id, block_id: blockId, text, value, style, url: address }));
    setBusy(false);
  };
  return (
    <button
      type="button"
      class={`button ${textAt(element, 'style') ?? ''} ${busy ? 'busy' : ''}`}
      aria-label={textAt(element, 'accessibility_label')}
      aria-busy={busy ? 'true' : undefined}
      onClick={() => void press()}
    >
      <span class="button-words">{words}</span>
      {url !== undefined && (
        <span aria-hidden="true" class="leaves">
          {'↗\uFE0E'}
        </span>
      )}
    </button>
  );
}

/** The two thumbs under an answer of an assistant. */
export function FeedbackButtons({ element, blockId }: ElementProps): VNode {
  const surface = useSurface();
  const choose = (key: string): void => {
    const chosen = objectAt(element, key);
    void surface.press(
      compact({
        type: 'feedback_buttons',
        action_id: element['action_id'],
        block_id: blockId,
        text: chosen?.['text'],
        value: chosen?.['value'],
      }),
    );
  };
  return (
    <>
      {['positive_button', 'negative_button'].map((key) => (
        <button type="button" class="button small" key={key} onClick={() => choose(key)}>
          <span aria-hidden="true">{key === 'positive_button' ? '👍' : '👎'}</span>{' '}
          {plainText(wordsAt(objectAt(element, key), 'text') ?? '')}
        </button>
      ))}
    </>
  );
}
