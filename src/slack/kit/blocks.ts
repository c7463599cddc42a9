/** Short ways to write Block Kit. Typed text goes in as plain text, or through `literal()`. */
import type {
  ActionsBlock,
  Button,
  ConfirmationDialog,
  ContextBlock,
  HeaderBlock,
  PlainTextElement,
  PlainTextOption,
  RichTextBlock,
  SectionBlock,
} from '@slack/types';
import { limits } from './limits.ts';
import type { Route } from './route.ts';
import { shorten, withoutInvisible } from './text.ts';

export function plain(text: string, length: number = limits.sectionText): PlainTextElement {
  return { type: 'plain_text', text: shorten(withoutInvisible(text), length) };
}

export function header(text: string): HeaderBlock {
  return { type: 'header', text: plain(text, limits.headerText) };
}

/** @param mrkdwn with everything typed made literal */
export function section(mrkdwn: string, accessory?: SectionBlock['accessory']): SectionBlock {
  const block: SectionBlock = { type: 'section', text: { type: 'mrkdwn', text: shorten(mrkdwn, limits.sectionText) } };
  return accessory === undefined ? block : { ...block, accessory };
}

/** @param mrkdwn with everything typed made literal */
export function context(mrkdwn: string): ContextBlock {
  return { type: 'context', elements: [{ type: 'mrkdwn', text: shorten(mrkdwn, limits.sectionText) }] };
}

/** Typed words as they were typed, whatever is in them. */
export function quotation(text: string): RichTextBlock {
  return {
    type: 'rich_text',
    elements: [{ type: 'rich_text_quote', elements: [{ type: 'text', text: withoutInvisible(text) || ' ' }] }],
  };
}

/** @param blockId unique in the message or view */
export function actions(blockId: string, elements: ActionsBlock['elements']): ActionsBlock {
  return { type: 'actions', block_id: blockId, elements };
}

export function button<Carried>(
  route: Route<Carried>,
  carried: Carried,
  label: string,
  extra: { style?: 'primary' | 'danger'; confirm?: ConfirmationDialog; url?: string } = {},
): Button {
  return {
    type: 'button',
    action_id: route.id,
    value: route.encode(carried),
    text: plain(label, limits.buttonText),
    ...extra,
  };
}

export function option(value: string, label: string, description?: string): PlainTextOption {
  const choice: PlainTextOption = { value, text: plain(label, limits.optionText) };
  return description === undefined ? choice : { ...choice, description: plain(description, limits.optionText) };
}

/** What Slack asks before something is done that can't be taken back. */
export function confirmation(title: string, question: string, yes: string, no = 'Keep it'): ConfirmationDialog {
  return {
    title: plain(title, 100),
    text: plain(question, 300),
    confirm: plain(yes, 30),
    deny: plain(no, 30),
  };
}
