import { actions, button, context, section } from '../blocks.ts';
import type { RenderedMessage } from '../messages/message.ts';
import { openAsk } from '../routes/asks.ts';
import { listLog } from '../routes/logging.ts';
import { named } from './ask-words.ts';

/** Who sees what of somebody who reports to a manager, in the words of that person. In mrkdwn. */
export function whoSeesWhat(managerName: string, leadName: string | undefined): string {
  const manager = named(managerName);
  const lead = leadName === undefined ? `Whoever leads ${manager}` : named(leadName);
  return [
    `You and ${manager} can both see when you talked.`,
    `Notes that ${manager} shares with you are for the two of you; private notes only ${manager} can read.`,
    `${lead} sees numbers only, and an ask once it goes up to them.`,
    `If someone stands in while ${manager} is away, they see an ask only while they have it.`,
    'No one else reads any of it.',
  ].join(' ');
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
  const manager = named(given.managerName);
  const hello = greeting(given);
  return {
    text: `${hello} You can ask with /ask, and see what is stored about you.`,
    blocks: [
      section(hello),
      section(
        `When you need help, an exception, a resource, training or a deal unblocked, type \`/ask\` and say what. ${manager} gets it at once, and you hear of every step.`,
      ),
      section(`*Who sees what*\n${whoSeesWhat(given.managerName, given.leadName)}`),
      actions('welcome', [
        button(listLog, { about: 'me', page: 0 }, 'What’s stored about me'),
        button(openAsk, {}, 'Ask for something'),
      ]),
      ...(given.isManager
        ? []
        : [
            context(
              'You get no reminders from me: answers to what you ask, news of what was said to you and promised, and now and then a question that you may leave.',
            ),
          ]),
    ],
  };
}

function greeting({ firstName, managerName, isManager, isKnown }: Welcomed): string {
  const name = named(firstName);
  const helps = `${named(managerName)} to make time for you, and to answer what you ask for.`;
  if (isKnown)
    return isManager
      ? `There is a side of this for yourself, too, ${name}: I help ${helps}`
      : `A word on what I do here, ${name}: I help ${helps}`;
  const hello = `Hello ${name}. I’m Firstline.`;
  return isManager ? `${hello} I help you to make time for your people, and ${helps}` : `${hello} I help ${helps}`;
}
