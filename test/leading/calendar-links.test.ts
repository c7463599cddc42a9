import { expect, test } from 'vitest';
import { endOf, googleCalendarUrl, outlookUrl } from '../../src/leading/calendar-links.ts';

const event = {
  title: 'Ride-along: Zoë & Co + “friends”',
  description: 'Go on a call #1',
  startsAt: new Date('2026-11-24T09:30:00.500Z'),
  minutes: 45,
};

test('a booking ends after its minutes, over midnight too', () => {
  expect(endOf({ startsAt: new Date('2026-12-31T23:30:00Z'), minutes: 60 })).toEqual(new Date('2027-01-01T00:30:00Z'));
});

test('Google’s link carries title, words and UTC times, and nothing breaks out', () => {
  const url = new URL(googleCalendarUrl(event));
  expect(url.origin + url.pathname).toBe('https://calendar.google.com/calendar/render');
  expect(Object.fromEntries(url.searchParams)).toEqual({
    action: 'TEMPLATE',
    text: event.title,
    dates: '20261124T093000Z/20261124T101500Z',
    details: event.description,
  });
});

test('Outlook’s link carries the same, without a plus for a space', () => {
  const url = new URL(outlookUrl(event));
  expect(url.origin + url.pathname).toBe('https://outlook.office.com/calendar/deeplink/compose');
  expect(Object.fromEntries(url.searchParams)).toMatchObject({
    path: '/calendar/action/compose',
    rru: 'addevent',
    subject: event.title,
    startdt: '2026-11-24T09:30:00Z',
    enddt: '2026-11-24T10:15:00Z',
    body: event.description,
  });
  expect(url.search).not.toContain('+');
});

test('half a character in a name doesn’t break a link', () => {
  expect(() => googleCalendarUrl({ ...event, title: '\ud83d' })).not.toThrow();
});
