/** The blocks for all surfaces: text, images, actions, inputs. */
import { imageFields, oneImageSource, plainText, text } from '../composition.ts';
import { actionElements, contextElements, inputElements, sectionAccessories } from '../elements/places.ts';
import { limits } from '../limits.ts';
import { isObject, report, type Check, type Rule } from '../schema/check.ts';
import { atLeastOneOf, byType, list, required } from '../schema/structures.ts';
import { address, boolean, enumeration, filled, secureAddress, string } from '../schema/values.ts';
import { block } from './block.ts';

export const section: Check = block(
  'section',
  {
    text: text(limits.section.text),
    fields: list(text(limits.section.field), { minimum: 1, maximum: limits.section.fields }),
    accessory: byType(sectionAccessories),
    expand: boolean,
  },
  atLeastOneOf('text', 'fields'),
);

export const header: Check = block('header', { text: required(plainText(limits.header.text)) });

export const divider: Check = block('divider', {});

export const context: Check = block('context', {
  elements: required(list(byType(contextElements), { minimum: 1, maximum: limits.context.elements })),
});

export const actions: Check = block('actions', {
  elements: required(list(byType(actionElements), { minimum: 1, maximum: limits.actions.elements })),
});

export const image: Check = block('image', { ...imageFields, title: plainText(limits.image.title) }, oneImageSource);

/** Files are sent with the form: they cannot be dispatched on their own. */
const noDispatchOfFiles: Rule = (value, pointer, inspection) => {
  const element = value['element'];
  if (value['dispatch_action'] !== true || !isObject(element) || element['type'] !== 'file_input') return;
  report(inspection, `${pointer}/dispatch_action`, 'must not be true for a `file_input` element');
};

export const input: Check = block(
  'input',
  {
    label: required(plainText(limits.input.label)),
    element: required(byType(inputElements)),
    hint: plainText(limits.input.hint),
    optional: boolean,
    dispatch_action: boolean,
  },
  noDispatchOfFiles,
);

export const file: Check = block('file', { external_id: required(filled()), source: required(enumeration('remote')) });

export const video: Check = block('video', {
  alt_text: required(filled()),
  title: required(plainText(limits.video.title)),
  title_url: secureAddress,
  description: plainText(limits.video.title),
  thumbnail_url: required(address()),
  video_url: required(secureAddress),
  author_name: string({ maximum: limits.video.authorName }),
  provider_name: filled(),
  provider_icon_url: address(),
});
