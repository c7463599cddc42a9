import { ICalCalendar } from 'ical-generator';
import { endOf } from '../leading/calendar-links.ts';
import type { Context } from '../context.ts';
import { describeError } from '../log.ts';
import type { Booking } from '../store/bookings.ts';
import type { Person } from '../store/people.ts';
import { calendarEvent } from './shown-booking.ts';

/**
 * The booking as an iCalendar file (RFC 5545), in UTC. A booking that was moved keeps its UID, and the higher sequence replaces
 * what the calendar has.
 */
export async function calendarFile(
  context: Pick<Context, 'store' | 'behaviours'>,
  booking: Booking,
  now: Date,
): Promise<string> {
  const event = await calendarEvent(context, booking);
  const calendar = new ICalCalendar({ prodId: { company: 'Firstline', product: 'Firstline', language: 'EN' } });
  calendar.createEvent({
    id: `booking-${booking.id}@${context.store.workspaceId.toLowerCase()}.firstline`,
    start: event.startsAt,
    end: endOf(event),
    summary: event.title,
    description: event.description,
    stamp: now,
    sequence: Math.floor(now.getTime() / 60_000),
  });
  return calendar.toString();
}

const withoutFiles = new WeakSet<Context>();

/** Puts the calendar file into the person's direct messages. Where that can't be, the links in the message do: logged once, never thrown. */
export async function sendCalendarFile(context: Context, person: Person, booking: Booking): Promise<void> {
  if (person.slackUserId === null) return;
  try {
    const file = Buffer.from(await calendarFile(context, booking, context.clock()));
    const opened = await context.slack.conversations.open({ users: person.slackUserId });
    const channel = opened.channel?.id;
    if (channel === undefined) return;
    await context.slack.filesUploadV2({
      channel_id: channel,
      file,
      filename: 'booking.ics',
      title: 'For your calendar',
    });
  } catch (error) {
    if (withoutFiles.has(context)) return;
    withoutFiles.add(context);
    context.log.warn(
      { error: describeError(error).kind },
      'Calendar files can’t be sent; the calendar links do without',
    );
  }
}
