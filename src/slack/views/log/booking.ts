import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import { mostMinutes } from '../../../acts/check-entry.ts';
import type { BookingId, NudgeId } from '../../../behaviours/ids.ts';
import type { LocalDate, LocalTime } from '../../../time/zoned.ts';
import { actions, button, context, plain, section } from '../../kit/blocks.ts';
import { inputActionId, inputBlock, numberInput } from '../../kit/form.ts';
import { limits } from '../../kit/limits.ts';
import type { RenderedMessage } from '../../kit/rendered-message.ts';
import { didNotHappen, moveBooking, saveBooking } from '../../routes/bookings.ts';
import type { BookingOpening } from '../../routes/bookings.ts';
import { openLog } from '../../routes/logging.ts';
import { literal, shorten } from '../../kit/text.ts';
import { calendarButtons } from '../nudge/nudge-answered.ts';
import type { ShownBooking } from '../nudge/nudge.ts';
import { daySchema } from '../../kit/day-schema.ts';

/** Longer names are shortened; a message is read in a glance. */
const longestName = 300;

/** A date and a time, both needed: a date alone moves nobody (Milkman et al., PNAS 2011). */
export function bookingView(given: {
  readonly carried: BookingOpening;
  /** `Ride-along with Priya Nair` */
  readonly what: string;
  readonly date: LocalDate;
  readonly time: LocalTime;
  readonly minutes: number;
}): ModalView {
  const isMove = given.carried.booking !== undefined;
  return {
    type: 'modal',
    callback_id: saveBooking.id,
    private_metadata: saveBooking.encode(given.carried),
    title: plain(isMove ? 'Move it' : 'Book it', limits.modalTitle),
    submit: plain(isMove ? 'Move it' : 'Book it', limits.modalButton),
    close: plain('Cancel', limits.modalButton),
    blocks: [
      section(`*${literal(given.what)}*`),
      inputBlock(
        { id: 'date', label: 'Which day?' },
        { type: 'datepicker', action_id: inputActionId, initial_date: given.date },
      ),
      inputBlock(
        { id: 'time', label: 'What time?' },
        { type: 'timepicker', action_id: inputActionId, initial_time: given.time },
      ),
      inputBlock(
        { id: 'minutes', label: 'For how many minutes?' },
        numberInput({ minimum: 1, maximum: mostMinutes }, given.minutes),
      ),
      context('In your time zone. You’ll get calendar links, and I’ll ask how it went.'),
    ],
  };
}

/** The booking is made, with the ways into a calendar. */
export function bookedView(what: string, booking: ShownBooking): ModalView {
  return {
    type: 'modal',
    title: plain('Booked', limits.modalTitle),
    close: plain('Close', limits.modalButton),
    blocks: [
      section(`*${literal(what)}*, ${booking.when}.`),
      actions(`booking-${booking.id}`, calendarButtons(booking)),
      context('I’ll ask how it went.'),
    ],
  };
}

/** What the form says, once read. */
export const bookingSchema = z.object({
  date: daySchema(),
  time: z.string('Choose a time.'),
  minutes: z
    .string(`Enter a whole number from 1 to ${mostMinutes}.`)
    .regex(/^\d{1,4}$/u, `Enter a whole number from 1 to ${mostMinutes}.`)
    .transform(Number),
});

/** How a booking stands when it is asked about. */
export interface FollowUp {
  readonly bookingId: BookingId;
  readonly nudgeId: NudgeId | null;
  /** The behaviour's question, with the name in it. */
  readonly question: string;
  /** The short own words of what was agreed, where it came out of that. */
  readonly subject?: string | undefined;
  /** `Ride-along with Priya Nair` */
  readonly what: string;
  /** `Tue, Nov 24, 10:00 AM` */
  readonly when: string;
  readonly state: 'passed' | 'happened' | 'dropped' | 'ahead';
}

/** Asks how a booked act went, or says what became of it. */
export function followUpMessage(followUp: FollowUp): RenderedMessage {
  const { bookingId, state, when } = followUp;
  const what = literal(shorten(followUp.what, longestName));
  const question = literal(shorten(followUp.question, longestName));
  const move = button(moveBooking, { booking: bookingId }, 'Book another time');
  switch (state) {
    case 'passed': {
      const opening = { booking: bookingId, ...(followUp.nudgeId === null ? {} : { nudge: followUp.nudgeId }) };
      const blocks: KnownBlock[] = [
        section(`${question} It was booked for ${when}.${subjectLine(followUp.subject)}`),
        actions(`booking-${bookingId}`, [
          button(openLog, opening, 'Done', { style: 'primary' }),
          button(didNotHappen, { booking: bookingId }, 'It didn’t happen'),
          button(moveBooking, { booking: bookingId }, 'Move'),
        ]),
      ];
      return { text: question, blocks };
    }
    case 'happened':
      return said(`Logged: ${what}, booked for ${when}.`);
    case 'dropped':
      return {
        ...said(`${what} didn’t happen on ${when}. I’ll bring it up again.`),
        blocks: [section(`${what} didn’t happen on ${when}. I’ll bring it up again.`, move)],
      };
    case 'ahead':
      return said(`Moved: ${what} is on ${when} now.`);
  }
}

function subjectLine(subject: string | undefined): string {
  return subject === undefined ? '' : `\n> ${literal(subject)}`;
}

function said(text: string): RenderedMessage {
  return { text, blocks: [section(text)] };
}
