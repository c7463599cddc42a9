/** Files as people have them, and as they shouldn't be. */
import { createReadStream, createWriteStream, statSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect } from 'vitest';
import { importDeals } from '../../../src/importing/deals/deals.ts';
import { importRoster } from '../../../src/importing/roster/roster.ts';
import { isWhole, row } from '../../helpers/fault-rows.ts';
import { bytes, csv, emptyStore, linesOf, now, peopleOf } from '../../helpers/imports.ts';
import { emptyFolder } from '../../helpers/process.ts';

const table = [
  'name;email;manager',
  '"Quill; Ada";ada@x.io;Mina Farrow',
  '"Otto ""Otti"" Brandt";otto@x.io;Mina Farrow',
];
const megabytes = isWhole ? 100 : 2;

row(
  46,
  async () => {
    for (const [what, file] of [
      ['BOM, CRLF, semicolons, quotes', Buffer.from(`\ufeff${table.join('\r\n')}\r\n`)],
      ['UTF-16 LE', Buffer.from(`\ufeff${table.join('\r\n')}\r\n`, 'utf16le')],
      ['UTF-16 BE', Buffer.from(`\ufeff${table.join('\n')}\n`, 'utf16le').swap16()],
    ] as const) {
      const store = await emptyStore();
      const report = await importRoster(store, bytes(file), {}, now);
      expect([what, report.added, report.refused]).toEqual([what, 2, []]);
      expect(await linesOf(store)).toHaveLength(2);
    }

    // A quote where none can be: the line is named, and nothing of the file is taken.
    const torn = await emptyStore();
    await expect(importRoster(torn, csv('name,email', '"Ada" Quill,ada@x.io'), {}, now)).rejects.toThrow(
      /Line 2 .*Nothing/u,
    );
    expect((await peopleOf(torn)).size).toBe(0);

    const store = await emptyStore();
    const odd = csv(
      'name,email,manager,team',
      'Ada Quill,ada@x.io,Mina Farrow,"=HYPERLINK(""http://evil.example"",""x"")"',
      'Bo Berg,bo@,Mina Farrow,Sales',
      'Ada Quill,ada@x.io,Zed Moss,Sales',
      'Cy Chan,cy@x.io,Mina Farrow,=1+1',
    );
    const report = await importRoster(store, odd, {}, now);
    expect(report.refused.map(({ line }) => line)).toContain(3);
    expect(report.refused.map(({ line }) => line)).toContain(4);
    for (const { reason } of report.refused) expect(reason.length).toBeGreaterThan(15);
    // A formula is text, and nothing but that; a link is what it shows.
    const teams = await peopleOf(store);
    expect(['Ada Quill', 'Cy Chan'].map((name) => teams.get(name)?.team)).toEqual(['x', '=1+1']);
    expect((await peopleOf(store)).has('Cy Chan')).toBe(true);
    expect((await peopleOf(store)).has('Bo Berg')).toBe(false);

    const none = await emptyStore();
    await expect(
      importRoster(none, csv('email,team', 'ada@x.io,Sales'), {}, now).then(({ added }) => added),
    ).resolves.toBeLessThan(2);
    await expect(importDeals(none, csv('name,amount', 'Alfa,12'), {}, now)).rejects.toThrow(/column/iu);
    expect(await linesOf(none)).toEqual([]);

    const path = await largeFile();
    expect(statSync(path).size).toBeGreaterThan(megabytes * 1_000_000);
    const large = await emptyStore();
    await importRoster(large, csv('name', 'Ada Quill'), {}, now);
    const deals = await importDeals(large, createReadStream(path), {}, now);
    expect(deals.refused.map(({ line, reason }) => [line, reason.includes('Zed Moss')])).toEqual([[3, true]]);
    expect(deals.added).toBe(deals.rows - 1);
  },
  { milliseconds: 400_000 },
);

/** Deals, of which the second has an owner whom nobody knows. */
async function largeFile(): Promise<string> {
  const path = join(emptyFolder(), 'deals.csv');
  const file = createWriteStream(path);
  file.write('id,name,owner,stage,amount,next step\nD0,First,Ada Quill,Open,1,call\nD1,Second,Zed Moss,Open,1,call\n');
  const words = 'x'.repeat(3_900);
  for (let written = 0, deal = 2; written < megabytes * 1_000_000; deal += 1) {
    const line = `D${deal},Deal ${deal},Ada Quill,Open,${deal},"${words}"\n`;
    written += line.length;
    if (!file.write(line)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'close');
  return path;
}
