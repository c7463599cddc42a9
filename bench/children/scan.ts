/** In a process of its own: bare better-sqlite3 reads every row of the tables that a plan follows from. */
import SQLite from 'better-sqlite3';
import { tell } from '../child.ts';

const tables = [
  'person',
  'reporting_line',
  'setting',
  'interaction',
  'deal',
  'deal_change',
  'ask',
  'booking',
  'promise',
  'cycle',
  'goal',
  'expectation',
  'idea',
  'skill_note',
  'confidence',
  'last_talk',
  'pulse',
  'nudge',
] as const;

const [path = ''] = process.argv.slice(2);
const sqlite = new SQLite(path, { readonly: true });
const from = performance.now();
let rows = 0;
for (const table of tables)
  for (const row of sqlite.prepare<[], Record<string, unknown>>(`select * from ${table}`).iterate())
    rows += row['workspace_id'] === null ? 0 : 1;
tell({ seconds: (performance.now() - from) / 1000, rows });
