import type { VNode } from 'preact';
import type { JsonObject } from '../../contract.ts';
import { InteractiveElement } from '../elements/index.tsx';
import { objectAt, objectsAt, textAt, wordsAt } from '../json.ts';
import { Plain, SafeLink, TextObject } from '../mrkdwn.tsx';
import { Picture } from './image.tsx';
import { RichTextBlock } from './rich-text.tsx';
import type { BlockProps } from './simple.tsx';

export function AlertBlock({ block }: BlockProps): VNode {
  return (
    <div class={`block alert-block ${textAt(block, 'level') ?? 'default'}`} role="note">
      <TextObject text={objectAt(block, 'text')} />
    </div>
  );
}

export function CardBlock({ block, id }: BlockProps): VNode {
  const hero = objectAt(block, 'hero_image');
  const icon = objectAt(block, 'icon');
  return (
    <div class="block card-block">
      {hero !== undefined && <Picture image={hero} kind="large" />}
      <div class="card-head">
        {icon !== undefined && <Picture image={icon} kind="icon" />}
        <strong>
          <TextObject text={objectAt(block, 'title')} />
        </strong>
      </div>
      <small>
        <TextObject text={objectAt(block, 'subtitle')} />
      </small>
      <div>
        <TextObject text={objectAt(block, 'body')} />
      </div>
      <div class="actions-block">
        {objectsAt(block, 'actions').map((element, index) => (
          <InteractiveElement key={index} element={element} blockId={id} />
        ))}
      </div>
    </div>
  );
}

export function CarouselBlock({ block, id }: BlockProps): VNode {
  return (
    <div class="block carousel-block" tabIndex={0} role="region" aria-label="Cards">
      {objectsAt(block, 'elements').map((card, index) => (
        <CardBlock key={index} block={card} id={textAt(card, 'block_id') ?? id} />
      ))}
    </div>
  );
}

/** A video is not played here: its title and thumbnail lead to where it is. */
export function VideoBlock({ block }: BlockProps): VNode {
  const url = textAt(block, 'title_url') ?? textAt(block, 'video_url') ?? '';
  const picture: JsonObject = { image_url: block['thumbnail_url'], alt_text: block['alt_text'] };
  return (
    <div class="block card-block">
      <SafeLink url={url}>▶ {wordsAt(block, 'title') ?? textAt(block, 'alt_text')}</SafeLink>
      <div>
        <TextObject text={objectAt(block, 'description')} />
      </div>
      <Picture image={picture} kind="large" />
    </div>
  );
}

const taskSigns: Record<string, string> = { pending: '○', in_progress: '◐', complete: '✓', error: '✕' };

export function TaskBlock({ block }: BlockProps): VNode {
  const status = textAt(block, 'status') ?? 'pending';
  const output = objectAt(block, 'output');
  const details = objectAt(block, 'details');
  return (
    <div class="block card-block">
      <div class="card-head">
        <span role="img" aria-label={status.replace('_', ' ')}>
          {taskSigns[status] ?? '○'}
        </span>
        <strong>
          <Plain text={textAt(block, 'title') ?? ''} />
        </strong>
      </div>
      {details !== undefined && <RichTextBlock block={details} />}
      {output !== undefined && <RichTextBlock block={output} />}
      {objectsAt(block, 'sources').map((source, index) => (
        <SafeLink key={index} url={textAt(source, 'url') ?? ''}>
          {textAt(source, 'text')}
        </SafeLink>
      ))}
    </div>
  );
}

export function PlanBlock({ block, id }: BlockProps): VNode {
  return (
    <div class="block card-block">
      <strong>
        <Plain text={textAt(block, 'title') ?? ''} />
      </strong>
      {objectsAt(block, 'tasks').map((task, index) => (
        <TaskBlock key={index} block={task} id={`${id}-${index}`} />
      ))}
    </div>
  );
}

/** A block that this page does not draw: it says so and shows what was sent. */
export function UnsupportedBlock({ block }: BlockProps): VNode {
  return (
    <details class="block unsupported">
      <summary>unsupported block: {textAt(block, 'type') ?? 'without a type'}</summary>
      <pre>{JSON.stringify(block, null, 2)}</pre>
    </details>
  );
}
