/** Every member of every example: it may not be of another kind, and what is required is required. */
import { describe, expect, test } from 'vitest';
import type { BlockProblem, Json, JsonObject, Surface } from '../../src/contract.ts';
import { elements } from './element-examples.ts';
import { blocks } from './examples.ts';
import { json, plain } from './parts.ts';
import { changed, objectsIn, problemsOn, typeOf } from './run.ts';

interface Example {
  name: string;
  block: JsonObject;
  surface: Surface;
}

const examples: Example[] = [
  ...Object.entries(blocks).map(([name, { block, surfaces }]) => ({ name, block, surface: surfaces[0] ?? 'message' })),
  ...Object.entries(elements).map(([name, { element, input, surfaces }]) => ({
    name,
    surface: surfaces[0] ?? 'message',
    block: input
      ? { type: 'input', label: json(plain('a')), element }
      : { type: 'section', text: json(plain('a')), accessory: element },
  })),
];

const members = examples.flatMap((example) =>
  objectsIn(example.block).flatMap(({ pointer, value }) =>
    Object.entries(value).map(([member, old]) => ({ ...example, owner: value, pointer, member, old })),
  ),
);

function replaced(
  { block, surface }: Example,
  pointer: string,
  change: (old: Json | undefined) => Json,
): BlockProblem[] {
  return problemsOn(surface, changed(block, pointer, change));
}

describe('members', () => {
  test.each(members)('$name takes nothing of another kind for $member at "$pointer"', (place) => {
    const at = `${place.pointer}/${place.member}`;
    const other = typeof place.old === 'object' ? 7 : { another: 'kind' };
    const found = replaced(place, at, () => other);
    expect(found.map(({ pointer }) => pointer)).toContain(`/blocks/0${at}`);
  });

  test('those that are required, and no others, are missed', () => {
    const missed = members.flatMap((place) => {
      const { pointer, member, owner } = place;
      const found = replaced(place, pointer, () => ({ ...owner, [member]: undefined }));
      const isMissed = found.some(
        (problem) =>
          problem.pointer === `/blocks/0${pointer}` && problem.message === `missing required field: ${member}`,
      );
      // An object without a type is called by the member that holds it.
      const holder = pointer.replaceAll(/\/\d+/g, '').split('/').at(-1) ?? '';
      return isMissed && member !== 'type' ? [`${owner['type'] === undefined ? holder : typeOf(owner)}.${member}`] : [];
    });
    expect([...new Set(missed)].toSorted()).toEqual([
      'actions.elements',
      'alert.text',
      'broadcast.range',
      'button.text',
      'carousel.elements',
      'channel.channel_id',
      'checkboxes.options',
      'color.value',
      'confirm.confirm',
      'confirm.deny',
      'confirm.text',
      'confirm.title',
      'container.child_blocks',
      'context.elements',
      'context_actions.elements',
      'customizable_input_parameters.name',
      'customizable_input_parameters.value',
      'data_table.caption',
      'data_table.rows',
      'date.format',
      'date.timestamp',
      'dispatch_action_config.trigger_actions_on',
      'emoji.name',
      'feedback_buttons.negative_button',
      'feedback_buttons.positive_button',
      'file.external_id',
      'file.source',
      'header.text',
      'icon_button.icon',
      'icon_button.text',
      'image.alt_text',
      'initial_option.text',
      'initial_option.value',
      'initial_options.text',
      'initial_options.value',
      'input.element',
      'input.label',
      'link.url',
      'markdown.text',
      'mrkdwn.text',
      'negative_button.text',
      'negative_button.value',
      'number_input.is_decimal_allowed',
      'option_groups.label',
      'option_groups.options',
      'options.text',
      'options.value',
      'overflow.options',
      'plain_text.text',
      'plan.title',
      'positive_button.text',
      'positive_button.value',
      'radio_buttons.options',
      'raw_number.text',
      'raw_number.value',
      'raw_text.text',
      'rich_text.elements',
      'rich_text_input.action_id',
      'rich_text_list.elements',
      'rich_text_list.style',
      'rich_text_preformatted.elements',
      'rich_text_quote.elements',
      'rich_text_section.elements',
      'table.rows',
      'task_card.status',
      'task_card.task_id',
      'task_card.title',
      'team.team_id',
      'text.text',
      'trigger.url',
      'url.text',
      'url.url',
      'user.user_id',
      'usergroup.usergroup_id',
      'video.alt_text',
      'video.thumbnail_url',
      'video.title',
      'video.video_url',
      'workflow.trigger',
      'workflow_button.text',
      'workflow_button.workflow',
    ]);
  });
});
