/**
 * Freezes the schema that a release has: npm run freeze-schema. From then on test/faults/updates.test.ts updates a database of that release,
 * killed in each step, and holds its migrations to the letter. docs/adding-a-migration.md says when.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { knownMigrations } from '../../src/store/migration-record.ts';
import { frozen } from './frozen.ts';

const root = join(import.meta.dirname, '../..');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
const path = join('test/store/released', `${version}.sql`);
writeFileSync(join(root, path), await frozen(version, knownMigrations()), { flag: 'wx' });
process.stdout.write(`${version} is frozen: ${path}\n`);
