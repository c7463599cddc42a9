/** Composition objects: texts, options, confirmations and what else blocks and elements are made of. */
import { limits } from './limits.ts';
import { isArray, isSame, objectsOf, report, words, type Check, type Rule } from './schema/check.ts';
import { atLeastOneOf, byType, exactlyOneOf, list, object, required, typed, type Fields } from './schema/structures.ts';
import { address, boolean, enumeration, filled, string } from './schema/values.ts';

function plainTextUpTo(maximum: number): Check {
  return typed('plain_text', { text: required(filled(maximum)), emoji: boolean });
}

/** A text object of type plain_text only. */
export function plainText(maximum: number = limits.text): Check {
  return byType({ plain_text: plainTextUpTo(maximum) });
}

/** The two kinds of text object by their type, for lists that hold other things too. */
export function textKinds(maximum: number = limits.text): Readonly<Record<string, Check>> {
  const mrkdwn = typed('mrkdwn', { text: required(filled(maximum)), verbatim: boolean });
  return { plain_text: plainTextUpTo(maximum), mrkdwn };
}

/** A text object of type plain_text or mrkdwn. */
export function text(maximum?: number): Check {
  return byType(textKinds(maximum));
}

export const placeholder: Check = plainText(limits.placeholder);

export const buttonStyle: Check = enumeration('primary', 'danger');

/** Asks before the action is done. The types leave three members out at will; the reference requires them. */
export const confirm: Check = object({
  title: required(plainText(limits.confirm.title)),
  text: required(text(limits.confirm.text)),
  confirm: required(plainText(limits.confirm.confirm)),
  deny: required(plainText(limits.confirm.deny)),
  style: buttonStyle,
});

function optionOf(label: Check, others: Fields = {}): Check {
  return object({
    text: required(label),
    value: required(filled(limits.option.value)),
    description: plainText(limits.option.description),
    ...others,
  });
}

/** An option of a select menu. */
export const option: Check = optionOf(plainText(limits.option.text));

/** An option of checkboxes or radio buttons: its text may be mrkdwn. */
export const richOption: Check = optionOf(text(limits.option.text));

/** An option of an overflow menu: it may open an address. */
export const overflowOption: Check = optionOf(plainText(limits.option.text), { url: address(limits.option.url) });

/** Options under a label. */
export const optionGroup: Check = object({
  label: required(plainText(limits.optionGroup.label)),
  options: required(list(option, { minimum: 1, maximum: limits.optionGroup.options })),
});

/** No two options of an element, in whatever group, have the same value. */
export const distinctOptions: Rule = (value, pointer, inspection) => {
  const seen = new Set<string>();
  const lists = [
    { options: value['options'], at: `${pointer}/options` },
    ...objectsOf(value['option_groups']).map((group) => ({
      options: group.value['options'],
      at: `${pointer}/option_groups/${group.index}/options`,
    })),
  ];
  for (const { options, at } of lists) {
    for (const { index, value: entry } of objectsOf(options)) {
      const chosen = entry['value'];
      if (typeof chosen !== 'string') continue;
      if (seen.has(chosen)) report(inspection, `${at}/${index}/value`, words.exists('value', chosen));
      seen.add(chosen);
    }
  }
};

/** What is chosen at first is one of the options, equal in every part. */
export const initialAmongOptions: Rule = (value, pointer, inspection) => {
  const groups = objectsOf(value['option_groups']).map((group) => group.value['options']);
  const offered = [value['options'], ...groups].flatMap((options) => (isArray(options) ? options : []));
  const single = value['initial_option'];
  if (single !== undefined && !offered.some((entry) => isSame(entry, single))) {
    report(inspection, `${pointer}/initial_option`, words.notAnOption);
  }
  const several = value['initial_options'];
  if (!isArray(several)) return;
  several.forEach((chosen, index) => {
    const isOffered = offered.some((entry) => isSame(entry, chosen));
    if (!isOffered) report(inspection, `${pointer}/initial_options/${index}`, words.notAnOption);
  });
};

/** When a text input tells the app what is typed. */
export const dispatchActionConfiguration: Check = object({
  trigger_actions_on: required(
    list(enumeration('on_enter_pressed', 'on_character_entered'), { minimum: 1, maximum: limits.dispatchTriggers }),
  ),
});

/** Which conversations a menu lists. */
export const conversationFilter: Check = object(
  {
    include: list(enumeration('im', 'mpim', 'private', 'public'), { minimum: 1 }),
    exclude_external_shared_channels: boolean,
    exclude_bot_users: boolean,
  },
  atLeastOneOf('include', 'exclude_external_shared_channels', 'exclude_bot_users'),
);

const slackFile: Check = object({ id: filled(), url: address() }, exactlyOneOf('id', 'url'));

/** The members of an image block or element that say which image it is. */
export const imageFields: Fields = {
  alt_text: required(filled(limits.image.alternativeText)),
  image_url: address(limits.image.url),
  slack_file: slackFile,
};

/** An image comes from an address or from a Slack file, not from both. */
export const oneImageSource: Rule = exactlyOneOf('image_url', 'slack_file');

/** The identifier that every interactive element may have. */
export const actionId: Check = string({ minimum: 1, maximum: limits.actionId });
