import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { behaviours } from '../../src/behaviours/index.ts';
import { catalogueMarkdown, tableMarks } from '../../src/cli/catalogue.ts';
import { runCommandLine } from '../../src/cli/firstline.ts';

const now = () => new Date('2026-11-23T10:00:00Z');

async function printed(...words: string[]): Promise<string> {
  let text = '';
  const output = new Writable({
    write(chunk: Buffer, _encoding, done) {
      text += chunk.toString();
      done();
    },
  });
  const code = await runCommandLine(words, { environment: {}, now, newId: () => 'id', output, errors: output });
  expect(code).toBe(0);
  return text;
}

const entrySchema = z.object({
  id: z.string(),
  act: z.string().min(1),
  essays: z
    .array(
      z.object({
        id: z.string(),
        author: z.string().nullable(),
        title: z.string().min(1),
        date: z.string().nullable(),
      }),
    )
    .min(1),
  cadence: z.string().min(1),
  nudges: z.enum(['manager', 'lead', 'leader']),
  settings: z.array(z.object({ key: z.string(), initial: z.number() })),
});

test('the catalogue as JSON has all of them, each with its act, its essays, its cadence and who is nudged', async () => {
  const entries = z.array(entrySchema).parse(JSON.parse(await printed('behaviours', '--json')));
  expect(entries.map(({ id }) => id)).toEqual(behaviours.map(({ id }) => id));
  expect(new Set(entries.map(({ id }) => id)).size).toBe(behaviours.length);
  expect(entries.find(({ id }) => id === 'ride-along')).toMatchObject({
    essays: [{ id: '000', author: 'Anthony Iannarino', date: '2011-12-28' }, { id: '002' }, { id: '004' }],
    nudges: 'manager',
  });
  expect(entries.filter(({ nudges }) => nudges === 'lead').map(({ id }) => id)).toEqual([
    'skip-level',
    'thank-manager',
  ]);
});

test('for people it cites author, title and date, and says which numbers can be set', async () => {
  const text = await printed('behaviours');
  expect(text).toContain('ride-along: Go on a sales call');
  expect(text).toContain('essay: Anthony Iannarino, “Everyone deserves a good leader”, 2011-12-28');
  expect(text).toMatch(/setting rhythmDays: Days between ride-alongs with one rep: 30 days \(\d+ to \d+\)/u);
  expect(text).toContain(`${behaviours.length} behaviours.`);
});

test('the documents’ table has a row for each, between its marks', async () => {
  const text = (await printed('behaviours', '--markdown')).trim();
  expect(text.startsWith(tableMarks.begin)).toBe(true);
  expect(text.endsWith(tableMarks.end)).toBe(true);
  const rows = text.split('\n').filter((line) => line.startsWith('| `'));
  expect(rows).toHaveLength(behaviours.length);
  expect(new Set(rows.map((row) => row.length)).size).toBe(1);
});

const documentPath = join(import.meta.dirname, '../../docs/behaviours.md');
const readme = existsSync(documentPath) ? readFileSync(documentPath, 'utf8') : '';

test.skipIf(!readme.includes(tableMarks.begin))('the documents’ table is the generated one', () => {
  const from = readme.indexOf(tableMarks.begin);
  const block = readme.slice(from, readme.indexOf(tableMarks.end) + tableMarks.end.length);
  expect(block).toBe(catalogueMarkdown(behaviours));
});
