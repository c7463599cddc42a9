import type { VNode } from 'preact';
import type { JsonObject } from '../../contract.ts';
import { InteractiveElement } from '../elements/index.tsx';
import { objectAt, objectsAt, textAt, wordsAt } from '../json.ts';
import { Plain, TextObject } from '../mrkdwn.tsx';
import { Picture } from './image.tsx';

export interface BlockProps {
  block: JsonObject;
  /** The block's id, or one made from its position. */
  id: string;
}

export function HeaderBlock({ block }: BlockProps): VNode {
  return (
    <h3 class="block header-block">
      <Plain text={wordsAt(block, 'text') ?? ''} />
    </h3>
  );
}

export function DividerBlock(): VNode {
  return <hr class="block divider-block" />;
}

/** Text, fields in two columns, and one element beside them. */
export function SectionBlock({ block, id }: BlockProps): VNode {
  const accessory = objectAt(block, 'accessory');
  const fields = objectsAt(block, 'fields');
  const isImage = textAt(accessory, 'type') === 'image';
  return (
    <div class="block section-block">
      <div class="section-text">
        <TextObject text={objectAt(block, 'text')} />
        {fields.length > 0 && (
          <div class="fields">
            {fields.map((field, index) => (
              <div key={index}>
                <TextObject text={field} />
              </div>
            ))}
          </div>
        )}
      </div>
      {accessory !== undefined && (
        <div class={isImage ? 'accessory accessory-image' : 'accessory'}>
          {isImage ? (
            <Picture image={accessory} kind="small" />
          ) : (
            <InteractiveElement element={accessory} blockId={id} />
          )}
        </div>
      )}
    </div>
  );
}

/** Buttons and other elements in a row; also the row of small ones under an assistant's answer. */
export function ActionsBlock({ block, id }: BlockProps): VNode {
  return (
    <div class="block actions-block">
      {objectsAt(block, 'elements').map((element, index) => (
        <InteractiveElement key={textAt(element, 'action_id') ?? index} element={element} blockId={id} />
      ))}
    </div>
  );
}

export function ContextBlock({ block }: BlockProps): VNode {
  return (
    <div class="block context-block">
      {objectsAt(block, 'elements').map((element, index) =>
        textAt(element, 'type') === 'image' ? (
          <Picture key={index} image={element} kind="icon" />
        ) : (
          <TextObject key={index} text={element} />
        ),
      )}
    </div>
  );
}
