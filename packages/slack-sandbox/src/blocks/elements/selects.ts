/** Select menus for one choice and for several, by where their options come from. */
import {
  actionId,
  confirm,
  conversationFilter,
  distinctOptions,
  initialAmongOptions,
  option,
  optionGroup,
  placeholder,
} from '../composition.ts';
import { limits } from '../limits.ts';
import { isArray, report, words, type Check, type Rule } from '../schema/check.ts';
import { exactlyOneOf, list, typed, type Fields } from '../schema/structures.ts';
import { boolean, filled, integer } from '../schema/values.ts';

const menu: Fields = { action_id: actionId, placeholder, confirm, focus_on_load: boolean };
const menuOfSeveral: Fields = { ...menu, max_selected_items: integer(1) };

/** Slack answers an empty list of initial choices with an error, too. */
const severalOptions = list(option, { minimum: 1, maximum: limits.select.options });
const severalIds = list(filled(), { minimum: 1 });

const staticOptions: Fields = {
  options: severalOptions,
  option_groups: list(optionGroup, { minimum: 1, maximum: limits.select.optionGroups }),
};

const staticRules: readonly Rule[] = [exactlyOneOf('options', 'option_groups'), distinctOptions, initialAmongOptions];

/** Not more may be chosen at first than may be chosen at all. */
function initialWithinMaximum(name: string): Rule {
  return (value, pointer, inspection) => {
    const [chosen, maximum] = [value[name], value['max_selected_items']];
    if (!isArray(chosen) || typeof maximum !== 'number' || chosen.length <= maximum) return;
    report(inspection, `${pointer}/${name}`, words.moreItems(maximum));
  };
}

export const selects: Readonly<Record<string, Check>> = {
  static_select: typed('static_select', { ...menu, ...staticOptions, initial_option: option }, ...staticRules),
  external_select: typed('external_select', { ...menu, initial_option: option, min_query_length: integer(0) }),
  users_select: typed('users_select', { ...menu, initial_user: filled() }),
  conversations_select: typed('conversations_select', {
    ...menu,
    initial_conversation: filled(),
    default_to_current_conversation: boolean,
    response_url_enabled: boolean,
    filter: conversationFilter,
  }),
  channels_select: typed('channels_select', { ...menu, initial_channel: filled(), response_url_enabled: boolean }),
};

export const multiSelects: Readonly<Record<string, Check>> = {
  multi_static_select: typed(
    'multi_static_select',
    { ...menuOfSeveral, ...staticOptions, initial_options: severalOptions },
    ...staticRules,
    initialWithinMaximum('initial_options'),
  ),
  multi_external_select: typed(
    'multi_external_select',
    { ...menuOfSeveral, initial_options: severalOptions, min_query_length: integer(0) },
    initialWithinMaximum('initial_options'),
  ),
  multi_users_select: typed(
    'multi_users_select',
    { ...menuOfSeveral, initial_users: severalIds },
    initialWithinMaximum('initial_users'),
  ),
  multi_conversations_select: typed(
    'multi_conversations_select',
    {
      ...menuOfSeveral,
      initial_conversations: severalIds,
      default_to_current_conversation: boolean,
      filter: conversationFilter,
    },
    initialWithinMaximum('initial_conversations'),
  ),
  multi_channels_select: typed(
    'multi_channels_select',
    { ...menuOfSeveral, initial_channels: severalIds },
    initialWithinMaximum('initial_channels'),
  ),
};
