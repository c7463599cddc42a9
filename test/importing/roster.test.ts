import { describe, expect, test } from 'vitest';
import { importRoster } from '../../src/importing/roster/roster.ts';
import { changePerson } from '../../src/store/people.ts';
import { csv, emptyStore, linesOf, now, peopleOf } from '../helpers/imports.ts';

const head = 'email,name,manager_email,manager_name,started_on,time_zone,country,team';

describe('people', () => {
  test('every field of a row is stored', async () => {
    const store = await emptyStore();
    const report = await importRoster(
      store,
      csv(head, 'Ana@Example.com,Ana Lopez,,,3 Nov 2026,europe/madrid,Spain,South'),
      {},
      now,
    );
    expect(report).toMatchObject({ rows: 1, added: 1, changed: 0, unchanged: 0, refused: [], dryRun: false });
    expect((await peopleOf(store)).get('Ana Lopez')).toMatchObject({
      email: 'ana@example.com',
      startedOn: '2026-11-03',
      timeZone: 'Europe/Madrid',
      country: 'ES',
      team: 'South',
    });
  });

  test('a second run changes nothing, a changed cell changes one, a blank cell leaves what is there', async () => {
    const store = await emptyStore();
    const rows = [head, 'ana@example.com,Ana Lopez,,Bo Berg,2026-11-03,Europe/Madrid,ES,South'];
    await importRoster(store, csv(...rows), {}, now);
    expect(await importRoster(store, csv(...rows), {}, now)).toMatchObject({ added: 0, changed: 0, unchanged: 1 });
    const moved = await importRoster(store, csv('email,country,team', 'ana@example.com,,North'), {}, now);
    expect(moved).toMatchObject({ added: 0, changed: 1, unchanged: 0 });
    expect((await peopleOf(store)).get('Ana Lopez')).toMatchObject({ country: 'ES', team: 'North' });
    expect(await linesOf(store)).toEqual(['Ana Lopez < Bo Berg']);
  });

  test('a dry run says the same and stores nothing', async () => {
    const store = await emptyStore();
    const rows = [head, ',Ana Lopez,,Bo Berg,,,,', ',Cy Chan,,Cy Chan,Mars,Moon,,'];
    const rehearsed = await importRoster(store, csv(...rows), { dryRun: true, lead: 'Di Dee' }, now);
    expect((await peopleOf(store)).size).toBe(0);
    const done = await importRoster(store, csv(...rows), { lead: 'Di Dee' }, now);
    expect({ ...rehearsed, dryRun: false }).toEqual(done);
    expect((await peopleOf(store)).size).toBe(4);
  });

  test('somebody known by name alone gets their address, and is not doubled', async () => {
    const store = await emptyStore();
    await importRoster(store, csv('name', 'Ana Lopez'), {}, now);
    const report = await importRoster(store, csv('name,email', 'ANA  lopez,ana@example.com'), {}, now);
    expect(report).toMatchObject({ added: 0, changed: 1 });
    const people = [...(await peopleOf(store)).values()];
    expect(people.map(({ email }) => email)).toEqual(['ana@example.com']);
  });

  test('the zone of the options is for those without one', async () => {
    const store = await emptyStore();
    const rows = ['name,manager,time zone', 'Ana,Bo,Asia/Tokyo', 'Cy,Bo,'];
    await importRoster(store, csv(...rows), { timeZone: 'America/Chicago' }, now);
    const people = await peopleOf(store);
    expect(['Ana', 'Bo', 'Cy'].map((name) => people.get(name)?.timeZone)).toEqual([
      'Asia/Tokyo',
      'America/Chicago',
      'America/Chicago',
    ]);
    await expect(importRoster(store, csv(...rows), { timeZone: 'Atlantis' }, now)).rejects.toThrow('is no time zone');
  });

  test('a formula stays text, and a link is what it shows', async () => {
    const store = await emptyStore();
    const report = await importRoster(
      store,
      csv('name,team', 'Ana,+1+1', '=A1&B1,x', `"=HYPERLINK(""http://x"",""Bo"")",x`),
      {},
      now,
    );
    expect(report.refused).toEqual([{ line: 3, reason: expect.stringContaining('is no name') as string }]);
    expect([...(await peopleOf(store)).values()]).toMatchObject([{ name: 'Ana', team: '+1+1' }, { name: 'Bo' }]);
  });

  test('who has left is not brought back by a file', async () => {
    const store = await emptyStore();
    await importRoster(store, csv('name', 'Ana'), {}, now);
    const ana = (await peopleOf(store)).get('Ana');
    await changePerson(store, ana?.id ?? 0, { leftOn: '2026-10-01' });
    const report = await importRoster(store, csv('name,team', 'Ana,North'), {}, now);
    expect(report.refused).toEqual([{ line: 2, reason: expect.stringContaining('Ana left on 2026-10-01') as string }]);
  });
});

