import type { JsonObject, PageState } from '../../contract.ts';
import { objectAt, objectsAt, textAt, textsAt, wordsAt } from '../json.ts';
import { plainText } from '../mrkdwn.tsx';

/** One line of a list to choose from. */
export interface Choice {
  value: string;
  words: string;
  description?: string;
  /** What the app is sent, where that is more than the value. */
  option?: JsonObject;
}

export interface ChoiceGroup {
  /** Undefined for lines that stand in no group. */
  label?: string;
  choices: readonly Choice[];
}

/** What a select offers, and under which key of its state a choice stands. */
export interface Offer {
  key: string;
  groups: readonly ChoiceGroup[];
  /** True where the app would have to be asked for the options. */
  asksApp: boolean;
}

function choiceOf(option: JsonObject): Choice {
  const description = wordsAt(option, 'description');
  return {
    value: textAt(option, 'value') ?? '',
    words: plainText(wordsAt(option, 'text') ?? ''),
    ...(description === undefined ? {} : { description: plainText(description) }),
    option,
  };
}

/** The options of a static select, checkboxes, radio buttons or an overflow menu. */
export function staticChoices(element: JsonObject): readonly ChoiceGroup[] {
  const groups = objectsAt(element, 'option_groups');
  if (groups.length === 0) return [{ choices: objectsAt(element, 'options').map(choiceOf) }];
  return groups.map((group) => ({
    label: plainText(wordsAt(group, 'label') ?? ''),
    choices: objectsAt(group, 'options').map(choiceOf),
  }));
}

const byWords = (a: Choice, b: Choice): number => a.words.localeCompare(b.words);

function people(state: PageState): readonly Choice[] {
  return state.users
    .filter((user) => !user.deleted)
    .map((user) => ({
      value: user.id,
      words: user.realName || user.name,
      ...(user.title ? { description: user.title } : {}),
    }))
    .toSorted(byWords);
}

function conversations(state: PageState, filter: JsonObject | undefined): readonly Choice[] {
  const include = textsAt(filter, 'include');
  const wanted = { channel: ['public', 'private'], direct: ['im'] };
  return state.conversations
    .filter(
      (one) => !one.isArchived && (include.length === 0 || wanted[one.kind].some((kind) => include.includes(kind))),
    )
    .filter((one) => filter?.['exclude_bot_users'] !== true || one.userId !== state.app.botUserId)
    .map((one) => ({ value: one.id, words: one.kind === 'channel' ? `#${one.name}` : one.name }))
    .toSorted(byWords);
}

/** What a single or multi select of any kind offers. */
export function offerOf(element: JsonObject, state: PageState): Offer {
  const type = textAt(element, 'type') ?? '';
  const many = type.startsWith('multi_');
  const noun = /(users|conversations|channels)_select$/.exec(type)?.[1];
  const key = `selected_${noun === undefined ? 'option' : noun.slice(0, -1)}${many ? 's' : ''}`;
  if (noun === 'users') return { key, groups: [{ choices: people(state) }], asksApp: false };
  if (noun !== undefined) {
    const filter = noun === 'channels' ? { include: ['public'] } : objectAt(element, 'filter');
    return { key, groups: [{ choices: conversations(state, filter) }], asksApp: false };
  }
  if (type.endsWith('external_select')) {
    const initial = objectAt(element, 'initial_option');
    const chosen = initial === undefined ? objectsAt(element, 'initial_options') : [initial];
    return { key, groups: [{ choices: chosen.map(choiceOf) }], asksApp: true };
  }
  return { key, groups: staticChoices(element), asksApp: false };
}

/** The groups with only the lines that hold every word of the search. */
export function narrowed(groups: readonly ChoiceGroup[], search: string): readonly ChoiceGroup[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return groups;
  return groups
    .map((group) => ({
      ...group,
      choices: group.choices.filter((choice) =>
        words.every((word) => `${choice.words} ${choice.description ?? ''}`.toLowerCase().includes(word)),
      ),
    }))
    .filter((group) => group.choices.length > 0);
}
