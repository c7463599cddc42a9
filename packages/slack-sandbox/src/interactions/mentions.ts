import type { User, Workspace } from '../workspace/model.ts';

const mention = /<@([UW][A-Z0-9]+)(?:\|[^>]*)?>/g;
const handle = /(?<![\w@.<])@([a-z0-9][a-z0-9._-]*)/gi;

/**
 * The text of a command as the app gets it: mentions with id and handle where the manifest asks for it ("Escape channels, users, and
 * links", https://docs.slack.dev/interactivity/implementing-slash-commands), as plain handles otherwise.
 */
export function commandText(workspace: Workspace, typed: string, shouldEscape: boolean): string {
  if (shouldEscape)
    return linkChannels(
      workspace,
      linkHandles(workspace, linkAddresses(typed), ({ id, name }) => `<@${id}|${name}>`),
    );
  return typed.replaceAll(mention, (whole, id: string) => {
    const user = workspace.users.get(id);
    return user ? `@${user.name}` : whole;
  });
}

/** A message as Slack stores what a person typed: handles and #names become mentions, addresses links, the rest is escaped. */
export function messageText(workspace: Workspace, typed: string): string {
  const escaped = typed
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/&lt;@([UW][A-Z0-9]+)&gt;/g, (whole, id: string) => (workspace.users.has(id) ? `<@${id}>` : whole));
  return linkChannels(
    workspace,
    linkHandles(workspace, linkAddresses(escaped), ({ id }) => `<@${id}>`),
  );
}

function linkAddresses(text: string): string {
  return text.replaceAll(/(?<!<)\bhttps?:\/\/[^\s<>]+/g, (address) => `<${address}>`);
}

function linkChannels(workspace: Workspace, text: string): string {
  return text.replaceAll(/(?<![\w#<&/])#([a-z0-9_-]+)/g, (whole, name: string) => {
    const channel = [...workspace.conversations.values()].find((each) => each.kind === 'channel' && each.name === name);
    return channel ? `<#${channel.id}|${name}>` : whole;
  });
}

/**
 * A handle typed exactly becomes a mention. A full name that was typed out, and not picked from the list, stays the text it is, as in
 * Slack: half of it must not become a mention.
 */
function linkHandles(workspace: Workspace, text: string, toMention: (user: User) => string): string {
  return text.replaceAll(handle, (whole, name: string, at: number) => {
    const bare = name.replace(/[.-]+$/, '');
    const user = byHandle(workspace, name) ?? byHandle(workspace, bare);
    if (!user || isFullName(text.slice(at + 1), user)) return whole;
    return `${toMention(user)}${user.name === name ? '' : name.slice(bare.length)}`;
  });
}

function isFullName(text: string, { name, realName }: User): boolean {
  return realName.length > name.length && text.toLowerCase().startsWith(realName.toLowerCase());
}

function byHandle(workspace: Workspace, name: string): User | undefined {
  return [...workspace.users.values()].find((user) => user.name === name);
}
