import { describe, expect, test } from 'vitest';
import { importRoster } from '../../src/importing/roster/roster.ts';
import { csv, emptyStore, linesOf, now, peopleOf } from '../helpers/imports.ts';

async function imported(...rows: readonly string[]) {
  const store = await emptyStore();
  const report = await importRoster(store, csv(...rows), {}, now);
  return { store, report, lines: await linesOf(store), names: [...(await peopleOf(store)).keys()] };
}

const both = ['Ada Quill < Mina Farrow', 'Otto Brandt < Mina Farrow'];

test.each([
  ['512', 3],
  ['66048', 3],
  ['514', 2],
  ['66050', 2],
  ['546', 2],
])('an account of Active Directory with the flags %s', async (flags, people) => {
  const { report, names } = await imported(
    'DN,displayName,userAccountControl,sAMAccountName,manager,mail',
    '"CN=Mina Farrow,OU=Sales,DC=x",Mina Farrow,512,mfarrow,,mina@example.com',
    '"CN=Ada Quill,OU=Sales,DC=x",Ada Quill,512,aquill,"CN=Mina Farrow,OU=Sales,DC=x",ada@example.com',
    `"CN=Bea Holt,OU=Sales,DC=x",Bea Holt,${flags},bholt,"CN=Mina Farrow,OU=Sales,DC=x",bea@example.com`,
  );
  expect(names).toHaveLength(people);
  expect(report.refused).toEqual([]);
  expect(report.leftOut).toHaveLength(3 - people);
});

describe('a manager of one word', () => {
  test.each([
    ['a first name', 'Mina', 'may be Mina Farrow'],
    ['a last name', 'farrow', 'no name'],
    ['a last name in capitals', 'Farrow', 'may be Mina Farrow'],
  ])('that is %s of a row makes no second person', async (_, manager, reason) => {
    const { report, names } = await imported('Rep,Mgr', 'Mina Farrow,', `Ada Quill,${manager}`);
    expect(report.refused).toEqual([{ line: 3, reason: expect.stringContaining(reason) as string }]);
    expect(names).toEqual(['Mina Farrow']);
  });

  test('that fits somebody on record makes no second person', async () => {
    const { store } = await imported('Rep,Email', 'Mina Farrow,mina@example.com');
    const report = await importRoster(store, csv('Rep,Mgr', 'Ada Quill,Mina'), {}, now);
    expect(report.refused).toHaveLength(1);
  });

  test('is somebody with a row of their own, or whom nobody else could be', async () => {
    const { lines } = await imported('Rep,Mgr', 'Mina Farrow,', 'Mina,', 'Ada Quill,Mina', 'Otto Brandt,Kenji');
    expect(lines).toEqual(['Ada Quill < Mina', 'Otto Brandt < Kenji']);
  });
});

describe('another header below', () => {
  test('in other letters is left out', async () => {
    const { report, lines } = await imported(
      'Name,Manager,Start',
      'Ada Quill,Mina Farrow,',
      'NAME,MANAGER,START',
      'Otto Brandt,Mina Farrow,',
    );
    expect(report).toMatchObject({ rows: 2, refused: [] });
    expect(lines).toEqual(both);
  });

  test('in another order turns nobody upside down', async () => {
    const { report, lines } = await imported(
      'Name,Manager,Start',
      'Ada Quill,Mina Farrow,2024-03-02',
      'Manager,Name,Start',
      'Mina Farrow,Otto Brandt,2024-03-02',
      'Mina Farrow,Lin Zhao,2024-03-02',
    );
    expect(lines).toEqual(['Ada Quill < Mina Farrow']);
    expect(report.refused).toEqual([
      { line: 3, reason: expect.stringContaining('Its 2 rows were not read') as string },
    ]);
  });
});

