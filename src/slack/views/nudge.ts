import type { Button, KnownBlock } from '@slack/types';
import type { NudgeWords } from '../../behaviours/behaviour.ts';
import type { Choice } from '../../behaviours/field.ts';
import type { NudgeState } from '../../leading/nudge.ts';
import type { LocalDate } from '../../time/zoned.ts';
import { formatDate, formatDay } from '../../time/zoned.ts';
import { actions, button, confirmation, context, option, plain, section } from '../blocks.ts';
import { limits } from '../limits.ts';
import { numberedId } from '../route.ts';
import { showAsk } from '../routes/asks.ts';
import { cancelBooking, googleLink, moveBooking, openBooking, outlookLink } from '../routes/bookings.ts';
import { correctLog, openLog } from '../routes/logging.ts';
import {
  notNow,
  nudgeBadTiming,
  nudgeIsWrong,
  nudgeStopKind,
  tapNudge,
  undoAnswer,
  whyThis,
} from '../routes/nudges.ts';
import type { NotNowAnswer } from '../routes/nudges.ts';
import { endingIn, literal, shorten } from '../text.ts';
import { dealAnswerSelect } from './deal-answers.ts';

/** Names from Slack and the CRM can be very long; a nudge is read in a glance. */
const longestHeadline = 150;
const longestSentence = 400;

/** A planned time, as it is shown. */
export interface ShownBooking {
  readonly id: number;
  /** `Tue, Nov 24, 10:00 AM` by the manager's wall clock. */
  readonly when: string;
  readonly googleUrl: string;
  readonly outlookUrl: string;
}

/** A nudge with what became of it. */
export interface ShownNudge {
  readonly id: number;
  readonly words: NudgeWords;
  /** Why: the fact and its date. */
  readonly sentence: string;
  readonly state: NudgeState;
  readonly quietUntil: LocalDate | null;
  readonly today: LocalDate;
  readonly snoozeDays: number;
  /** `ride-alongs` */
  readonly nounOfMany: string;
  /** It is about a rep's ask. */
  readonly askId: number | null;
  /** The data show a deal as blocked: what can be done about it, or what was. */
  readonly idleDeal?: {
    readonly hasLead: boolean;
    /** `You’ll remove it by Tue, Nov 24.` once it was answered so; in mrkdwn. */
    readonly inHand: string | undefined;
  };
  /** Answers that are offered on the nudge itself. */
  readonly taps: readonly Choice[];
  /** This kind was passed over twice: it asks why. */
  readonly asksWhy: boolean;
  readonly booking: ShownBooking | undefined;
  readonly entry: { readonly id: number; readonly happenedOn: LocalDate } | undefined;
}

/**
 * A nudge in the message: with its buttons while it waits, else what was said, in a line.
 * @param isAside it stands in a message about something else: what is asked and why is enough
 */
export function nudgeBlocks(nudge: ShownNudge, isAside = false): KnownBlock[] {
  const { id, state, today } = nudge;
  const name = boldHeadline(nudge.words);
  const undo = button(undoAnswer, { nudge: id }, 'Undo');
  const until = nudge.quietUntil === null ? '' : formatDay(nudge.quietUntil, today);
  switch (state) {
    case 'open':
      return openBlocks(nudge, isAside);
    case 'booked':
      return bookedBlocks(nudge);
    case 'done':
      return [doneBlock(nudge)];
    case 'snoozed':
      return [section(`Later: ${endingIn(name)} Back from ${until}, if it is still due.`, undo)];
    case 'not-needed':
      return [section(`Not needed now: ${endingIn(name)} Quiet until ${until}.`, undo)];
    case 'wrong':
      return [nudge.entry === undefined ? section(`Put right: ${endingIn(name)}`, undo) : doneBlock(nudge)];
    case 'stopped':
      return [section(`Stopped: no more nudges about ${literal(nudge.nounOfMany)}. (${name})`, undo)];
    case 'untrue':
      return [context(`No longer needed: ${name}`)];
    case 'set-aside':
      return [context(`Set aside this week: ${name}`)];
    case 'ignored':
      return [
        section(
          `Passed: ${endingIn(name)}`,
          nudge.askId === null
            ? button(openLog, { nudge: id }, 'Did it')
            : button(showAsk, { ask: nudge.askId }, 'Open the ask'),
        ),
      ];
  }
}

