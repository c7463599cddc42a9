import type {
  ActionsBlock,
  Button,
  HomeView,
  InputBlock,
  ModalView,
  PlainTextOption,
  SectionBlock,
} from '@slack/types';

/** A button in a block of its own. */
export function buttonRow(text: string, actionId: string, value = 'v'): ActionsBlock {
  return { type: 'actions', block_id: `row_${actionId}`, elements: [button(text, actionId, value)] };
}

/** A button. */
export function button(text: string, actionId: string, value = 'v'): Button {
  return { type: 'button', text: { type: 'plain_text', text }, action_id: actionId, value };
}

/** A section of words. */
export function section(text: string): SectionBlock {
  return { type: 'section', text: { type: 'mrkdwn', text } };
}

/** A text input. */
export function textInput(blockId: string, label: string, more: Partial<InputBlock> = {}): InputBlock {
  return {
    type: 'input',
    block_id: blockId,
    label: { type: 'plain_text', text: label },
    element: { type: 'plain_text_input', action_id: 'value' },
    ...more,
  };
}

/** An option of a select. */
function option(text: string, value: string): PlainTextOption {
  return { text: { type: 'plain_text', text }, value };
}

/** A select of two kinds of tea. */
export function kindInput(): InputBlock {
  return {
    type: 'input',
    block_id: 'kind',
    label: { type: 'plain_text', text: 'Kind' },
    optional: true,
    element: { type: 'static_select', action_id: 'value', options: [option('Green', 'g'), option('Black', 'b')] },
  };
}

/** A modal. */
export function modal(blocks: ModalView['blocks'], more: Partial<ModalView> = {}): ModalView {
  return {
    type: 'modal',
    callback_id: 'tea',
    title: { type: 'plain_text', text: 'Tea' },
    submit: { type: 'plain_text', text: 'Brew' },
    blocks,
    ...more,
  };
}

/** A Home. */
export function home(blocks: HomeView['blocks']): HomeView {
  return { type: 'home', blocks };
}
