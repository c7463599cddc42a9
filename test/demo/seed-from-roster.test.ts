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
  const seed = await seedFromRoster(csv(...lines), { lead: 'Di Dee' }, now);
  expect(seed.users.map(({ name, realName, timeZone, title }) => [name, realName, timeZone, title])).toEqual([
    ['di.dee', 'Di Dee', 'Etc/UTC', 'Sales lead'],
    ['bo.berg', 'Bo Berg', 'Etc/UTC', 'Sales manager'],
    ['ana.lopez', 'Ana López', 'Asia/Tokyo', 'Sales, East'],
    ['ana.lopez2', 'Ana Lopez', 'Etc/UTC', 'Sales, West'],
  ]);
  expect(new Set(seed.users.map(({ id }) => id)).size).toBe(4);
  expect(await seedFromRoster(csv(...lines), { lead: 'Di Dee' }, now)).toEqual(seed);
});

test('holds exactly the people whom the import of the same file puts on record', async () => {
  const file = [...lines, 'Cy,Cy,,,', ',,,,', 'Eve,Ana López,,,'];
  const store = await emptyStore();
  await importRoster(store, csv(...file), { lead: 'Di Dee' }, now);
  const seed = await seedFromRoster(csv(...file), { lead: 'Di Dee' }, now);
  expect(seed.users.map(({ realName }) => realName).toSorted()).toEqual([...(await peopleOf(store)).keys()].toSorted());
});

test('whoever came on record by the roster has the account that was made for them, without anybody’s yes', async () => {
  const file = ['name,manager,email', 'Ana López,Bo Berg,ana@x.io', 'Cy Dee,Bo Berg,'];
  const seed = await seedFromRoster(csv(...file), { lead: 'Di Dee' }, now);
  const store = await emptyStore();
  await importRoster(store, csv(...file), { lead: 'Di Dee' }, now);
  await linkToSeed(store, seed, now);
  const found = await peopleOf(store);
  expect(seed.users.map(({ id, realName }) => [realName, id])).toEqual(
    seed.users.map(({ realName }) => [realName, found.get(realName)?.slackUserId]),
  );
  expect(found.get('Di Dee')?.isAdmin).toBe(true);
});

test('who has left by then is no user; who is read by a mapping is one', async () => {
  const file = ['Wer,Chef,last day', 'Ana López,Bo Berg,2026-06-30', 'Cy Dee,Bo Berg,2027-01-31', 'Eve,Bo Berg,'];
  const seed = await seedFromRoster(csv(...file), { mapping: ['Wer=name', 'Chef=manager_name'] }, now);
  expect(seed.users.map(({ realName }) => realName)).toEqual(['Bo Berg', 'Cy Dee', 'Eve']);
});

test('two of one name are two users', async () => {
  const file = ['id,name,manager', '1,Ana López,Bo Berg', '2,Ana Lopez,Cy Dee'];
  const { users } = await seedFromRoster(csv(...file), {}, now);
  expect(new Set(users.map(({ id }) => id)).size).toBe(4);
  expect(new Set(users.map(({ name }) => name)).size).toBe(4);
});

test('a roster of nobody is refused with what is wrong in it', async () => {
  await expect(seedFromRoster(csv('name,manager', ',Bo', ',Bo', 'Dot,77'), {}, now)).rejects.toThrow(
    /^Nobody of the roster could be brought in\.\n {2}lines 2 and 3 \(2\): There is .*\n {2}line 4: The manager “77”/,
  );
});

test('a file that the import refuses is refused here too', async () => {
  await expect(seedFromRoster(csv('shoe size', '43'), {}, now)).rejects.toThrow('There is no column for the name');
});
