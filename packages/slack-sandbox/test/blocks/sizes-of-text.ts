/** Where each limit of characters holds. */
import { validateMessage, validateView } from '../../src/blocks/validate.ts';
import { feedbackButtons, iconButton } from './element-examples.ts';
import { home } from './examples.ts';
import { confirm, json, option, richText } from './parts.ts';
import {
  long,
  text,
  mrkdwn,
  url,
  options,
  divider,
  section,
  accessory,
  input,
  pressed,
  cell,
  table,
  dataTable,
  container,
  card,
  picture,
  video,
  message,
  inModal,
  view,
  type Size,
} from './size-builders.ts';

export const characters: Size[] = [
  {
    limit: 'text',
    at: '/blocks/0/elements/0/text',
    problems: (n) => message({ type: 'context', elements: [text(n)] }),
  },
  { limit: 'message.text', at: '/text', problems: (n) => validateMessage({ text: long(n) }) },
  { limit: 'message.updatedText', at: '/text', problems: (n) => validateMessage({ text: long(n), updates: true }) },
  { limit: 'view.title', at: '/view/title/text', problems: (n) => view({ title: text(n) }) },
  { limit: 'view.submit', at: '/view/submit/text', problems: (n) => view({ submit: text(n) }) },
  { limit: 'view.close', at: '/view/close/text', problems: (n) => view({ close: text(n) }) },
  { limit: 'view.privateMetadata', at: '/view/private_metadata', problems: (n) => view({ private_metadata: long(n) }) },
  { limit: 'view.callbackId', at: '/view/callback_id', problems: (n) => view({ callback_id: long(n) }) },
  { limit: 'view.externalId', at: '/view/external_id', problems: (n) => view({ external_id: long(n) }) },
  {
    limit: 'view.callbackId',
    at: '/view/callback_id',
    problems: (n) => validateView({ ...home(), callback_id: long(n) }, 'home'),
  },
  { limit: 'blockId', at: '/blocks/0/block_id', problems: (n) => message({ ...divider, block_id: long(n) }) },
  { limit: 'blockId', at: '/blocks/0/block_id', problems: (n) => message({ ...json(richText), block_id: long(n) }) },
  { limit: 'actionId', at: '/blocks/0/accessory/action_id', problems: (n) => message(pressed({ action_id: long(n) })) },
  { limit: 'alert.text', at: '/blocks/0/text/text', problems: (n) => inModal({ type: 'alert', text: mrkdwn(n) }) },
  { limit: 'card.title', at: '/blocks/0/title/text', problems: (n) => message(card({ title: mrkdwn(n) })) },
  { limit: 'card.subtitle', at: '/blocks/0/subtitle/text', problems: (n) => message(card({ subtitle: mrkdwn(n) })) },
  { limit: 'card.body', at: '/blocks/0/body/text', problems: (n) => message(card({ body: mrkdwn(n) })) },
  { limit: 'card.subtext', at: '/blocks/0/subtext/text', problems: (n) => message(card({ subtext: mrkdwn(n) })) },
  { limit: 'container.title', at: '/blocks/0/title/text', problems: (n) => message(container({ title: text(n) })) },
  {
    limit: 'container.subtitle',
    at: '/blocks/0/subtitle/text',
    problems: (n) => message(container({ subtitle: mrkdwn(n) })),
  },
  { limit: 'header.text', at: '/blocks/0/text/text', problems: (n) => message({ type: 'header', text: text(n) }) },
  { limit: 'image.url', at: '/blocks/0/image_url', problems: (n) => message(picture({ image_url: url(n) })) },
  {
    limit: 'image.url',
    at: '/blocks/0/accessory/image_url',
    problems: (n) => message(accessory(picture({ image_url: url(n) }))),
  },
  {
    limit: 'image.alternativeText',
    at: '/blocks/0/alt_text',
    problems: (n) => message(picture({ alt_text: long(n) })),
  },
  { limit: 'image.title', at: '/blocks/0/title/text', problems: (n) => message(picture({ title: text(n) })) },
  {
    limit: 'input.label',
    at: '/blocks/0/label/text',
    problems: (n) => inModal({ ...input({ type: 'plain_text_input' }), label: text(n) }),
  },
  {
    limit: 'input.hint',
    at: '/blocks/0/hint/text',
    problems: (n) => inModal({ ...input({ type: 'plain_text_input' }), hint: text(n) }),
  },
  { limit: 'section.text', at: '/blocks/0/text/text', problems: (n) => message(section({ text: mrkdwn(n) })) },
  {
    limit: 'section.field',
    at: '/blocks/0/fields/1/text',
    problems: (n) => message(section({ fields: [text(1), mrkdwn(n)] })),
  },
  { limit: 'video.title', at: '/blocks/0/title/text', problems: (n) => message(video({ title: text(n) })) },
  { limit: 'video.authorName', at: '/blocks/0/author_name', problems: (n) => message(video({ author_name: long(n) })) },
  { limit: 'button.text', at: '/blocks/0/accessory/text/text', problems: (n) => message(pressed({ text: text(n) })) },
  { limit: 'button.value', at: '/blocks/0/accessory/value', problems: (n) => message(pressed({ value: long(n) })) },
  { limit: 'button.url', at: '/blocks/0/accessory/url', problems: (n) => message(pressed({ url: url(n) })) },
  {
    limit: 'button.accessibilityLabel',
    at: '/blocks/0/accessory/accessibility_label',
    problems: (n) => message(pressed({ accessibility_label: long(n) })),
  },
  {
    limit: 'button.value',
    at: '/blocks/0/elements/0/positive_button/value',
    problems: (n) => {
      const element = { ...json(feedbackButtons), positive_button: { text: text(1), value: long(n) } };
      return message({ type: 'context_actions', elements: [element] });
    },
  },
  {
    limit: 'button.text',
    at: '/blocks/0/elements/0/text/text',
    problems: (n) => message({ type: 'context_actions', elements: [{ ...json(iconButton), text: text(n) }] }),
  },
  {
    limit: 'plainTextInput.length',
    at: '/blocks/0/element/initial_value',
    problems: (n) => inModal(input({ type: 'plain_text_input', initial_value: long(n) })),
  },
  {
    limit: 'placeholder',
    at: '/blocks/0/accessory/placeholder/text',
    problems: (n) => message(accessory({ type: 'users_select', placeholder: text(n) })),
  },
  {
    limit: 'placeholder',
    at: '/blocks/0/element/placeholder/text',
    problems: (n) => inModal(input({ type: 'plain_text_input', placeholder: text(n) })),
  },
  ...(['title', 'text', 'confirm', 'deny'] as const).map((name) => ({
    limit: `confirm.${name}`,
    at: `/blocks/0/accessory/confirm/${name}/text`,
    problems: (n: number) => message(pressed({ confirm: { ...json(confirm), [name]: text(n) } })),
  })),
  {
    limit: 'option.text',
    at: '/blocks/0/accessory/options/0/text/text',
    problems: (n) => message(accessory({ type: 'overflow', options: [{ ...json(option('1')), text: text(n) }] })),
  },
  {
    limit: 'option.text',
    at: '/blocks/0/accessory/options/0/text/text',
    problems: (n) => message(accessory({ type: 'checkboxes', options: [{ ...json(option('1')), text: mrkdwn(n) }] })),
  },
  {
    limit: 'option.value',
    at: '/blocks/0/accessory/options/0/value',
    problems: (n) => message(accessory({ type: 'static_select', options: [{ ...json(option('1')), value: long(n) }] })),
  },
  {
    limit: 'option.description',
    at: '/blocks/0/accessory/options/0/description/text',
    problems: (n) =>
      message(accessory({ type: 'radio_buttons', options: [{ ...json(option('1')), description: text(n) }] })),
  },
  {
    limit: 'option.url',
    at: '/blocks/0/accessory/options/0/url',
    problems: (n) => message(accessory({ type: 'overflow', options: [{ ...json(option('1')), url: url(n) }] })),
  },
  {
    limit: 'optionGroup.label',
    at: '/blocks/0/accessory/option_groups/0/label/text',
    problems: (n) =>
      message(accessory({ type: 'static_select', option_groups: [{ label: text(n), options: options(1) }] })),
  },
  {
    limit: 'message.markdownCharacters',
    at: '/blocks/0/text',
    problems: (n) => message({ type: 'markdown', text: long(n) }),
    says: 'must be less than 12001 characters in all markdown blocks',
  },
  {
    limit: 'message.markdownCharacters',
    at: '/blocks/1/text',
    problems: (n) => message({ type: 'markdown', text: long(1) }, { type: 'markdown', text: long(n - 1) }),
    says: 'must be less than 12001 characters in all markdown blocks',
  },
  {
    limit: 'message.tableCharacters',
    at: '/blocks/0/rows',
    problems: (n) =>
      message(
        table({
          rows: [
            [
              cell(n - 4),
              json({
                ...richText,
                elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'four' }] }],
              }),
            ],
          ],
        }),
      ),
    says: 'must be less than 10001 characters in the cells of all tables',
  },
  {
    limit: 'message.dataTableCharacters',
    at: '/blocks/1/rows',
    problems: (n) => message(dataTable({}), dataTable({ rows: [[cell(1)], [cell(n - 3)]] })),
    says: 'must be less than 20001 characters in the cells of all data tables',
  },
];
