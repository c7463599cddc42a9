/** What became of a nudge, in a line: as true in the last message as in the oldest. */
import type { KnownBlock } from '@slack/types';
import { formatDate } from '../../../time/zoned.ts';
import { actions, button, confirmation, context, section } from '../../kit/blocks.ts';
import { cancelBooking, googleLink, moveBooking, outlookLink } from '../../routes/bookings.ts';
import { correctLog, openLog } from '../../routes/logging.ts';
import { undoAnswer } from '../../routes/nudges.ts';
import { reopenPromise, uncreditIdea } from '../../routes/things.ts';
import { literal } from '../../kit/text.ts';
import { boldHeadline, nudgeButtons, untilWords } from './shown-nudge.ts';
import type { ShownBooking, ShownNudge } from './shown-nudge.ts';

/** A line, with what can still be said. */
export function answeredBlocks(nudge: ShownNudge): KnownBlock[] {
  const { id, state, quietUntil, today } = nudge;
  const name = boldHeadline(nudge);
  const undo = button(undoAnswer, { nudge: id }, 'Undo');
  const until = untilWords(nudge);
  const isBack = quietUntil !== null && quietUntil <= today;
  switch (state) {
    case 'open':
    case 'ignored':
      return ignoredBlocks(nudge);
    case 'booked':
      return bookedBlocks(nudge);
    case 'done':
      return [doneBlock(nudge)];
    case 'snoozed':
      if (isBack) return [section(`I’ll bring it up again: ${ended(name)}`)];
      return [section(`Later: ${ended(name)} Back ${until} if it’s still due.`, undo)];
    case 'not-needed':
      return [
        section(`Not needed: ${ended(name)}${isBack ? '' : ` Quiet until ${until}.`}`, isBack ? undefined : undo),
      ];
    case 'wrong':
      return [nudge.entry === undefined ? section(`Fixed: ${ended(name)}`, undo) : doneBlock(nudge)];
    case 'stopped':
      return [section(`Stopped: you won’t be asked this again. (${name})`, undo)];
    case 'untrue':
      return [context(`${nudge.ended?.label ?? 'No longer due'}: ${ended(name)}`)];
    case 'set-aside':
      return [context(`Set aside: ${ended(name)}`)];
  }
}

/** It was left without an answer, and can still get one. */
function ignoredBlocks(nudge: ShownNudge): KnownBlock[] {
  const said = `No answer: ${ended(boldHeadline(nudge))}`;
  if (nudge.thing === undefined && nudge.taps.length === 0)
    return [section(said, button(openLog, { nudge: nudge.id }, 'Done'))];
  return [section(said), actions(`nudge-${nudge.id}`, nudgeButtons(nudge))];
}

function bookedBlocks(nudge: ShownNudge): KnownBlock[] {
  const { id, booking } = nudge;
  const name = boldHeadline(nudge);
  if (booking === undefined) return [section(`Booked: ${ended(name)}`, button(openLog, { nudge: id }, 'Done'))];
  return [
    section(`Booked: ${name}, ${booking.when}.`),
    actions(`booking-${booking.id}`, [
      ...calendarButtons(booking),
      button(openLog, { nudge: id, booking: booking.id }, 'Done'),
      ...bookingButtons(booking),
    ]),
  ];
}

/** Links that open the manager's own calendar with the appointment filled in. */
export function calendarButtons({ googleUrl, outlookUrl }: ShownBooking) {
  return [
    button(googleLink, {}, 'Google Calendar', { url: googleUrl }),
    button(outlookLink, {}, 'Outlook', { url: outlookUrl }),
  ];
}

function bookingButtons({ id }: ShownBooking) {
  const confirm = confirmation(
    'Cancel this booking?',
    'I’ll ask again. Your calendar keeps the appointment.',
    'Cancel it',
  );
  return [
    button(moveBooking, { booking: id }, 'Move'),
    button(cancelBooking, { booking: id }, 'Cancel booking', { confirm }),
  ];
}

function doneBlock(nudge: ShownNudge): KnownBlock {
  const { entry, idleDeal, today } = nudge;
  const name = boldHeadline(nudge);
  if (nudge.ended !== undefined) return endedBlock(nudge, nudge.ended);
  if (entry === undefined && idleDeal?.inHand !== undefined)
    return section(`In hand: ${ended(name)} ${idleDeal.inHand}`);
  if (entry === undefined) return section(`Done: ${ended(name)}`);
  const correct = button(correctLog, { interaction: entry.id }, 'Change');
  if (entry.answer !== undefined) return section(`Answered: ${ended(literal(entry.answer))}`, correct);
  const when = entry.happenedOn === today ? 'today' : formatDate(entry.happenedOn, today);
  return section(`Done: ${name}, ${when}.`, correct);
}

function endedBlock(nudge: ShownNudge, { label, undo }: NonNullable<ShownNudge['ended']>): KnownBlock {
  const said = `${label}: ${ended(boldHeadline(nudge))}`;
  const { thing } = nudge;
  if (undo === 'promise' && thing !== undefined)
    return section(said, button(reopenPromise, { promise: thing.id }, 'Undo'));
  if (undo === 'idea' && thing !== undefined) return section(said, button(uncreditIdea, { idea: thing.id }, 'Undo'));
  return section(said);
}

/** With a full stop, where nothing else ends it. */
function ended(words: string): string {
  return /[.?!…”]\*?$/u.test(words) ? words : `${words}.`;
}
