import type { ComponentChildren, VNode } from 'preact';
import type { JsonObject } from '../../contract.ts';
import { clockNow, conversationById, nameOf, usePage, type PageContext } from '../context.ts';
import { formatSlackDate } from '../dates.ts';
import { emojiOf } from '../emoji.ts';
import { numberAt, objectAt, objectsAt, textAt } from '../json.ts';
import { Mention, SafeLink } from '../mrkdwn.tsx';

function date(element: JsonObject, page: PageContext): ComponentChildren {
  const seconds = numberAt(element, 'timestamp') ?? 0;
  const shown = formatSlackDate(seconds, textAt(element, 'format') ?? '{date}', clockNow(page), page.zone);
  const url = textAt(element, 'url');
  return url === undefined ? shown : <SafeLink url={url}>{shown}</SafeLink>;
}

const inline: Record<string, (element: JsonObject, page: PageContext) => ComponentChildren> = {
  text: (element) => textAt(element, 'text'),
  link: (element) => (
    <SafeLink url={textAt(element, 'url') ?? ''}>{textAt(element, 'text') ?? textAt(element, 'url')}</SafeLink>
  ),
  emoji: (element) => emojiOf(textAt(element, 'name') ?? '') ?? fromUnicode(element),
  user: (element, { state }) => {
    const id = textAt(element, 'user_id');
    return <Mention me={id === state.me.id}>@{nameOf(state, id)}</Mention>;
  },
  channel: (element, { state }) => {
    const id = textAt(element, 'channel_id');
    return <Mention>#{conversationById(state, id)?.name ?? id}</Mention>;
  },
  broadcast: (element) => <Mention>@{textAt(element, 'range')}</Mention>,
  usergroup: (element) => <Mention>@{textAt(element, 'usergroup_id')}</Mention>,
  team: (element) => <Mention>{textAt(element, 'team_id')}</Mention>,
  color: (element) => <code>{textAt(element, 'value')}</code>,
  date,
};

function fromUnicode(element: JsonObject): string {
  const codes = (textAt(element, 'unicode') ?? '').split('-').map((code) => Number.parseInt(code, 16));
  return codes.every((code) => code > 0) ? String.fromCodePoint(...codes) : `:${textAt(element, 'name')}:`;
}

function Inline({ element }: { element: JsonObject }): VNode {
  const page = usePage();
  const type = textAt(element, 'type') ?? '';
  const style = objectAt(element, 'style') ?? {};
  let drawn: ComponentChildren = inline[type]?.(element, page) ?? textAt(element, 'fallback') ?? '';
  if (style['code'] === true) drawn = <code>{drawn}</code>;
  if (style['strike'] === true) drawn = <s>{drawn}</s>;
  if (style['underline'] === true) drawn = <u>{drawn}</u>;
  if (style['italic'] === true) drawn = <em>{drawn}</em>;
  if (style['bold'] === true) drawn = <strong>{drawn}</strong>;
  return <>{drawn}</>;
}

function Inlines({ of }: { of: JsonObject }): VNode {
  return (
    <>
      {objectsAt(of, 'elements').map((element, index) => (
        <Inline key={index} element={element} />
      ))}
    </>
  );
}

function List({ part }: { part: JsonObject }): VNode {
  const ordered = textAt(part, 'style') === 'ordered';
  const indent = numberAt(part, 'indent') ?? 0;
  const lines = objectsAt(part, 'elements').map((line, index) => (
    <li key={index}>
      <Inlines of={line} />
    </li>
  ));
  const place = { marginLeft: `${indent * 24}px` };
  return ordered ? (
    <ol
      style={place}
      start={(numberAt(part, 'offset') ?? 0) + 1}
      type={indent % 3 === 1 ? 'a' : indent % 3 === 2 ? 'i' : '1'}
    >
      {lines}
    </ol>
  ) : (
    <ul style={place}>{lines}</ul>
  );
}

function Part({ part }: { part: JsonObject }): VNode {
  switch (textAt(part, 'type')) {
    case 'rich_text_list':
      return <List part={part} />;
    case 'rich_text_quote':
      return (
        <blockquote>
          <Inlines of={part} />
        </blockquote>
      );
    case 'rich_text_preformatted':
      return (
        <pre>
          <Inlines of={part} />
        </pre>
      );
    default:
      return (
        <div class="rich-section">
          <Inlines of={part} />
        </div>
      );
  }
}

/** Rich text: what Slack's own composer makes of what a person types. */
export function RichTextBlock({ block }: { block: JsonObject }): VNode {
  return (
    <div class="block rich-text-block">
      {objectsAt(block, 'elements').map((part, index) => (
        <Part key={index} part={part} />
      ))}
    </div>
  );
}
