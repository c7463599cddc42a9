import type { ComponentChildren, VNode } from 'preact';
import { NodeType, parse, type Node } from 'slack-message-parser';
import type { JsonObject } from '../contract.ts';
import { conversationById, nameOf, usePage, type PageContext } from './context.ts';
import { clockNow } from './context.ts';
import { formatSlackDate } from './dates.ts';
import { emojiOf, withEmoji } from './emoji.ts';
import { textAt } from './json.ts';

/** Turns Slack's three entities back into characters. */
function unescapeText(text: string): string {
  return text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
}

/** The address where it is one a person may follow (http, https, mailto, or a place in Slack), else undefined. */
export function safeUrl(url: string | undefined): string | undefined {
  return url !== undefined && /^(https?:\/\/|mailto:|slack:\/\/(?:user|channel)\?)/i.test(url) ? url : undefined;
}

/** A link that opens beside the sandbox; plain text where the address is not one to follow. */
export function SafeLink({ url, children }: { url: string; children: ComponentChildren }): VNode {
  const href = safeUrl(url);
  if (href === undefined) return <span>{children}</span>;
  return (
    <a href={href} target="_blank" rel="noreferrer noopener">
      {children}
    </a>
  );
}

export function Mention({ children, me = false }: { children: ComponentChildren; me?: boolean }): VNode {
  return <span class={me ? 'mention mention-me' : 'mention'}>{children}</span>;
}

function plainLines(text: string): ComponentChildren {
  const parts = unescapeText(text)
    .replaceAll(joint, '')
    .split(/(https?:\/\/[^\s<>]*[^\s<>.,;:!?)\]'"])/);
  return parts.map((part, index) => (index % 2 === 1 ? <SafeLink url={part}>{part}</SafeLink> : part));
}

function command(node: Node & { type: NodeType.Command }, page: PageContext): ComponentChildren {
  if (node.name === 'date') {
    const [seconds, format, link] = node.arguments;
    if (!/^-?\d+$/.test(seconds ?? '') || format === undefined) return nodes(node.label ?? [], page);
    const shown = formatSlackDate(Number(seconds), unescapeText(format), clockNow(page), page.zone);
    const time = <time dateTime={new Date(Number(seconds) * 1000).toISOString()}>{shown}</time>;
    return link === undefined ? time : <SafeLink url={link}>{time}</SafeLink>;
  }
  if (node.label !== undefined) return <Mention>{nodes(node.label, page)}</Mention>;
  return <Mention>@{node.name === 'subteam' ? (node.arguments[0] ?? 'group') : node.name}</Mention>;
}

/** Apps may begin a quoted line with a bare `>`; the parser knows only the escaped one. */
function withEscapedQuotes(text: string): string {
  return text.replace(/^>/gm, '&gt;');
}

/** A space of no width, which the parser takes for an end of a word, and which is taken out again. */
const joint = '\uFEFF';

/** The parser wants a space or a point around code; Slack is content with anything that is no letter or digit: `:`, `”`, `…`. */
function withEndsOfCode(text: string): string {
  return text.replace(/(?<![\p{L}\p{N}`])`[^`\n]+`(?![\p{L}\p{N}`])/gu, (code, at: number) => {
    const before = text.charAt(at - 1);
    const after = text.charAt(at + code.length);
    return `${/^[^\s.,([{!?\-=*_~]$/.test(before) ? joint : ''}${code}${/^[^\s.,\])}!?\-=*_~]$/.test(after) ? joint : ''}`;
  });
}

/** The lines of a quote without the space after each `>`, and without the line's end after the last. */
function quoteLines(children: readonly Node[]): readonly Node[] {
  let lineStarts = true;
  return children.map((node, index) => {
    if (node.type !== NodeType.Text) {
      lineStarts = false;
      return node;
    }
    let text = lineStarts ? node.text.replace(/^ /, '') : node.text;
    lineStarts = text.endsWith('\n');
    if (index === children.length - 1) text = text.replace(/\n$/, '');
    return { ...node, text };
  });
}

function draw(node: Node, page: PageContext): ComponentChildren {
  switch (node.type) {
    case NodeType.Text:
      return plainLines(node.text);
    case NodeType.Bold:
      return <strong>{nodes(node.children, page)}</strong>;
    case NodeType.Italic:
      return <em>{nodes(node.children, page)}</em>;
    case NodeType.Strike:
      return <s>{nodes(node.children, page)}</s>;
    case NodeType.Code:
      return <code>{unescapeText(node.text)}</code>;
    case NodeType.PreText:
      return <pre>{unescapeText(node.text).replace(/^\n|\n$/g, '')}</pre>;
    case NodeType.Quote:
      return <blockquote>{nodes(quoteLines(node.children), page)}</blockquote>;
    case NodeType.Emoji:
      return emojiOf(node.name, node.variation) ?? node.source;
    case NodeType.UserLink:
      return <Mention me={node.userID === page.state.me.id}>@{nameOf(page.state, node.userID)}</Mention>;
    case NodeType.ChannelLink: {
      const channel = conversationById(page.state, node.channelID);
      return <Mention>#{channel?.name ?? (node.label ? nodes(node.label, page) : node.channelID)}</Mention>;
    }
    case NodeType.URL: {
      const url = unescapeText(node.url);
      return <SafeLink url={url}>{node.label ? nodes(node.label, page) : url.replace(/^mailto:/, '')}</SafeLink>;
    }
    case NodeType.Command:
      return command(node, page);
    case NodeType.Root:
      return nodes(node.children, page);
    default:
      return null;
  }
}

function nodes(list: readonly Node[], page: PageContext): ComponentChildren {
  return list.map((node) => draw(node, page));
}

/** Text in Slack's own markup. */
export function Mrkdwn({ text }: { text: string }): VNode {
  const page = usePage();
  return <span class="mrkdwn">{nodes(parse(withEndsOfCode(withEscapedQuotes(text))).children, page)}</span>;
}

/** Plain text: no markup but emoji. */
export function Plain({ text }: { text: string }): VNode {
  return <span class="plain">{plainText(text)}</span>;
}

/** The words of a plain text, as they are shown and as they name a control. */
export function plainText(text: string): string {
  return withEmoji(unescapeText(text));
}

/** A text object, `plain_text` or `mrkdwn`. */
export function TextObject({ text }: { text: JsonObject | undefined }): VNode | null {
  if (text === undefined) return null;
  const words = textAt(text, 'text') ?? '';
  return textAt(text, 'type') === 'mrkdwn' ? <Mrkdwn text={words} /> : <Plain text={words} />;
}