function openBlocks(nudge: ShownNudge, isAside: boolean): KnownBlock[] {
  const { id, words, sentence, snoozeDays, nounOfMany } = nudge;
  const choice = (answer: NotNowAnswer, label: string, description?: string) =>
    option(notNow.encode({ nudge: id, answer }), label, description);
  return [
    section(`${boldHeadline(words)}\n${literal(shorten(sentence, longestSentence))}`),
    ...(isAside ? [] : [section(`${literal(shorten(words.act, longestSentence))}\n${quoted(words.openingLine)}`)]),
    ...whyBlocks(nudge),
    actions(`nudge-${id}`, [
      ...answerButtons(nudge),
      ...(nudge.idleDeal === undefined ? [] : [dealAnswerSelect(id, nudge.idleDeal.hasLead)]),
      {
        type: 'static_select',
        action_id: notNow.id,
        placeholder: plain('Not now', limits.placeholder),
        options: [
          choice('snooze', `Snooze ${snoozeDays} days`),
          choice('not-this-week', 'Not this week'),
          choice('not-needed', 'Not needed'),
          choice('wrong', 'This is wrong'),
          choice('stop', 'Stop this kind', `No more nudges about ${nounOfMany}`),
        ],
      },
      button(whyThis, { nudge: id }, 'Why this?'),
    ]),
  ];
}

/** The act itself: in one tap where that is enough, in the ask where there is one, else by a date or the log. */
function answerButtons({ id, askId, taps }: ShownNudge): Button[] {
  if (taps.length > 0)
    return taps.map(({ value, label }, index) => ({
      ...button(tapNudge, { nudge: id, value }, label),
      action_id: numberedId(tapNudge, index),
    }));
  if (askId !== null) return [button(showAsk, { ask: askId }, 'Open the ask', { style: 'primary' })];
  return [
    button(openBooking, { nudge: id }, 'Book it', { style: 'primary' }),
    button(openLog, { nudge: id }, 'Did it'),
  ];
}

/** Product rule: passed over twice in a row, the next one asks. */
function whyBlocks({ id, asksWhy }: ShownNudge): KnownBlock[] {
  if (!asksWhy) return [];
  return [
    context('You passed over this kind twice. What is it?'),
    actions(`why-${id}`, [
      button(nudgeIsWrong, { nudge: id }, 'It is wrong'),
      button(nudgeBadTiming, { nudge: id }, 'Bad timing'),
      button(nudgeStopKind, { nudge: id }, 'Stop this kind'),
    ]),
  ];
}

function bookedBlocks({ id, words, booking }: ShownNudge): KnownBlock[] {
  const name = boldHeadline(words);
  if (booking === undefined) return [section(`Booked: ${endingIn(name)}`, button(openLog, { nudge: id }, 'Did it'))];
  return [
    section(`Booked: ${name}, ${booking.when}.`),
    actions(`booking-${booking.id}`, [
      ...calendarButtons(booking),
      button(openLog, { nudge: id, booking: booking.id }, 'Did it'),
      ...bookingButtons(booking),
    ]),
  ];
}

/** Links that open the manager's own calendar with the appointment filled in. */
export function calendarButtons({ googleUrl, outlookUrl }: ShownBooking) {
  return [
    button(googleLink, {}, 'Add to Google Calendar', { url: googleUrl }),
    button(outlookLink, {}, 'Add to Outlook', { url: outlookUrl }),
  ];
}

function bookingButtons({ id }: ShownBooking) {
  const confirm = confirmation(
    'Cancel this booking?',
    'The nudge is open again. Your calendar keeps its entry.',
    'Cancel it',
  );
  return [
    button(moveBooking, { booking: id }, 'Move'),
    button(cancelBooking, { booking: id }, 'Cancel booking', { confirm }),
  ];
}

function doneBlock({ words, entry, idleDeal, today }: ShownNudge): KnownBlock {
  const name = boldHeadline(words);
  if (entry === undefined && idleDeal?.inHand !== undefined)
    return section(`In hand: ${endingIn(name)} ${idleDeal.inHand}`);
  if (entry === undefined) return section(`Done: ${endingIn(name)}`);
  const when = entry.happenedOn === today ? 'today' : formatDate(entry.happenedOn, today);
  return section(`Done: ${name}, ${when}.`, button(correctLog, { interaction: entry.id }, 'Correct'));
}

function boldHeadline({ headline }: NudgeWords): string {
  return `*${literal(shorten(headline, longestHeadline))}*`;
}

function quoted(text: string): string {
  return literal(shorten(text, longestSentence))
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
}
