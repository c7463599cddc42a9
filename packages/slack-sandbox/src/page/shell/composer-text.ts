import type { PageCommand, PageUser } from '../../contract.ts';

/** A line of the list that opens over the composer. */
export interface Completion {
  key: string;
  words: string;
  description: string;
  /** The whole text with this line taken, and where the caret then stands. */
  text: string;
  caret: number;
}

const most = 8;

function commandCompletions(text: string, commands: readonly PageCommand[]): readonly Completion[] {
  const typed = text.toLowerCase();
  return commands
    .filter((command) => command.command.toLowerCase().startsWith(typed))
    .toSorted(
      (a, b) => Number(b.command === typed) - Number(a.command === typed) || Number(a.builtIn) - Number(b.builtIn),
    )
    .map((command) => ({
      key: command.command,
      words: `${command.command} ${command.usageHint}`.trim(),
      description: command.description,
      text: `${command.command} `,
      caret: command.command.length + 1,
    }));
}

/** By handle or any part of the name, or by the whole name with its space, as Slack's list does it. */
function isMeant(user: PageUser, search: string): boolean {
  const name = user.realName.toLowerCase();
  return [user.name.toLowerCase(), name, ...name.split(/\s+/)].some((words) => words.startsWith(search));
}

function peopleCompletions(text: string, caret: number, users: readonly PageUser[]): readonly Completion[] {
  const match = /(?:^|[\s(])@([\p{L}\p{N}._-]*(?: [\p{L}\p{N}._-]+)*)$/u.exec(text.slice(0, caret));
  if (match === null) return [];
  const search = (match[1] ?? '').toLowerCase();
  const from = caret - search.length - 1;
  return users
    .filter((user) => !user.deleted && isMeant(user, search))
    .toSorted((a, b) => a.realName.localeCompare(b.realName))
    .map((user) => ({
      key: user.id,
      words: user.realName,
      description: [`@${user.name}`, user.title].filter(Boolean).join(' · '),
      text: `${text.slice(0, from)}@${user.name} ${text.slice(caret)}`,
      caret: from + user.name.length + 2,
    }));
}

/** What may be meant by what stands before the caret: a command, or a person. */
export function completionsFor(
  text: string,
  caret: number,
  commands: readonly PageCommand[],
  users: readonly PageUser[],
): readonly Completion[] {
  if (/^\/\S*$/.test(text)) return commandCompletions(text, commands).slice(0, most);
  return peopleCompletions(text, caret, users).slice(0, most);
}

/** The command that a text calls, with the rest of the text; undefined for a message. */
export function commandIn(text: string): { command: string; text: string } | undefined {
  const match = /^(\/\S+)(?:\s+([\s\S]*))?$/.exec(text);
  return match === null ? undefined : { command: match[1] ?? '', text: (match[2] ?? '').trim() };
}
