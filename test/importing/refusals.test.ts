import { describe, expect, test } from 'vitest';
import { importDeals } from '../../src/importing/deals/deals.ts';
import { refusedSentences } from '../../src/importing/grouped.ts';
import { importRoster } from '../../src/importing/roster/roster.ts';
import type { RosterOptions } from '../../src/importing/roster/roster.ts';
import { addPerson } from '../../src/store/people.ts';
import type { Store } from '../../src/store/db.ts';
import { csv, emptyStore, now, peopleOf } from '../helpers/imports.ts';

/** A verb that says what to do, at the beginning of a sentence or of one of its halves. */
const mend =
  /(?:^|[.;:] |, or |, )(?:Add|Change|Choose|Correct|Export|Fill|Give|Import|Keep|Leave|Look|Merge|Name|Put|Save|Say|Shorten|Use|Write|give|merge|save|say so once)\b/u;

/** Who is on record before the file comes. */
async function office(): Promise<Store> {
  const store = await emptyStore();
  const before = csv(
    'id,email,name,manager,last day',
    '7,ada@x.io,Ada Quill,Mina Farrow,',
    '8,otto@x.io,Otto Brandt,Mina Farrow,',
    '9,kim@x.io,Kim Lee,Mina Farrow,',
    '10,kim2@x.io,Kim Lee,Zed Moss,',
  );
  expect(await importRoster(store, before, {}, now)).toMatchObject({ added: 4, refused: [] });
  await addPerson(store, { slackUserId: 'U0LIN', name: 'Lin Sato', email: 'lin@x.io' }, now);
  await importRoster(store, csv('email,last day', 'otto@x.io,2026-01-31'), {}, now);
  return store;
}

const long = 'x'.repeat(100_000);

