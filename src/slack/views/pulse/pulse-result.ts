/** What a team says together, to whom it concerns. */
import type { KnownBlock, ModalView } from '@slack/types';
import type { Picture } from '../../../pictures/picture.ts';
import type { PulseResult } from '../../../leading/pulse.ts';
import { pulseStatements } from '../../../leading/pulse.ts';
import { formatDate } from '../../../time/zoned.ts';
import type { LocalDate } from '../../../time/zoned.ts';
import { actions, button, context, header, plain, quotation, section } from '../../kit/blocks.ts';
import { limits } from '../../kit/limits.ts';
import type { RenderedMessage } from '../../kit/rendered-message.ts';
import { openLog } from '../../routes/logging.ts';
import { nextSentences, readSentences, sentencesBefore } from '../../routes/pulse.ts';
import { firstName, list, literal } from '../../kit/text.ts';
import { named } from '../ask/ask-words.ts';
import { changeWords, pointsWords, teamNames, topics, whyNothing } from './pulse-words.ts';
import type { PulseWhom } from './pulse-words.ts';

const behaviour = 'trust-pulse';
export const answerResultLabel = 'Say what I heard';
const sentencesInMessage = 8;
const sentencesOnAPage = 20;

export interface PulseResultShown {
  readonly pulse: number;
  readonly whom: PulseWhom;
  /** Undefined where too few answered, or the answers were lost. */
  readonly result: PulseResult | undefined;
  /** Nothing could open the answers at the close. */
  readonly isLost: boolean;
  /** The result before, of the same people's teams. */
  readonly before: PulseResult | undefined;
  readonly answeredOn: LocalDate | null;
  /** The reader is who says what comes of it. */
  readonly isLeader: boolean;
  readonly today: LocalDate;
}

/** The result, once: to the leader, and to the managers whose teams answered together. */
export function pulseResultMessage(given: PulseResultShown, picture?: Picture): RenderedMessage {
  const { result, whom } = given;
  if (result === undefined) return hidden(given);
  const said = `${titleOf(whom)}: ${list(result.statements.map(({ id, points }) => `${topics[id].toLowerCase()} ${pointsWords(points)}`))}.`;
  const facts = [header(titleOf(whom)), ...together(whom), section(statementLines(given, result).join('\n\n'))];
  return {
    text: given.isLeader && given.answeredOn === null ? `${said} Now they’re waiting to hear from you.` : said,
    blocks: [...facts, ...sentenceBlocks(given.pulse, result.sentences), ...whatNext(given), explanation],
    ...(picture === undefined ? {} : { picture: { picture, before: facts.length } }),
  };
}

function hidden({ whom, isLost }: PulseResultShown): RenderedMessage {
  const said = whyNothing(whom, isLost);
  return {
    text: `${titleOf(whom)}: ${said}`,
    blocks: [
      header(titleOf(whom)),
      ...together(whom),
      section(said),
      context(
        isLost
          ? 'This says nothing about you or how many answered. Whoever runs Firstline can find the reason in its log. The next one comes by itself.'
          : 'This says nothing about you: weeks are full, and answering is optional. The next one comes by itself.',
      ),
    ],
  };
}

function titleOf({ pooledNames }: PulseWhom): string {
  return pooledNames.length === 0 ? 'What your team says' : 'What these teams say';
}

function together({ pooledNames }: PulseWhom): KnownBlock[] {
  return pooledNames.length === 0 ? [] : [section(`The teams of ${teamNames(pooledNames)}, together.`)];
}

/** `*3.5 of 5*, up from 3` under each statement, in mrkdwn. */
function statementLines({ before }: Pick<PulseResultShown, 'before'>, result: PulseResult): string[] {
  return result.statements.map(({ id, points }) => {
    const words = pulseStatements.find((statement) => statement.id === id)?.words ?? id;
    const earlier = before?.statements.find((statement) => statement.id === id)?.points;
    return `${literal(words)}\n*${pointsWords(points)}*${changeWords(points, earlier)}`;
  });
}

function sentenceBlocks(pulse: number, sentences: readonly string[]): KnownBlock[] {
  if (sentences.length === 0) return [];
  const shown = sentences.slice(0, sentencesInMessage);
  const rest = actions(`sentences-${pulse}`, [button(readSentences, { pulse, page: 0 }, 'Read them all')]);
  return [
    section('*In their words, shuffled*'),
    ...shown.map(quotation),
    ...(shown.length < sentences.length ? [rest] : []),
  ];
}

function whatNext(given: PulseResultShown): KnownBlock[] {
  const { whom, isLeader, answeredOn, today } = given;
  const who = whom.pooledNames.length === 0 ? 'your team' : 'the teams';
  if (isLeader && answeredOn === null)
    return [
      section(`Tell ${who} what you heard, in your own words, and one thing you’ll do. They get it as your promise.`),
      actions(`result-${given.pulse}`, [
        button(openLog, { behaviour, only: true }, answerResultLabel, { style: 'primary' }),
      ]),
    ];
  if (isLeader)
    return answeredOn === null
      ? []
      : [section(`You told ${who} on ${formatDate(answeredOn, today)} what you heard and what you’ll do.`)];
  const first = named(firstName({ name: whom.leaderName, shortName: whom.leaderShortName }));
  const told =
    answeredOn === null
      ? `${first} will tell the teams what they heard and what they’ll do.`
      : `${first} told the teams on ${formatDate(answeredOn, today)} what they heard and what they’ll do.`;
  return [section(told)];
}

const explanation = context(
  '1 is “strongly disagree”, 5 is “strongly agree”. Averages are in half points. When people joined or left, I don’t show a change of half a point, since it could be one person’s. I never show how many answered. The next pulse waits for your answer to this one.',
);

/** A page of the sentences of a result; it is opened only where there were any. */
export function sentencesView(given: {
  readonly pulse: number;
  readonly sentences: readonly string[];
  /** From 0; one past the end shows the last. */
  readonly page: number;
}): ModalView {
  const { pulse, sentences } = given;
  const last = Math.max(0, Math.ceil(sentences.length / sentencesOnAPage) - 1);
  const page = Math.min(given.page, last);
  const turning = [
    ...(page > 0 ? [button(sentencesBefore, { pulse, page: page - 1 }, 'Back')] : []),
    ...(page < last ? [button(nextSentences, { pulse, page: page + 1 }, 'More')] : []),
  ];
  return {
    type: 'modal',
    callback_id: readSentences.id,
    private_metadata: readSentences.encode({ pulse, page }),
    title: plain('In their words', limits.modalTitle),
    close: plain('Done', limits.modalButton),
    blocks: [
      sentences.length === 0
        ? section('These comments are gone: words this old are erased here. The averages stay.')
        : context('Word for word, in random order.'),
      ...sentences.slice(page * sentencesOnAPage, (page + 1) * sentencesOnAPage).map(quotation),
      ...(turning.length === 0 ? [] : [actions('turning', turning)]),
    ],
  };
}
