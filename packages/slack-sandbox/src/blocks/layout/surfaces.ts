/**
 * Which blocks each surface takes, by docs.slack.dev/blocks.json. Two kinds of block are refused where that list has them,
 * because Slack does not show them there: cards in modals, and tables of both kinds on Home tabs.
 */
import type { Surface } from '../../contract.ts';
import { richText } from '../rich-text.ts';
import type { Check } from '../schema/check.ts';
import { byType, onlyOn } from '../schema/structures.ts';
import { contextActions, markdown, plan, taskCard } from './agents.ts';
import { actions, context, divider, file, header, image, input, section, video } from './basic.ts';
import { alert, card, carousel, container } from './cards.ts';
import { dataTable, table } from './tables.ts';

function on(surfaces: readonly Surface[], checks: Readonly<Record<string, Check>>): Readonly<Record<string, Check>> {
  return Object.fromEntries(Object.entries(checks).map(([type, check]) => [type, onlyOn(surfaces, check)]));
}

/** Any block that the surface at hand takes. */
export const anyBlock: Check = byType({
  actions,
  context,
  divider,
  header,
  image,
  input,
  rich_text: richText,
  section,
  video,
  ...on(['modal'], { alert }),
  ...on(['message', 'home'], { card, carousel }),
  ...on(['message'], {
    container,
    context_actions: contextActions,
    data_table: dataTable,
    file,
    markdown,
    plan,
    table,
    task_card: taskCard,
  }),
});
