/** What each side is told when a reporting line begins or ends. */
import { actions, button, section } from '../../kit/blocks.ts';
import type { RenderedMessage } from '../../kit/rendered-message.ts';
import { listLog } from '../../routes/logging.ts';
import { openTeam } from '../../routes/team.ts';
import { list } from '../../kit/text.ts';
import { named } from '../ask/ask-words.ts';
import { whoSeesWhat } from '../home/welcome.ts';

const mostNames = 10;

/** To the one who reports. */
export function lineBegun(given: {
  readonly managerName: string;
  readonly leadName: string | undefined;
  /** Who has left, where the manager is one for now. */
  readonly inPlaceOfName: string | undefined;
}): RenderedMessage {
  const manager = named(given.managerName);
  const text =
    given.inPlaceOfName === undefined
      ? `${manager} is your manager now.`
      : `${named(given.inPlaceOfName)} has left. ${manager} has your asks and is your manager for now.`;
  return {
    text,
    blocks: [
      section(
        `*${text}*\n${manager} takes over everything that’s open. Anything settled before stays with your previous manager.`,
      ),
      section(`*Who sees what*\n${whoSeesWhat(given.managerName, given.leadName)}`),
      actions('line-begun', [button(listLog, { about: 'me', page: 0 }, 'What’s stored about me')]),
    ],
  };
}

/** To the one who reported, and reports to nobody now. */
export function lineEnded(managerName: string): RenderedMessage {
  const manager = named(managerName);
  const text = `You no longer report to ${manager} here.`;
  return {
    text,
    blocks: [
      section(`*${text}*\n${manager} sees nothing new about you. They keep what they wrote.`),
      actions('line-ended', [button(openTeam, {}, 'Name my manager')]),
    ],
  };
}

/** To the new manager. */
export function linesBegun(names: readonly string[]): RenderedMessage {
  const text = `${shown(names)} ${names.length === 1 ? 'reports' : 'report'} to you now.`;
  return {
    text,
    blocks: [
      section(
        `*${text}*\nYou can see what’s open and everything from now on. Anything settled before stays with the previous manager.`,
      ),
      actions('lines-begun', [button(openTeam, {}, 'Change my team')]),
    ],
  };
}

/** To the manager before: who went where. */
export function linesEnded(
  moves: readonly { readonly names: readonly string[]; readonly toName: string | undefined }[],
): RenderedMessage {
  const words = moves.map(({ names, toName }) => {
    const who = shown(names);
    if (toName === undefined) return `${who} ${names.length === 1 ? 'doesn’t' : 'don’t'} report to you anymore.`;
    return `${who} now ${names.length === 1 ? 'reports' : 'report'} to ${named(toName)}, not to you.`;
  });
  const text = `${words.join(' ')} You keep what you wrote.`;
  return { text, blocks: [section(text)] };
}

function shown(names: readonly string[]): string {
  const rest = names.length - mostNames;
  return list([...names.slice(0, mostNames).map(named), ...(rest > 0 ? [`${rest} more`] : [])]);
}
