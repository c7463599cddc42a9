/** Elements that are pressed: buttons of every kind. */
import { actionId, buttonStyle, confirm, plainText } from '../composition.ts';
import { limits } from '../limits.ts';
import type { Check } from '../schema/check.ts';
import { list, object, required, typed } from '../schema/structures.ts';
import { address, enumeration, filled, string } from '../schema/values.ts';

const label = required(plainText(limits.button.text));
const value = string({ maximum: limits.button.value });
const accessibilityLabel = filled(limits.button.accessibilityLabel);

export const button: Check = typed('button', {
  text: label,
  action_id: actionId,
  url: address(limits.button.url),
  value,
  style: buttonStyle,
  confirm,
  accessibility_label: accessibilityLabel,
});

export const workflowButton: Check = typed('workflow_button', {
  text: label,
  workflow: required(
    object({
      trigger: required(
        object({
          url: required(address()),
          customizable_input_parameters: list(object({ name: required(filled()), value: required(string()) })),
        }),
      ),
    }),
  ),
  action_id: actionId,
  style: buttonStyle,
  confirm,
  accessibility_label: accessibilityLabel,
});

const feedbackButton: Check = object({
  text: label,
  value: required(value),
  accessibility_label: accessibilityLabel,
});

export const feedbackButtons: Check = typed('feedback_buttons', {
  positive_button: required(feedbackButton),
  negative_button: required(feedbackButton),
  action_id: actionId,
});

/** The bin is the only icon there is so far. */
export const iconButton: Check = typed('icon_button', {
  icon: required(enumeration('trash')),
  text: label,
  action_id: actionId,
  value,
  confirm,
  accessibility_label: accessibilityLabel,
  visible_to_user_ids: list(filled()),
});
