/** Blocks that frame others: alerts, cards, carousels, containers. */
import { plainText, text } from '../composition.ts';
import { button } from '../elements/buttons.ts';
import { image as imageElement } from '../elements/pickers.ts';
import { limits } from '../limits.ts';
import { richText } from '../rich-text.ts';
import { report, type Check, type Rule } from '../schema/check.ts';
import { atLeastOneOf, byType, list, required, typed } from '../schema/structures.ts';
import { boolean, enumeration, filled } from '../schema/values.ts';
import { actions, context, divider, header, image, section, video } from './basic.ts';
import { block } from './block.ts';
import { table } from './tables.ts';

export const alert: Check = block('alert', {
  text: required(text(limits.alert.text)),
  level: enumeration('default', 'info', 'warning', 'error', 'success'),
});

const picture: Check = byType({ image: imageElement });

/** The icon's name is not checked against Slack's list, which grows. */
const slackIcon: Check = byType({ icon: typed('icon', { name: required(filled()) }) });

/** A card shows one icon. */
const oneIcon: Rule = (value, pointer, inspection) => {
  if (value['icon'] === undefined || value['slack_icon'] === undefined) return;
  report(inspection, pointer, 'must define only one of `icon` or `slack_icon`');
};

export const card: Check = block(
  'card',
  {
    hero_image: picture,
    icon: picture,
    slack_icon: slackIcon,
    title: text(limits.card.title),
    subtitle: text(limits.card.subtitle),
    body: text(limits.card.body),
    subtext: text(limits.card.subtext),
    actions: list(byType({ button }), { minimum: 1, maximum: limits.card.actions }),
  },
  atLeastOneOf('hero_image', 'title', 'actions', 'body'),
  oneIcon,
);

export const carousel: Check = block('carousel', {
  elements: required(list(byType({ card }), { minimum: 1, maximum: limits.carousel.elements })),
});

/** Only what both the reference and Slack's own validator take: rich_text, file and input are on the former's list alone. */
const childBlock: Check = byType({ actions, context, divider, header, image, section, table, video });

/** Folded at first means that it can be unfolded. */
const collapsedOnlyIfCollapsible: Rule = (value, pointer, inspection) => {
  if (value['default_collapsed'] !== true || value['is_collapsible'] === true) return;
  report(inspection, `${pointer}/default_collapsed`, 'requires `is_collapsible` to be true');
};

export const container: Check = block(
  'container',
  {
    title: plainText(limits.container.title),
    rich_text_title: byType({ rich_text: richText }),
    subtitle: text(limits.container.subtitle),
    child_blocks: required(list(childBlock, { minimum: 1, maximum: limits.container.childBlocks })),
    width: enumeration('narrow', 'standard', 'wide', 'full'),
    icon: picture,
    is_collapsible: boolean,
    default_collapsed: boolean,
    has_header_divider: boolean,
  },
  atLeastOneOf('title', 'rich_text_title'),
  collapsedOnlyIfCollapsible,
);
