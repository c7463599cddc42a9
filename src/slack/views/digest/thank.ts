import { context, button, section } from '../../kit/blocks.ts';
import type { RenderedMessage } from '../../kit/rendered-message.ts';
import { openLog } from '../../routes/logging.ts';
import { literal } from '../../kit/text.ts';
import { named } from '../ask/ask-words.ts';

export interface Thankable {
  readonly id: number;
  readonly name: string;
  /** What for; undefined where nothing stands out. */
  readonly why: string | undefined;
  /** How the thanks could begin. */
  readonly draft: string | undefined;
}

export interface ToThank {
  /** Somebody reports to the reader. */
  readonly isLeader: boolean;
  readonly managers: readonly Thankable[];
  readonly reps: readonly Thankable[];
}

const mostRows = 10;

/** Who deserves thanks, each with what they did and one button. */
export function whoToThank({ isLeader, managers, reps }: ToThank): RenderedMessage {
  if (!isLeader) return only('Thanks go to people who report to you, and nobody does yet.');
  const rows = [
    ...managers.filter(({ why }) => why !== undefined).map((person) => row('thank-manager', person)),
    ...reps.map((person) => row('recognition', person)),
  ];
  const hint = 'Or type `/firstline thank @name` and why.';
  if (rows.length === 0)
    return only(`No one stands out this week. You can still thank someone: type \`/firstline thank @name\` and why.`);
  return {
    text: 'Who deserves thanks.',
    blocks: [section('*Who deserves thanks*'), ...rows.slice(0, mostRows), context(hint)],
  };
}

function row(behaviour: string, { id, name, why, draft }: Thankable) {
  const text = draft === undefined ? {} : { text: draft };
  return section(
    `*${named(name)}*\n${literal(why ?? '')}`,
    button(openLog, { behaviour, only: true, rep: id, ...text }, 'Thank'),
  );
}

function only(text: string): RenderedMessage {
  return { text, blocks: [section(text)] };
}
