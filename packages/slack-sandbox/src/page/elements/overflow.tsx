import type { VNode } from 'preact';
import { objectAt, textAt } from '../json.ts';
import { plainText, safeUrl } from '../mrkdwn.tsx';
import { Menu } from '../popup.tsx';
import { useSurface } from '../surface.tsx';
import { askFirst } from './confirm.tsx';
import type { ElementProps } from './element.ts';
import { staticChoices, type Choice } from './options.ts';

/** The ⋯ menu of an app's own. */
export function OverflowElement({ element, blockId }: ElementProps): VNode {
  const surface = useSurface();
  const choose = async (choice: Choice): Promise<void> => {
    if (!(await askFirst(objectAt(element, 'confirm')))) return;
    const url = safeUrl(textAt(choice.option, 'url'));
    if (url !== undefined) window.open(url, '_blank', 'noopener,noreferrer');
    const actionId = textAt(element, 'action_id') ?? '';
    await surface.press({
      type: 'overflow',
      action_id: actionId,
      block_id: blockId,
      selected_option: choice.option ?? null,
    });
  };
  return (
    <Menu
      label="More options"
      face="⋯"
      buttonClass="button overflow"
      items={staticChoices(element)
        .flatMap((group) => group.choices)
        .map((choice) => ({
          key: choice.value,
          words: plainText(choice.words),
          ...(choice.description === undefined ? {} : { description: choice.description }),
          choose: () => void choose(choice),
        }))}
    />
  );
}
