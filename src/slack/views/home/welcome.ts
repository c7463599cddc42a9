import { actions, button, context, section } from '../../kit/blocks.ts';
import type { RenderedMessage } from '../../kit/rendered-message.ts';
import { openAsk } from '../../routes/asks.ts';
import { listLog } from '../../routes/logging.ts';
import { firstName } from '../../kit/text.ts';
import { named } from '../ask/ask-words.ts';

/** Who sees what of somebody who reports to a manager, in the words of that person. In mrkdwn. */
export function whoSeesWhat(managerName: string, leadName: string | undefined): string {
  const [manager, lead] = shortly(managerName, leadName);
  return [
    `You and ${manager} both see when you talked. You read notes once ${manager} shares them.`,
    `${lead ?? `${manager}’s lead`} sees counts, never words, and asks only once they go up.`,
    'A stand-in sees only the asks they hold. No one else reads any of it.',
  ].join(' ');
}

/** By first names, where those tell the two apart. */
function shortly(managerName: string, leadName: string | undefined): [string, string | undefined] {
  const [manager, lead] = [managerName, leadName].map((name) => name && firstName({ name }));
  const isClear = manager !== lead && managerName !== leadName;
  return isClear
    ? [named(manager ?? managerName), lead && named(lead)]
    : [named(managerName), leadName && named(leadName)];
}

interface Welcomed {
  readonly firstName: string;
  readonly managerName: string;
  readonly leadName: string | undefined;
  /** Has reps too, and so gets a plan. */
  readonly isManager: boolean;
  /** Got other messages before, and needs no introduction. */
  readonly isKnown: boolean;
}

/** Told once to somebody who reports to a manager: what this is and who sees what. */
export function welcomeMessage(given: Welcomed): RenderedMessage {
  const [manager] = shortly(given.managerName, given.leadName);
  const hello = greeting(given);
  return {
    text: `${hello} Type /ask when you need something.`,
    blocks: [
      section(hello),
      section(
        `Need help, a discount or a deal unblocked? Type \`/ask\` and say what. ${manager} gets it right away, and you’ll hear at every step.`,
      ),
      section(`*Who sees what*\n${whoSeesWhat(given.managerName, given.leadName)}`),
      actions('welcome', [
        button(listLog, { about: 'me', page: 0 }, 'What’s stored about me'),
        button(openAsk, {}, 'Ask for something'),
      ]),
      ...(given.isManager
        ? []
        : [context('No reminders for you: only answers, news, and an occasional optional question.')]),
    ],
  };
}

function greeting({ firstName: first, managerName, isManager, isKnown }: Welcomed): string {
  const name = named(first);
  const helps = `I help ${named(managerName)} make time for you and answer what you ask for.`;
  if (isKnown) return isManager ? `I’m here for you, too, ${name}: ${helps}` : `A word on what I do, ${name}: ${helps}`;
  const hello = `Hello ${name}. I’m Firstline.`;
  return isManager
    ? `${hello} I help you make time for your people. I’m here for you, too: ${helps}`
    : `${hello} ${helps}`;
}
