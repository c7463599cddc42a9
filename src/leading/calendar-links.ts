/** An appointment for somebody's calendar. */
export interface CalendarEvent {
  readonly title: string;
  readonly description: string;
  readonly startsAt: Date;
  readonly minutes: number;
}

export function endOf({ startsAt, minutes }: Pick<CalendarEvent, 'startsAt' | 'minutes'>): Date {
  return new Date(startsAt.getTime() + minutes * 60_000);
}

/**
 * Opens a filled-in event in Google Calendar. Google's "event publisher guide": action, text, dates (both in UTC, with a Z),
 * details.
 */
export function googleCalendarUrl(event: CalendarEvent): string {
  const dates = `${compact(event.startsAt)}/${compact(endOf(event))}`;
  const query = { action: 'TEMPLATE', text: event.title, dates, details: event.description };
  return `https://calendar.google.com/calendar/render?${encode(query)}`;
}

/**
 * Opens a filled-in event in Outlook on the web for work accounts. Microsoft documents no such link; these parameters are the
 * ones in general use (InteractionDesignFoundation/add-event-to-calendar-docs).
 */
export function outlookUrl(event: CalendarEvent): string {
  const query = {
    path: '/calendar/action/compose',
    rru: 'addevent',
    subject: event.title,
    startdt: withoutMilliseconds(event.startsAt),
    enddt: withoutMilliseconds(endOf(event)),
    body: event.description,
  };
  return `https://outlook.office.com/calendar/deeplink/compose?${encode(query)}`;
}

/** `20261124T090000Z`. */
function compact(instant: Date): string {
  return withoutMilliseconds(instant).replace(/[-:]/gu, '');
}

/** `2026-11-24T09:00:00Z`. */
function withoutMilliseconds(instant: Date): string {
  return `${instant.toISOString().slice(0, 19)}Z`;
}

/** Percent-encoded: Outlook shows the + of form encoding as it is. */
function encode(query: Readonly<Record<string, string>>): string {
  return Object.entries(query)
    .map(([key, value]) => `${key}=${encodeURIComponent(value.toWellFormed())}`)
    .join('&');
}
