import { ICalCalendar } from 'ical-generator';
import { endOf } from '../../leading/calendar-links.ts';
import { dayOf } from '../../acts/own.ts';
import type { Context } from '../../context.ts';
import { comparableName } from '../../leading/full-name.ts';
import { describeError } from '../../log.ts';
import type { Booking } from '../../store/bookings.ts';
import { findPerson } from '../../store/people.ts';
import type { Person } from '../../store/people.ts';
import { localDateOf } from '../../time/zoned.ts';
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

/** `check-in-priya-nair-2026-11-24.ics`: in letters that every mail program and disk takes. */
async function fileName({ store, behaviours }: Context, person: Person, booking: Booking): Promise<string> {
  const { calendar } = await dayOf(store, person, booking.startsAt);
  const behaviour = behaviours.find(({ id }) => id === booking.behaviour)?.name ?? 'booking';
  const rep = booking.repId === null ? undefined : await findPerson(store, booking.repId);
  const words = [behaviour, rep?.name ?? '', localDateOf(booking.startsAt, calendar.timeZone)].map(asciiWords);
  return `${words.filter((word) => word !== '').join('-')}.ics`;
}

/** Letters and digits with hyphens between them; what has no plain letters is left out. */
function asciiWords(text: string): string {
  return comparableName(text)
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^-|-$/gu, '')
    .slice(0, longestPart);
}

const longestPart = 40;

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
      filename: await fileName(context, person, booking),
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
