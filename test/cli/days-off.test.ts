import { expect, test } from 'vitest';
import { firstline, scratchFolder, writeIn } from '../helpers/command-line.ts';

const clock = { FIRSTLINE_CLOCK: '2026-11-23T10:00:00Z' };
const event = (day: string, name: string) => [
  'BEGIN:VEVENT',
  `UID:${day}`,
  `DTSTART;VALUE=DATE:${day}`,
  `SUMMARY:${name}`,
  'END:VEVENT',
];
const calendar = (...lines: string[]) => ['BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR'];

test.each(['America/Los_Angeles', 'Pacific/Auckland'])(
  'a calendar is rehearsed, brought in, listed and removed; the days are the file’s, on a machine in %s',
  async (timeZone) => {
    const folder = scratchFolder();
    const file = writeIn(folder, 'off.ics', ...calendar(...event('20261228', 'Winter break')));
    const run = (...words: string[]) => firstline(folder, ['days-off', ...words], { ...clock, TZ: timeZone });
    const rehearsed = await run('import', file, '--dry-run', '--region', 'de-by');
    expect(rehearsed).toMatchObject({ code: 0, errors: '' });
    expect(rehearsed.output).toBe(
      '2026-12-28  Winter break  (DE-BY)\n1 added, 0 on the list already. This was a dry run: nothing was stored.\n',
    );
    expect((await run('list')).output).toBe('No company days off ahead.\n');
    expect((await run('import', file, '--region', 'DE-BY')).output).toContain('1 added, 0 on the list already.\n');
    expect((await run('import', file, '--region', 'DE-BY')).output).toBe('0 added, 1 on the list already.\n');
    expect(JSON.parse((await run('list', '--json')).output)).toEqual([
      { from: '2026-12-28', until: '2026-12-28', name: 'Winter break', place: 'DE-BY' },
    ]);
    expect((await run('remove', '2026-12-28', '--region', 'DE-BY')).output).toBe(
      'Removed: 2026-12-28  Winter break  (DE-BY)\n',
    );
    expect((await run('list')).output).toBe('No company days off ahead.\n');
  },
);

test('what is wrong is said in words, and nothing is stored', async () => {
  const folder = scratchFolder();
  const good = event('20261228', 'Winter break');
  const bad = writeIn(folder, 'bad.ics', ...calendar(...good, ...event('20261340', 'Odd')));
  const run = (...words: string[]) => firstline(folder, ['days-off', ...words], clock);
  const refused = await run('import', bad);
  expect(refused).toMatchObject({ code: 1, output: '' });
  expect(refused.errors).toContain('line 9: the event “Odd” has “20261340”, which is no day.');
  expect((await run('import', 'nowhere.ics')).errors).toContain('There is no file nowhere.ics');
  expect((await run('import', bad, '--region', 'DE-XX')).errors).toContain('“DE-XX” is no country or region');
  expect((await run('list')).output).toBe('No company days off ahead.\n');
  expect((await run('remove', '28.12.2026')).errors).toContain('isn’t a date. Write it like 2026-12-24.');
  expect((await run('remove', '2026-12-28')).errors).toContain('aren’t on the list');
});
