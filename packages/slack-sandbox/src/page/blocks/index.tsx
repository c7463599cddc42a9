import type { VNode } from 'preact';
import type { JsonObject } from '../../contract.ts';
import { objectsAt, textAt, wordsAt } from '../json.ts';
import { Plain, TextObject } from '../mrkdwn.tsx';
import { objectAt } from '../json.ts';
import { ImageBlock } from './image.tsx';
import { InputBlock } from './input.tsx';
import { MarkdownBlock } from './markdown.tsx';
import { AlertBlock, CardBlock, CarouselBlock, PlanBlock, TaskBlock, UnsupportedBlock, VideoBlock } from './others.tsx';
import { RichTextBlock } from './rich-text.tsx';
import { ActionsBlock, ContextBlock, DividerBlock, HeaderBlock, SectionBlock, type BlockProps } from './simple.tsx';
import { TableBlock } from './table.tsx';

/** Blocks within a frame that can be folded. */
function ContainerBlock({ block, id }: BlockProps): VNode {
  const title = wordsAt(block, 'title') ?? 'Details';
  const inside = <Blocks blocks={objectsAt(block, 'child_blocks')} prefix={id} />;
  return (
    <details class="block container-block" open={block['default_collapsed'] !== true}>
      <summary>
        <Plain text={title} /> <TextObject text={objectAt(block, 'subtitle')} />
      </summary>
      {inside}
    </details>
  );
}

const drawings: Record<string, (props: BlockProps) => VNode> = {
  header: HeaderBlock,
  section: SectionBlock,
  actions: ActionsBlock,
  context: ContextBlock,
  context_actions: ActionsBlock,
  divider: DividerBlock,
  image: ImageBlock,
  input: InputBlock,
  rich_text: RichTextBlock,
  table: TableBlock,
  data_table: TableBlock,
  markdown: MarkdownBlock,
  alert: AlertBlock,
  card: CardBlock,
  carousel: CarouselBlock,
  video: VideoBlock,
  task_card: TaskBlock,
  plan: PlanBlock,
  container: ContainerBlock,
};

/** A list of blocks. A block without an id is given one by its position. */
export function Blocks({ blocks, prefix = 'block' }: { blocks: readonly JsonObject[]; prefix?: string }): VNode {
  return (
    <div class="blocks">
      {blocks.map((block, index) => {
        const Drawing = drawings[textAt(block, 'type') ?? ''] ?? UnsupportedBlock;
        const id = textAt(block, 'block_id') ?? `${prefix}-${index}`;
        return <Drawing key={id} block={block} id={id} />;
      })}
    </div>
  );
}
