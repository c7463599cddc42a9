/** What each side is told when a reporting line begins or ends. */
import { actions, button, section } from '../blocks.ts';
import type { RenderedMessage } from '../messages/message.ts';
import { listLog } from '../routes/logging.ts';
import { openTeam } from '../routes/team.ts';
import { list } from '../text.ts';
import { named } from './ask-words.ts';
import { whoSeesWhat } from './welcome.ts';

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
        `*${text}*\nWhat you have open goes on with ${manager}. What was settled before stays with whoever was your manager then.`,
      ),
      section(`*Who sees what*\n${whoSeesWhat(given.managerName, given.leadName)}`),
      actions('line-begun', [button(listLog, { about: 'me', page: 0 }, 'What is stored about me')]),
    ],
  };
}

/** To the one who reported, and reports to nobody now. */
export function lineEnded(managerName: string): RenderedMessage {
  const manager = named(managerName);
  const text = `You don’t report to ${manager} here any more.`;
  return {
    text,
    blocks: [
      section(`*${text}*\n${manager} sees nothing new of you. What they wrote stays theirs.`),
      actions('line-ended', [button(openTeam, {}, 'Say whom I report to')]),
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
        `*${text}*\nYou see what is open and what comes from now on. What was settled before stays with whoever was the manager then.`,
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
    if (toName === undefined) return `${who} ${names.length === 1 ? 'doesn’t' : 'don’t'} report to you any more.`;
    return `${who} now ${names.length === 1 ? 'reports' : 'report'} to ${named(toName)}, not to you.`;
  });
  const text = `${words.join(' ')} What you wrote stays yours.`;
  return { text, blocks: [section(text)] };
}

function shown(names: readonly string[]): string {
  const rest = names.length - mostNames;
  return list([...names.slice(0, mostNames).map(named), ...(rest > 0 ? [`${rest} more`] : [])]);
}
