/** The rich_text block: sections, lists, quotes and preformatted text, and what stands in their lines. */
import { limits } from './limits.ts';
import type { Check } from './schema/check.ts';
import { byType, list, object, required, typed } from './schema/structures.ts';
import { address, boolean, enumeration, filled, integer, string } from './schema/values.ts';

const textStyle: Check = object({ bold: boolean, italic: boolean, strike: boolean, underline: boolean, code: boolean });

/** Mentions know three more styles than text does. */
const mentionStyle: Check = object({
  bold: boolean,
  italic: boolean,
  strike: boolean,
  underline: boolean,
  code: boolean,
  highlight: boolean,
  client_highlight: boolean,
  unlink: boolean,
});

const textInLine: Check = typed('text', { text: required(filled()), style: textStyle });

const linkInLine: Check = typed('link', {
  url: required(address()),
  text: string(),
  unsafe: boolean,
  style: textStyle,
});

const inLine: Check = byType({
  text: textInLine,
  link: linkInLine,
  user: typed('user', { user_id: required(filled()), style: mentionStyle }),
  usergroup: typed('usergroup', { usergroup_id: required(filled()), style: mentionStyle }),
  team: typed('team', { team_id: required(filled()), style: mentionStyle }),
  channel: typed('channel', { channel_id: required(filled()), style: mentionStyle }),
  emoji: typed('emoji', {
    name: required(filled()),
    unicode: filled(),
    url: address(),
    skin_tone: integer(1, 6),
    style: textStyle,
  }),
  broadcast: typed('broadcast', { range: required(enumeration('here', 'channel', 'everyone')), style: mentionStyle }),
  color: typed('color', {
    value: required(
      string({ form: { matches: (value) => /^#?[0-9a-f]{6}$/i.test(value), message: 'must be a valid color' } }),
    ),
    style: textStyle,
  }),
  date: typed('date', {
    timestamp: required(integer(0)),
    format: required(filled()),
    url: address(),
    fallback: string(),
    style: textStyle,
  }),
});

const border: Check = enumeration(0, 1);

const section: Check = typed('rich_text_section', { elements: required(list(inLine)) });

const part: Check = byType({
  rich_text_section: section,
  rich_text_list: typed('rich_text_list', {
    style: required(enumeration('bullet', 'ordered')),
    elements: required(list(byType({ rich_text_section: section }), { minimum: 1 })),
    indent: integer(0, limits.richText.indent),
    offset: integer(0),
    border,
  }),
  rich_text_quote: typed('rich_text_quote', { elements: required(list(inLine)), border }),
  rich_text_preformatted: typed('rich_text_preformatted', {
    elements: required(list(byType({ text: textInLine, link: linkInLine }))),
    border,
    language: filled(),
  }),
});

/** A rich_text block; as a block of its own, a table cell, a title, or what an input starts with. */
export const richText: Check = typed('rich_text', { elements: required(list(part)), block_id: filled(limits.blockId) });
