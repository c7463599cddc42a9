/** The faults that the bot survives, each with what must happen: one named test a row, in test/faults/rows. */
import { test } from 'vitest';
import { isOnServer } from './place.ts';

/** The oracle is what the sandbox logged, never what the bot has on record. */
export const faults = {
  1: 'killed after Slack accepted, before it was recorded: one post; uncertain, then looked up, or parked where nobody can look',
  2: 'killed between the claim and the post: sent once where history proves that it is absent, else parked',
  3: 'killed at seeded points: never two posts of one message, and none is lost',
  4: 'an HTTP 500 after accepting: one post',
  5: 'a reset, and a time-out, after accepting: one post',
  6: 'internal_error and fatal_error: uncertain, and not sent again blindly',
  7: '429 with Retry-After 30 on a post: no second try before 30 s, and a form opens in under 3 s meanwhile',
  8: '429 without the header: a back-off of its own, and no crash',
  9: 'Slack is away for 6 hours: alive, back within 30 s of its return, and only what is still due is sent',
  10: 'refresh_requested in the middle of a slow answer: one effect, and no crash',
  11: 'too_many_websockets and link_disabled: a clear message, health says so, no tight loop',
  12: 'the same envelope or event three times, once after a restart: one effect',
  13: 'a signature that is stale, from the future, wrong, missing or replayed: 401, or no second effect',
  14: 'a body over the limit, bad JSON, a wrong content type: 4xx, and it goes on serving',
  15: 'two processes on one database, by whatever name: one stands back, and each message is posted once',
  16: 'SIGTERM in the middle of a delivery, and of a form: the work is finished, exit 0 in time',
  17: 'down for three days over three due times: one catch-up each or a skip on record, never a pile',
  18: 'the clock set back 2 hours, and forward a year: no repeats, no flood',
  19: 'clock changes at 01:30 and 02:30 in New York, Berlin and Lord Howe: exactly one on a local day',
  20: '29 February, the 31st, ISO week 53, the end of the year: once, by the written rule',
  21: 'a person changes time zone in the middle of a week: no second message for one local date',
  22: 'the disk is full: the person hears it, nothing is half saved, and it goes on afterwards',
  23: 'a database or folder that can’t be written: it refuses to start, and says why',
  24: 'a damaged page or log of the database: it refuses, keeps the file and names the way to restore',
  25: 'another writer holds the lock: tried again, no write is lost',
  26: 'killed in each step of the migrations: the old schema or the new, never something between',
  27: 'yesterday’s backup is restored: today’s messages aren’t sent again unasked',
  28: 'channel_not_found, user_not_found, user_disabled: that person is parked, no retries, an admin is told once',
  29: 'account_inactive, token_revoked, invalid_auth: all sending stops, one alarm, no hammering',
  30: 'is_archived, not_in_channel: the channel rests, and settings show it',
  31: 'missing_scope: the scope is named to an admin, and the rest runs',
  32: 'invalid_blocks, and a digest for 200 reps: plain text once, and never over Slack’s limits',
  33: 'notes of 3,000 and 3,001 characters, 3,000 emoji, combining marks: saved whole, or refused with every word',
  34: 'what pings, links, turns around or hides in a note, name or answer: shown literally, and nobody is pinged',
  35: 'a command’s text escaped, unescaped, or with a made-up @name: the same person or a question, never a guess',
  36: 'an expired trigger: “try again”, and what was typed isn’t lost',
  37: 'a response_url that is used up or gone: a direct message instead',
  38: 'a double press, a double submission, an old Home: one effect',
  39: 'the manager changes in the middle of a cycle: who reads what changes with it, and no private note leaks',
  40: 'a rep leaves; one in two teams; a manager of oneself; a circle: nudges stop, one is one, the rest is refused',
  41: 'a guest, a bot, a stranger from a shared channel: refused politely, without data',
  42: 'uninstalled in the middle of a delivery, in both orders of events, and installed again: sending stops, then a clean start',
  43: 'a pulse of 4 answers, 5 then 1 taken back, a team in a team, the order of rows: nothing can be recovered',
  44: 'a forged block_id, value or private_metadata that names another’s record: refused',
  45: 'debug logs and a fault in the middle: no note, answer or token in any log',
  46: 'files with BOM, UTF-16, CRLF, semicolons, quotes, 100 MB, a formula, a duplicate, a missing column: row by row, with line and reason',
} as const;

export type FaultNumber = keyof typeof faults;

/** `npm run test:faults`: with all rounds and files at their size. */
export const isWhole = process.env['TEST_FAULTS'] !== undefined;

/** The test of one row. @param more.onFile why it says nothing of a database on a server, where it is left out */
export function row(
  number: FaultNumber,
  prove: () => Promise<void>,
  more: { readonly onFile?: string; readonly milliseconds?: number } = {},
): void {
  const isLeftOut = isOnServer && more.onFile !== undefined;
  const name = `${number} · ${faults[number]}${isLeftOut ? ` (left out: ${more.onFile})` : ''}`;
  test.skipIf(isLeftOut)(name, prove, more.milliseconds ?? 120_000);
}
