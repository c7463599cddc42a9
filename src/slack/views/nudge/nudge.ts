import type { KnownBlock } from '@slack/types';
import { actions, button, option, plain, section } from '../../kit/blocks.ts';
import { limits } from '../../kit/limits.ts';
import { notNow, nudgeBadTiming, nudgeIsWrong, nudgeStopKind, whyThis } from '../../routes/nudges.ts';
import type { NotNowAnswer } from '../../routes/nudges.ts';
import { literal, shorten } from '../../kit/text.ts';
import { dealAnswerSelect } from '../log/deal-answers.ts';
import { answeredBlocks } from './nudge-answered.ts';
import { boldHeadline, nudgeButtons } from './shown-nudge.ts';
import type { ShownNudge } from './shown-nudge.ts';

export type { ShownBooking, ShownNudge } from './shown-nudge.ts';

const longestSentence = 400;

/** Where a nudge stands: in a message of nudges, on the Home tab, or beside something else in a message. */
export type NudgePlace = 'message' | 'home' | 'aside';

/** A nudge with its buttons while it waits; else what became of it, in a line. Only a message has the act and the words to begin with. */
export function nudgeBlocks(nudge: ShownNudge, place: NudgePlace = 'message'): KnownBlock[] {
  return nudge.state === 'open' ? openBlocks(nudge, place) : answeredBlocks(nudge);
}

function openBlocks(nudge: ShownNudge, place: NudgePlace): KnownBlock[] {
  const { id, sentence } = nudge;
  const what = section(`${boldHeadline(nudge)}\n${literal(shorten(sentence, longestSentence))}`);
  if (nudge.asksWhy && place === 'message') return [what, ...questionBlocks(nudge)];
  return [
    what,
    ...(place === 'message' ? [section(wordsToBegin(nudge))] : []),
    actions(`nudge-${id}`, [
      ...nudgeButtons(nudge),
      ...(nudge.idleDeal === undefined ? [] : [dealAnswerSelect(id, nudge.idleDeal.hasLead)]),
      notNowSelect(nudge),
      button(whyThis, { nudge: id }, 'Why?'),
    ]),
  ];
}

/** No answer twice in a row: in the place of the act, one question. What has buttons of its own keeps them. */
function questionBlocks(nudge: ShownNudge): KnownBlock[] {
  const { id, thing, taps } = nudge;
  return [
    section('No answer twice. Should I change something?'),
    actions(`nudge-${id}`, [
      ...(thing === undefined && taps.length === 0 ? [] : nudgeButtons(nudge)),
      button(nudgeIsWrong, { nudge: id }, 'It’s wrong'),
      button(nudgeBadTiming, { nudge: id }, 'Bad timing'),
      button(nudgeStopKind, { nudge: id }, 'Stop these'),
    ]),
  ];
}

function notNowSelect({ id, snoozeDays }: ShownNudge) {
  const choice = (answer: NotNowAnswer, label: string, description?: string) =>
    option(notNow.encode({ nudge: id, answer }), label, description);
  return {
    type: 'static_select' as const,
    action_id: notNow.id,
    placeholder: plain('Not now', limits.placeholder),
    options: [
      choice('snooze', snoozeDays === 1 ? 'Snooze a day' : `Snooze ${snoozeDays} days`),
      choice('not-this-week', 'Not this week'),
      choice('not-needed', 'Not needed'),
      choice('wrong', 'This is wrong'),
      choice('stop', 'Stop these', 'You won’t be asked this again'),
    ],
  };
}

/** The act in a line, unless the buttons of what it is about say it; and how to begin. */
function wordsToBegin({ words, thing }: ShownNudge): string {
  const act = literal(shorten(words.act, longestSentence));
  return thing === undefined ? `${act}\n${quoted(words.openingLine)}` : quoted(words.openingLine);
}

function quoted(text: string): string {
  return literal(shorten(text, longestSentence))
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
}
