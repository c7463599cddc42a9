import type { VNode } from 'preact';
import { textAt } from '../json.ts';
import { ButtonElement, FeedbackButtons } from './button.tsx';
import { ChoicesElement } from './choices.tsx';
import type { ElementProps } from './element.ts';
import { MultiSelectElement } from './multi-select.tsx';
import { OverflowElement } from './overflow.tsx';
import { DateElement, DateTimeElement, TimeElement } from './pickers.tsx';
import { SelectElement } from './select.tsx';
import { TextInputElement } from './text-input.tsx';

const drawings: Record<string, (props: ElementProps) => VNode> = {
  button: ButtonElement,
  icon_button: ButtonElement,
  workflow_button: ButtonElement,
  feedback_buttons: FeedbackButtons,
  static_select: SelectElement,
  external_select: SelectElement,
  users_select: SelectElement,
  conversations_select: SelectElement,
  channels_select: SelectElement,
  multi_static_select: MultiSelectElement,
  multi_external_select: MultiSelectElement,
  multi_users_select: MultiSelectElement,
  multi_conversations_select: MultiSelectElement,
  multi_channels_select: MultiSelectElement,
  overflow: OverflowElement,
  datepicker: DateElement,
  timepicker: TimeElement,
  datetimepicker: DateTimeElement,
  checkboxes: ChoicesElement,
  radio_buttons: ChoicesElement,
  plain_text_input: TextInputElement,
  email_text_input: TextInputElement,
  url_text_input: TextInputElement,
  number_input: TextInputElement,
  rich_text_input: TextInputElement,
};

/** Any interactive element; one that this page does not know is named, not hidden. */
export function InteractiveElement(props: ElementProps): VNode {
  const type = textAt(props.element, 'type') ?? 'none';
  const Drawing = drawings[type];
  return Drawing === undefined ? <span class="unsupported">unsupported element: {type}</span> : <Drawing {...props} />;
}
