/** Fills a database with a made-up company by bare inserts: the real schema and the real seal, but none of the bot's own rules. */
import { pino } from 'pino';
import SQLite from 'better-sqlite3';
import { lookAtChanged } from '../../src/jobs/due.ts';
import { openDatabase } from '../../src/store/db.ts';
import { lookAgainAtEverybody } from '../../src/store/due.ts';
import { writeOrganisation } from './organisation.ts';
import { key, managerId, now, repId, repsPerManager, shapeOf, workspaceId } from './shape.ts';
import { bareWriter } from './writer.ts';
import { writeWork } from './work.ts';

const teamsPerTransaction = 200;

/** @returns how many rows were written */
export async function fillCompany(path: string, reps: number): Promise<number> {
  const database = await openDatabase({ path, key });
  const { secrets } = database.forWorkspace(workspaceId);
  await database.close();
  const sqlite = new SQLite(path);
  // Nothing of it outlives the bench: a crash costs a run.
  for (const pragma of ['journal_mode = OFF', 'synchronous = OFF', 'cache_size = -200000', 'foreign_keys = OFF'])
    sqlite.pragma(pragma);
  const writer = bareWriter(sqlite);
  const shape = shapeOf(reps);
  sqlite.transaction(() => writeOrganisation(writer, shape))();
  for (let from = 0; from < shape.managers; from += teamsPerTransaction)
    sqlite.transaction(() => {
      for (let index = from; index < Math.min(from + teamsPerTransaction, shape.managers); index += 1) {
        const first = index * repsPerManager;
        const size = Math.min(repsPerManager, shape.reps - first);
        const team = Array.from({ length: size }, (_, place) => ({
          id: repId(shape, first + place),
          index: first + place,
        }));
        writeWork(writer, secrets, { managerId: managerId(shape, index), index }, team);
      }
    })();
  sqlite.exec('analyze');
  sqlite.close();
  await workOutDueTimes(path);
  return writer.written;
}

/** When to look at whom next: worked out by the bot's own jobs, as its first start would. */
async function workOutDueTimes(path: string): Promise<void> {
  const database = await openDatabase({ path, key });
  const store = database.forWorkspace(workspaceId);
  await lookAgainAtEverybody(store);
  await lookAtChanged({ store, log: pino({ level: 'silent' }) }, now);
  await database.close();
}
