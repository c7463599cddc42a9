/** With TEST_POSTGRES: a database with the whole schema, of which each test gets a copy. */
import { openDatabase } from '../../src/store/db.ts';

export async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env['TEST_POSTGRES'] === undefined) return undefined;
  process.env['TEST_TEMPLATE'] = `${process.pid}`;
  const { addressOf, runOnServer, templateName } = await import('./place.ts');
  await runOnServer(`create database ${templateName} encoding 'UTF8' template template0`);
  await (await openDatabase({ path: addressOf(templateName) })).close();
  return () => runOnServer(`drop database ${templateName} with (force)`);
}