describe('a cell that the person can do without is left blank, with line and reason', () => {
  test.each([
    ['an ambiguous day', 'started_on', '03/04/2026,,', 'could be 2026-03-04 or 2026-04-03'],
    ['a day that is none', 'started_on', 'soon,,', '“soon” is no day'],
    ['a day that isn’t known yet', 'started_on', 'TBD,,', '“TBD” isn’t known yet'],
    ['an unknown zone', 'time_zone', ',Middle-earth,', 'is no time zone'],
    ['an unknown country', 'country', ',,Freedonia', 'isn’t known'],
  ])('%s', async (_, field, cells, reason) => {
    const store = await emptyStore();
    const report = await importRoster(store, csv(head, `,Ana,,Bo Berg,${cells},North`), {}, now);
    expect(report).toMatchObject({ added: 1, refused: [] });
    expect(report.leftBlank).toEqual([{ line: 2, field, reason: expect.stringContaining(reason) as string }]);
    expect((await peopleOf(store)).get('Ana')).toMatchObject({
      startedOn: null,
      timeZone: null,
      country: null,
      team: 'North',
    });
  });

  test('and what is on record of it stays', async () => {
    const store = await emptyStore();
    await importRoster(store, csv(head, ',Ana,,,2026-03-04,Europe/Berlin,DE,'), {}, now);
    const report = await importRoster(store, csv(head, ',Ana,,,soon,Mars,Freedonia,'), {}, now);
    expect(report).toMatchObject({ unchanged: 1, leftBlank: [{}, {}, {}] });
    expect((await peopleOf(store)).get('Ana')).toMatchObject({ startedOn: '2026-03-04', country: 'DE' });
  });
});

describe('rows are refused whole, with line and reason', () => {
  test.each([
    ['neither email nor name', ',,,,,,,North', 'neither an email nor a name'],
    ['a bad address', 'ana@,,,,,,,', 'is no e-mail address'],
    ['a number instead of a name', ',101,,,,,,', '“101” is no name'],
    ['too few cells', ',Ana,,', '4 cells where the header has 8'],
    ['too many cells', ',Ana,,,,,,,x', '9 cells where the header has 8'],
    ['broken characters', ',An\ufffda,,,,,,', 'characters that can’t be read'],
    ['a cell without end', `,${'A'.repeat(501)},,,,,,`, '501 characters'],
  ])('%s', async (_, row, reason) => {
    const store = await emptyStore();
    const report = await importRoster(store, csv(head, ',"Zoe\nZulu",,Bo Berg,,,,', row), {}, now);
    expect(report).toMatchObject({ rows: 2, added: 1 });
    expect(report.refused).toEqual([{ line: 4, reason: expect.stringContaining(reason) as string }]);
    expect([...(await peopleOf(store)).keys()].toSorted()).toEqual(['Bo Berg', 'Zoe Zulu']);
  });

  test('the same person with another manager: the second row', async () => {
    const store = await emptyStore();
    const report = await importRoster(store, csv('name,manager', 'Ana,Bo', 'Ana,Cy', 'Ana,Bo'), {}, now);
    expect(report).toMatchObject({ rows: 3, added: 1, unchanged: 1 });
    expect(report.refused).toEqual([
      { line: 3, reason: expect.stringContaining('Ana is already in line 2, with another manager') as string },
    ]);
    expect(await linesOf(store)).toEqual(['Ana < Bo']);
  });

  test('a name that several have, with how many', async () => {
    const store = await emptyStore();
    const rows = ['email,name,manager', 'b1@x.io,Bo Berg,', 'b2@x.io,Bo Berg,', ',Ana,Bo Berg', ',Bo Berg,'];
    const report = await importRoster(store, csv(...rows), {}, now);
    expect(report.refused.map(({ line }) => line)).toEqual([4, 5]);
    expect(report.refused[0]?.reason).toBe(
      '2 people on record are called “Bo Berg”. Add an e-mail address to say which.',
    );
    expect((await peopleOf(store)).has('Ana')).toBe(false);
  });

  test('a new name that two people in Slack have', async () => {
    const store = await emptyStore();
    const user = { names: ['Ana Lopez'], email: null, timeZone: null, isAdmin: false };
    const slackUsers = [
      { ...user, id: 'U01' },
      { ...user, id: 'U02' },
    ];
    const report = await importRoster(store, csv('name', 'Ana Lopez'), { slackUsers }, now);
    expect(report.refused[0]?.reason).toContain('2 people in Slack are called “Ana Lopez”');
  });
});