describe('a heading', () => {
  test('is no person where the others have an address', async () => {
    const { report, names } = await imported(
      'Name,Email,Start',
      'Team Mina Farrow,,',
      'Ada Quill,ada@example.com,2024-03-02',
      'Otto Brandt,otto@example.com,2024-03-02',
      'Team Kenji Tanaka,,',
      'Lin Zhao,lin@example.com,2024-03-02',
    );
    expect(names).toEqual(['Ada Quill', 'Otto Brandt', 'Lin Zhao']);
    expect(report.refused).toEqual(
      [2, 5].map((line) => ({ line, reason: expect.stringContaining('If it is a heading') as string })),
    );
  });

  test('isn’t somebody to whom others report', async () => {
    const { report, lines } = await imported(
      'Name,Email,Manager',
      'Mina Farrow,,',
      'Ada Quill,ada@example.com,Mina Farrow',
      'Otto Brandt,otto@example.com,Mina Farrow',
    );
    expect(report.refused).toEqual([]);
    expect(lines).toEqual(both);
  });
});

test.each(['NO_MANAGER', 'no manager', 'No_Manager'])('“%s” is nobody', async (word) => {
  const { report, lines } = await imported(
    'USERID,FIRSTNAME,LASTNAME,MANAGER',
    `1,Mina,Farrow,${word}`,
    '2,Ada,Quill,1',
    '3,Otto,Brandt,1',
  );
  expect(report.refused).toEqual([]);
  expect(lines).toEqual(both);
});

describe('ids whose zeros a spreadsheet cut off', () => {
  test.each([
    ['of managers', '00101', '101'],
    ['of people', '101', '00101'],
    ['and that it wrote with a point', '101', '101.0'],
  ])('%s are one', async (_, own, manager) => {
    const { report, lines } = await imported(
      'Employee ID,Name,Manager ID',
      `${own},Mina Farrow,`,
      `00102,Ada Quill,${manager}`,
      `00103,Otto Brandt,${manager}`,
    );
    expect(report.refused).toEqual([]);
    expect(lines).toEqual(both);
    expect(report.follows).toContain(
      'Ids of managers were matched without the zeros that a spreadsheet cuts off or adds: 00123 and 123 are one.',
    );
  });

  test('are refused where two people could be meant', async () => {
    const { report } = await imported(
      'Employee ID,Name,Manager ID',
      '0101,Mina Farrow,',
      '00101,Kenji Tanaka,',
      '102,Ada Quill,101',
    );
    expect(report.refused).toEqual([{ line: 4, reason: expect.stringContaining('“101”') as string }]);
  });
});

test('a column of ids that is called unique is the one that managers are named by', async () => {
  const { lines } = await imported(
    'Unique_ID,Name,Reports_To',
    'ID1,Mina Farrow,',
    'ID2,Ada Quill,ID1',
    'ID3,Otto Brandt,ID1',
  );
  expect(lines).toEqual(both);
});

describe('a manager in the first row of each block', () => {
  const rows = ['Mina Farrow,Ada Quill', ',Otto Brandt', 'Kenji Tanaka,Lin Zhao', ',Zoe Prevost'];

  test('leads the whole block, and that is said', async () => {
    const { report, lines } = await imported('Manager,Rep', ...rows);
    expect(lines).toEqual([...both.slice(0, 1), 'Lin Zhao < Kenji Tanaka', both[1], 'Zoe Prevost < Kenji Tanaka']);
    expect(report.notes).toContain('The report is grouped: a blank “Manager” was filled in from the row above it.');
  });

  test.each([
    ['somebody is at the top', [',Mina Farrow', ...rows]],
    ['a manager stands there twice', [...rows, 'Mina Farrow,Bea Holt', ',Cy Dean']],
    ['most rows have one', ['Mina Farrow,Ada Quill', 'Kenji Tanaka,Otto Brandt', 'Bea Holt,Lin Zhao', ',Zoe Prevost']],
  ])('is nobody’s below where %s', async (_, all) => {
    const { report } = await imported('Manager,Rep', ...all);
    expect(report.notes.join()).not.toContain('filled in');
  });
});

