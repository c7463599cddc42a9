/** Which elements may stand where. */
import type { Check } from '../schema/check.ts';
import { textKinds } from '../composition.ts';
import { button, feedbackButtons, iconButton, workflowButton } from './buttons.ts';
import { checkboxes, overflow, radioButtons } from './choices.ts';
import { emailInput, fileInput, numberInput, plainTextInput, richTextInput, urlInput } from './inputs.ts';
import { datepicker, datetimepicker, image, timepicker } from './pickers.ts';
import { multiSelects, selects } from './selects.ts';

type Elements = Readonly<Record<string, Check>>;

/** Elements that stand in sections, actions and inputs alike. */
const common: Elements = {
  ...selects,
  ...multiSelects,
  checkboxes,
  radio_buttons: radioButtons,
  datepicker,
  timepicker,
};

/** Beside a section's text. */
export const sectionAccessories: Elements = { ...common, button, workflow_button: workflowButton, overflow, image };

/** In an actions block. */
export const actionElements: Elements = {
  ...common,
  button,
  workflow_button: workflowButton,
  overflow,
  datetimepicker,
  rich_text_input: richTextInput,
};

/** In an input block. */
export const inputElements: Elements = {
  ...common,
  datetimepicker,
  plain_text_input: plainTextInput,
  rich_text_input: richTextInput,
  number_input: numberInput,
  email_text_input: emailInput,
  url_text_input: urlInput,
  file_input: fileInput,
};

/** In a context block. */
export const contextElements: Elements = { ...textKinds(), image };

/** In a context_actions block. */
export const contextActionElements: Elements = { feedback_buttons: feedbackButtons, icon_button: iconButton };