describe('each kind of refusal names the line, what is wrong and what to do', () => {
  test.each<[why: string, rows: string[], line: number, said: string[], options?: RosterOptions]>([
    ['nothing names anybody', ['name,email,team', ',,Sales'], 2, ['neither an email nor a name']],
    ['a word for nothing', ['name,email', 'Bo Berg,bo@x.io', 'N/A,-'], 3, ['neither an email nor a name']],
    ['a number as a name', ['name,manager', 'Bo Berg,Ada Quill', '101,Ada Quill'], 3, ['“101” is no name']],
    ['an address that is none', ['name,email', 'Bo Berg,bo@x'], 2, ['“bo@x” is no e-mail address']],
    ['a manager’s address that is none', ['name,manager email', 'Bo Berg,mina@x'], 2, ['manager_email “mina@x”']],
    ['a Slack id that is none', ['name,slack id', 'Bo Berg,bo'], 2, ['slack_id “bo”']],
    [
      'the id of one and the address of another',
      ['id,email,name', '7,kim@x.io,Ada Quill'],
      2,
      ['“7” is Ada Quill’s', '“kim@x.io” is Kim Lee’s'],
    ],
    ['a name that two have', ['name,team', 'Kim Lee,Sales'], 2, ['2 people on record are called “Kim Lee”']],
    ['a name known from Slack only', ['name', 'Lin Sato'], 2, ['“Lin Sato” is known from Slack only', 'lin@x.io']],
    ['a manager who has left', ['name,manager', 'Bo Berg,Otto Brandt'], 2, ['Otto Brandt left on 2026-01-31']],
    [
      'a manager who leaves by this file',
      ['name,manager,last day', 'Bo Berg,Ada Quill,', 'Ada Quill,,2026-02-28'],
      2,
      ['Ada Quill has left (line 3'],
    ],
    [
      'a name with another address',
      ['name,email,manager', 'Ada Quill,quill@x.io,Mina Farrow'],
      2,
      ['Ada Quill', 'ada@x.io', 'quill@x.io', 'firstline people add'],
    ],
    ['a manager who is a number without a row', ['name,manager', 'Bo Berg,4711'], 2, ['“4711” has no row']],
    ['a manager who is an account without a row', ['name,manager', 'Bo Berg,mfarrow'], 2, ['“mfarrow” has no row']],
    [
      'two rows that contradict each other',
      ['name,team,manager', 'Bo Berg,East,Ada Quill', 'Bo Berg,West,Ada Quill'],
      3,
      ['Bo Berg is already in line 2', 'another team'],
    ],
    ['a circle', ['name,manager', 'Bo Berg,Cy Chan', 'Cy Chan,Bo Berg'], 3, ['Cy Chan', 'circle']],
    [
      'one above their own manager',
      ['name,manager', 'Mina Farrow,Ada Quill'],
      2,
      ['Mina Farrow is already above Ada Quill'],
    ],
    ['too many cells', ['name,team', 'Bo Berg,East,x,y'], 2, ['4 cells where the header has 2']],
    ['a cell that is too long', ['name,team', `Bo Berg,${long}`], 2, ['team has', 'is the most']],
    [
      'another table below',
      ['name,email,team', 'Bo Berg,bo@x.io,East', '', 'Full name,Work email,Department', 'Cy Chan,cy@x.io,West'],
      4,
      ['Another table begins here'],
    ],
    [
      'a name that two in Slack have',
      ['name', 'Pat Doe'],
      2,
      ['2 people in Slack are called “Pat Doe”'],
      {
        slackUsers: ['U0PAT1', 'U0PAT2'].map((id) => ({ id, names: ['Pat Doe'] })) as unknown as NonNullable<
          RosterOptions['slackUsers']
        >,
      },
    ],
  ])('a roster: %s', async (_, rows, line, said, options = {}) => {
    const { refused } = await importRoster(await office(), csv(...rows), options, now);
    expect(refused.map((one) => one.line)).toEqual([line]);
    for (const words of said) expect(refused[0]?.reason).toContain(words);
    expect(refused[0]?.reason).toMatch(mend);
  });

  test.each<[why: string, rows: string[], line: number, said: string[]]>([
    ['no id', ['id,owner,stage', 'D1,Ada Quill,Open', ',Ada Quill,Open'], 3, ['no id']],
    ['a word for no id', ['id,owner,stage', 'N/A,Ada Quill,Open'], 2, ['no id']],
    ['no owner', ['id,owner,stage', 'D1,,Open'], 2, ['no owner']],
    ['an unknown owner', ['id,owner,stage', 'D1,Zed Zim,Open'], 2, ['“Zed Zim” is not on the roster']],
    ['an owner’s unknown address', ['id,owner,stage', 'D1,zed@x.io,Open'], 2, ['“zed@x.io” is not on the roster']],
    [
      'an owner’s name that two have',
      ['id,owner,stage', 'D1,Kim Lee,Open'],
      2,
      ['2 people on the roster are called “Kim Lee”'],
    ],
    ['neither stage nor status', ['id,owner,stage,status', 'D1,Ada Quill,,'], 2, ['neither a stage nor a status']],
    [
      'a stage that is an end, and not which',
      ['id,owner,stage', 'D1,Ada Quill,Closed'],
      2,
      ['“Closed” says neither won nor lost', '--map-value'],
    ],
    [
      'an id that is there already',
      ['id,owner,stage', 'D1,Ada Quill,Open', 'D2,Ada Quill,Open', 'D1,Ada Quill,Won'],
      4,
      ['D1 is already in line 2'],
    ],
    [
      'too many cells',
      ['id,owner,stage,amount', 'D1,Ada Quill,Open,5', 'D2,Ada Quill,Open,5,6', 'D3,Ada Quill,Open,6'],
      3,
      ['5 cells where the header has 4'],
    ],
    ['a cell that is too long', ['id,owner,stage,name', `D1,Ada Quill,Open,${long}`], 2, ['name has', 'is the most']],
  ])('deals: %s', async (_, rows, line, said) => {
    const { refused } = await importDeals(await office(), csv(...rows), {}, now);
    expect(refused.map((one) => one.line)).toEqual([line]);
    for (const words of said) expect(refused[0]?.reason).toContain(words);
    expect(refused[0]?.reason).toMatch(mend);
  });

  test('and so does each cell that is left blank', async () => {
    const store = await office();
    const deals = csv(
      'id,owner,stage,amount,currency,opened,close date',
      'D1,Ada Quill,Open,abc,USD,soon,2026-02-30',
      'D2,Ada Quill,Open,-5,USD,03/04/2026,2026-12-01',
      'D3,Ada Quill,Open,5,Dollars of sorts,2026-01-01,1/2/1850',
      'D4,Ada Quill,Open,€5,USD,2026-01-01,',
    );
    const people = csv(
      'name,time zone,country,start date',
      'Bo Berg,Mars/Base,Narnia,31/31/2020',
      'Cy Chan,CST,US,',
      'Di Dee,,NA,',
    );
    const blank = [
      ...(await importDeals(store, deals, {}, now)).leftBlank,
      ...(await importRoster(store, people, {}, now)).leftBlank,
    ];
    expect(blank.map(({ line, field }) => `${line} ${field}`).toSorted()).toEqual([
      '2 amount',
      '2 close_on',
      '2 country',
      '2 opened_on',
      '2 started_on',
      '2 time_zone',
      '3 amount',
      '3 opened_on',
      '3 time_zone',
      '4 close_on',
      '4 country',
      '4 currency',
      '5 amount',
    ]);
    for (const { reason } of blank) expect(reason).toMatch(mend);
  });

  test('nothing of a refused row is stored', async () => {
    const store = await office();
    const before = [...(await peopleOf(store)).keys()];
    await importRoster(store, csv('name,email,manager', 'Bo Berg,bo@x,Cy Chan', 'Di Dee,di@x.io,4711'), {}, now);
    expect([...(await peopleOf(store)).keys()]).toEqual(before);
  });
});

function refusals(count: number) {
  return Array.from({ length: count }, (_, index) => ({ line: index + 2, reason: `Reason ${index}. Fill it in.` }));
}

describe('many refusals are told in few lines', () => {
  test.each([
    [1, 1],
    [20, 20],
    [21, 21],
    [22, 21],
    [3_000, 21],
  ])('%i different ones in %i', (count, lines) => expect(refusedSentences(refusals(count))).toHaveLength(lines));

  test('and the last says how many are left, and where they are', () => {
    const same = Array.from({ length: 5 }, (_, index) => ({ line: 4_000 + index, reason: 'Reason 29. Fill it in.' }));
    expect(refusedSentences([...refusals(30), ...same]).at(-1)).toBe(
      'And 15 more rows refused for 10 other reasons. To have all of them in a file, each with its reason, import with --refused FILE.',
    );
  });
});
