/** What a rep is asked in a message and answers in place: how sure they are, and whether thanks may be public. */
import type { KnownBlock, PlainTextOption } from '@slack/types';
import type { ConfidenceTopic } from '../../../behaviours/facts.ts';
import type { KeptPrivate } from '../../../acts/praise.ts';
import { actions, button, context, option, plain, quotation, section } from '../../kit/blocks.ts';
import { limits } from '../../kit/limits.ts';
import type { RenderedMessage } from '../../kit/rendered-message.ts';
import { answerConfidence, praiseInChannel, praiseOnlyMe } from '../../routes/answers.ts';
import { literal, shorten } from '../../kit/text.ts';
import { named } from '../ask/ask-words.ts';

/** The three questions of essay 004, in the order to ask them. */
const questions: Readonly<Record<ConfidenceTopic, string>> = {
  'how-we-win': 'I can say how we win.',
  'dream-clients': 'I can say who our dream clients are.',
  'our-value': 'I can say how we create value for them.',
};
const levels = ['1: not yet', '2', '3: mostly', '4', '5: in my sleep'] as const;

/** Three questions of one tap each; what was chosen stands in the message and can be changed. */
export function confidenceMessage(given: {
  readonly interaction: number;
  readonly managerName: string;
  readonly answers: readonly { readonly topic: ConfidenceTopic; readonly value: number | null }[];
}): RenderedMessage {
  const said = `${named(given.managerName)} asks, after your talk about how we win: how confident do you feel?`;
  const isDone = given.answers.every(({ value }) => value !== null);
  return {
    text: said,
    blocks: [
      section(said),
      ...given.answers.map(({ topic, value }) => questionBlock(given.interaction, topic, value)),
      context(
        `${isDone ? 'Thank you. You can change an answer here. ' : ''}Only ${named(given.managerName)} sees your answers, to know what to go through again.`,
      ),
    ],
  };
}

function questionBlock(interaction: number, topic: ConfidenceTopic, value: number | null): KnownBlock {
  const options: PlainTextOption[] = levels.map((label, index) =>
    option(answerConfidence.encode({ interaction, topic, value: index + 1 }), label),
  );
  const chosen = value === null ? undefined : options[value - 1];
  return {
    ...section(questions[topic], {
      type: 'static_select',
      action_id: answerConfidence.id,
      placeholder: plain('1 to 5', limits.placeholder),
      options,
      ...(chosen === undefined ? {} : { initial_option: chosen }),
    }),
    block_id: `confidence-${topic}`,
  };
}

/** Thanks to a rep; `asks` where it isn't known yet whether others may read them. */
export function praiseMessage(given: {
  readonly praise: number;
  readonly managerName: string;
  readonly managerShortName: string;
  readonly text: string;
  readonly place: 'private' | 'asks' | 'channel';
  /** Slack's id of the wins channel. */
  readonly channel: string | null;
}): RenderedMessage {
  const said = `${named(given.managerName)} thanks you:`;
  const where = given.channel === null ? 'the wins channel' : `<#${given.channel}>`;
  return {
    text: shorten(`${said} ${literal(shorten(given.text, 300))}`, limits.messageText),
    blocks: [
      section(said),
      quotation(given.text),
      ...(given.place === 'channel' ? [context(`It’s in ${where}, too.`)] : []),
      ...(given.place === 'asks' ? askBlocks(given.praise, given.managerShortName, where) : []),
    ],
  };
}

function askBlocks(praise: number, managerShortName: string, where: string): KnownBlock[] {
  return [
    section(`${named(managerShortName)} would like to say this in ${where}, where others can read it. OK with you?`),
    actions(`praise-${praise}`, [
      button(praiseInChannel, { praise }, 'Yes, in the channel'),
      button(praiseOnlyMe, { praise }, 'Only to me'),
    ]),
    context('I’ll ask only once. You can change this in `/firstline settings`.'),
  ];
}

/** Thanks where everybody reads them. Names, and nobody is pinged. */
export function winMessage(given: {
  readonly managerName: string;
  readonly repName: string;
  readonly text: string;
}): RenderedMessage {
  const said = `${named(given.managerName)} thanks *${named(given.repName)}*:`;
  return {
    text: shorten(
      `${named(given.managerName)} thanks ${named(given.repName)}: ${literal(given.text)}`,
      limits.messageText,
    ),
    blocks: [section(said), quotation(given.text)],
  };
}

const reasons: Readonly<Record<KeptPrivate, (rep: string) => string>> = {
  'no-channel': () => 'no wins channel is set here. An admin can choose one with `/firstline settings`.',
  'not-liked': (rep) => `${rep} would rather be thanked without others reading it.`,
  'not-posted': () => 'Slack didn’t take the message for the wins channel.',
  archived: () => 'the wins channel is archived. An admin can unarchive it, or choose another.',
  'not-in': () => 'I’m not in the wins channel. Somebody in it can invite me with `/invite`.',
  'not-found': () =>
    'I can’t find the wins channel: it’s gone, or it’s private and I’m not in it. An admin can choose another, or somebody in it can invite me with `/invite`.',
  'not-allowed': () => 'the wins channel doesn’t let me post. An admin can change who posts there, or choose another.',
};

/** Why thanks that were meant for the channel went to the rep alone. */
export function keptPrivateMessage(given: {
  readonly repShortName: string;
  readonly why: KeptPrivate;
}): RenderedMessage {
  const rep = named(given.repShortName);
  const said = `Your thanks reached ${rep} privately: ${reasons[given.why](rep)}`;
  return { text: said, blocks: [section(said)] };
}
