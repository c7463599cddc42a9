/** Parts that examples are made of. Typed by Slack's own types. */
import type { Button, ConfirmationDialog, PlainTextElement, PlainTextOption, RichTextBlock } from '@slack/types';
import type { JsonObject } from '../../src/contract.ts';

/** Slack's types are interfaces, which TypeScript does not take for JSON by itself. Nothing in the copy is shared. */
export function json(value: object): JsonObject {
  const copy: JsonObject = JSON.parse(JSON.stringify(value));
  return copy;
}

export function plain(text: string): PlainTextElement {
  return { type: 'plain_text', text };
}

export function option(value: string): PlainTextOption {
  return { text: plain(`Option ${value}`), value, description: plain('More of it') };
}

export const confirm: ConfirmationDialog = {
  title: plain('Sure?'),
  text: { type: 'mrkdwn', text: 'This *cannot* be undone.' },
  confirm: plain('Do it'),
  deny: plain('Leave it'),
  style: 'danger',
};

export const richText: RichTextBlock = {
  type: 'rich_text',
  elements: [
    {
      type: 'rich_text_section',
      elements: [
        { type: 'text', text: 'bold', style: { bold: true, italic: false, strike: true, underline: true, code: true } },
        { type: 'link', url: 'https://example.com/a', text: 'here', unsafe: false, style: { bold: true } },
        { type: 'user', user_id: 'U012ABCDEF', style: { bold: true } },
        { type: 'usergroup', usergroup_id: 'S012ABCDEF', style: { italic: true } },
        { type: 'channel', channel_id: 'C012ABCDEF', style: { bold: true } },
        { type: 'team', team_id: 'T012ABCDEF', style: { bold: true } },
        { type: 'emoji', name: 'wave', unicode: '1f44b', url: 'https://example.com/wave.png', style: { bold: true } },
        { type: 'broadcast', range: 'here', style: { bold: true } },
        { type: 'color', value: '#439FE0', style: { code: true } },
        {
          type: 'date',
          timestamp: 1_790_000_000,
          format: '{date_long}',
          url: 'https://example.com',
          fallback: 'then',
          style: { strike: true },
        },
      ],
    },
    {
      type: 'rich_text_list',
      style: 'ordered',
      indent: 8,
      border: 1,
      elements: [{ type: 'rich_text_section', elements: [] }],
    },
    { type: 'rich_text_quote', border: 0, elements: [{ type: 'text', text: 'said' }] },
    { type: 'rich_text_preformatted', elements: [{ type: 'text', text: 'const a = 1;' }] },
  ],
};

export const button: Button = {
  type: 'button',
  text: { type: 'plain_text', text: 'Press', emoji: true },
  action_id: 'press',
  value: 'one',
  url: 'https://example.com',
  style: 'primary',
  accessibility_label: 'Press this',
  confirm,
};