describe('what stands in a manager’s cell and is nobody’s name', () => {
  test.each([
    ['Mina Farrow / Otto Brandt', 'is 2 people'],
    ['Mina Farrow & Otto Brandt', 'is 2 people'],
    ['Mina Farrow; Otto Brandt', 'is 2 people'],
    ['"Mina Farrow, Otto Brandt"', 'is 2 people'],
    ['Mina Farrow and Otto Brandt', 'is 2 people'],
    ['Mina Farrow und Otto Brandt', 'is 2 people'],
    ['Lin Zhao & Zoe Prevost', 'no name'],
    ['VP Sales', 'no name'],
    ['VP Sales EMEA', 'no name'],
    ['CRO', 'no name'],
    ['Head of Sales', 'no name'],
    ['Chief Revenue Officer', 'no name'],
    ['Sales Director', 'no name'],
    ['Vertriebsleiterin', 'no name'],
  ])('%s', async (manager, reason) => {
    const { report, names } = await imported('Name,Manager', 'Mina Farrow,', 'Otto Brandt,', `Ada Quill,${manager}`);
    expect(report.refused).toEqual([{ line: 4, reason: expect.stringContaining(reason) as string }]);
    expect(names).toEqual(['Mina Farrow', 'Otto Brandt']);
  });

  test.each(['Head, Mina', 'Andy Chief', 'Mina Director', 'Sales, Mina', 'Cro Martin', 'Otto und Kern'])(
    '%s may be one',
    async (manager) => {
      const { report } = await imported('Name,Manager', 'Otto Brandt,', `Ada Quill,"${manager}"`);
      expect(report.refused).toEqual([]);
    },
  );
});

test('pictures and footnotes beside a name make nobody else of them', async () => {
  const { report, lines } = await imported(
    'Name,Manager',
    '⭐ Mina Farrow,',
    'Ada Quill 🚀,Mina Farrow',
    'Otto Brandt*,Mina Farrow ⭐',
  );
  expect(report).toMatchObject({ added: 3, refused: [] });
  expect(lines).toEqual(both);
});

test('open seats are no people', async () => {
  const seats = ['TBH - AE Munich', 'Open Req #12', 'Vacant', 'New Hire (Jan)', 'Backfill Bea', 'Unbesetzt'];
  const { report, names } = await imported(
    'Name,Manager,Email',
    'Mina Farrow,,mina@example.com',
    'Ada Quill,Mina Farrow,ada@example.com',
    ...seats.map((seat) => `${seat},Mina Farrow,`),
    'Newell Hirer,Mina Farrow,newell@example.com',
  );
  expect(names).toEqual(['Mina Farrow', 'Ada Quill', 'Newell Hirer']);
  expect(report).toMatchObject({ refused: [], whoIsLeftOut: [{ why: 'no person', names: seats }] });
});

test.each(['mailto:Ada@example.com', 'Ada Quill <ada@example.com>', '<ada@example.com>'])(
  'the address in “%s” is read',
  async (cell) => {
    const { store } = await imported('Name,Email', `Ada Quill,${cell}`);
    expect((await peopleOf(store)).get('Ada Quill')?.email).toBe('ada@example.com');
  },
);

describe('statuses of one letter', () => {
  test.each([
    [
      ['A', 'L', 'T'],
      ['Mina Farrow', 'Ada Quill'],
    ],
    [
      ['A', 'A', 'I'],
      ['Mina Farrow', 'Ada Quill'],
    ],
    [
      ['V', 'T', 'T'],
      ['Mina Farrow', 'Ada Quill', 'Bea Holt'],
    ],
    [
      ['A', 'Trainee', 'T'],
      ['Mina Farrow', 'Ada Quill', 'Bea Holt'],
    ],
  ])('%j', async (statuses, here) => {
    const { report, names } = await imported(
      'Number,Name,Employment Status,Manager',
      ...['Mina Farrow', 'Ada Quill', 'Bea Holt'].map((name, at) => `${at + 1},${name},${statuses[at]},`),
    );
    expect(names).toEqual(here);
    expect(report.whoIsLeftOut.flatMap((group) => group.names)).toHaveLength(3 - here.length);
  });
});
