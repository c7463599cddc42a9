import { expect, test } from 'vitest';
import { linkToSeed, seedFromRoster } from '../../src/demo/seed-from-roster.ts';
import { importRoster } from '../../src/importing/roster/roster.ts';
import { csv, emptyStore, now, peopleOf } from '../helpers/imports.ts';

const lines = [
  'name,manager,time zone,team,email',
  'Ana López,Bo Berg,Asia/Tokyo,East,ana@x.io',
  'Ana Lopez,Bo Berg,,West,lopez@x.io',
];

test('everybody of the file is a user, with their managers and the lead, always under the same ids', async () => {
  const seed = await seedFromRoster(csv(...lines), { lead: 'Di Dee' });
  expect(seed.users.map(({ name, realName, timeZone, title }) => [name, realName, timeZone, title])).toEqual([
    ['di.dee', 'Di Dee', 'Etc/UTC', 'Sales lead'],
    ['bo.berg', 'Bo Berg', 'Etc/UTC', 'Sales manager'],
    ['ana.lopez', 'Ana López', 'Asia/Tokyo', 'Sales, East'],
    ['ana.lopez2', 'Ana Lopez', 'Etc/UTC', 'Sales, West'],
  ]);
  expect(new Set(seed.users.map(({ id }) => id)).size).toBe(4);
  expect(await seedFromRoster(csv(...lines), { lead: 'Di Dee' })).toEqual(seed);
});

test('holds exactly the people whom the import of the same file puts on record', async () => {
  const file = [...lines, 'Cy,Cy,,,', ',,,,', 'Eve,Ana López,,,'];
  const store = await emptyStore();
  await importRoster(store, csv(...file), { lead: 'Di Dee' }, now);
  const seed = await seedFromRoster(csv(...file), { lead: 'Di Dee' });
  expect(seed.users.map(({ realName }) => realName).toSorted()).toEqual([...(await peopleOf(store)).keys()].toSorted());
});

test('whoever came on record by the roster has the account that was made for them, without anybody’s yes', async () => {
  const file = ['name,manager,email', 'Ana López,Bo Berg,ana@x.io', 'Cy Dee,Bo Berg,'];
  const seed = await seedFromRoster(csv(...file), { lead: 'Di Dee' });
  const store = await emptyStore();
  await importRoster(store, csv(...file), { lead: 'Di Dee' }, now);
  await linkToSeed(store, seed, now);
  const found = await peopleOf(store);
  expect(seed.users.map(({ id, realName }) => [realName, id])).toEqual(
    seed.users.map(({ realName }) => [realName, found.get(realName)?.slackUserId]),
  );
  expect(found.get('Di Dee')?.isAdmin).toBe(true);
});

test('a file that the import refuses is refused here too', async () => {
  await expect(seedFromRoster(csv('shoe size', '43'))).rejects.toThrow('There is no column for the name');
});
