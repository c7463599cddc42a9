/** The blocks that assistants answer with: markdown, plans and tasks, feedback. */
import { contextActionElements } from '../elements/places.ts';
import { limits } from '../limits.ts';
import { richText } from '../rich-text.ts';
import type { Check } from '../schema/check.ts';
import { byType, list, required, typed } from '../schema/structures.ts';
import { address, enumeration, filled } from '../schema/values.ts';
import { block } from './block.ts';

/** Its length is checked over all markdown blocks of a message together. */
export const markdown: Check = block('markdown', { text: required(filled()) });

export const contextActions: Check = block('context_actions', {
  elements: required(list(byType(contextActionElements), { minimum: 1, maximum: limits.contextActions.elements })),
});

const richTextOnly: Check = byType({ rich_text: richText });

const source: Check = byType({ url: typed('url', { url: required(address()), text: required(filled()) }) });

export const taskCard: Check = block('task_card', {
  task_id: required(filled()),
  title: required(filled()),
  status: required(enumeration('pending', 'in_progress', 'complete', 'error')),
  details: richTextOnly,
  output: richTextOnly,
  sources: list(source),
});

export const plan: Check = block('plan', {
  title: required(filled()),
  tasks: list(byType({ task_card: taskCard })),
});
