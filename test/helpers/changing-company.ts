/** A company whose people change, and the rosters that come of it, each in a layout of its own: for tests of who is taken for whom. */
import { fc } from './fast-check.ts';
import { comparableName } from '../../src/leading/full-name.ts';

/** Somebody as they really are. Every word of theirs is theirs alone, but for the name that two have. */
export interface RealPerson {
  readonly key: string;
  readonly id: string;
  readonly crmId: string;
  readonly account: string;
  first: string;
  last: string;
  address: string;
  manager: string | null;
  hasLeft: boolean;
  /** All that they are or were called, as it is compared. */
  readonly names: Set<string>;
  readonly addresses: Set<string>;
}

const called: readonly (readonly [key: string, first: string, last: string, manager: string | null])[] = [
  ['mina', 'Mina', 'Färber', null],
  ['zed', 'Zed', 'O’Connor', 'mina'],
  ['ada', 'Ada', 'Quill', 'mina'],
  ['jose', 'José', 'Núñez', 'mina'],
  ['jurgen', 'Jürgen', 'Weiß', 'zed'],
  ['anne', 'Anne-Marie', 'd’Artois', 'zed'],
  ['quill', 'Otto', 'Quill', 'zed'],
  ['kim1', 'Kim', 'Lee', 'mina'],
  ['kim2', 'Kim', 'Lee', 'zed'],
];
const sharedName = 'kim lee';

export function isNamesake({ key }: RealPerson): boolean {
  return key.startsWith('kim');
}

export function realPeople(): RealPerson[] {
  return called.map(([key, first, last, manager], index) => ({
    key,
    id: `E${100 + index}`,
    crmId: `0055g00000B${index}xQz`,
    account: `acc_${key}`,
    first,
    last,
    address: `${key}.0@x.io`,
    manager,
    hasLeft: false,
    names: new Set([comparableName(`${first} ${last}`)]),
    addresses: new Set([`${key}.0@x.io`]),
  }));
}

export const layouts = [
  'id',
  'id and manager id',
  'crm id',
  'address',
  'name',
  'last, first',
  'parts',
  'account',
] as const;
export type Layout = (typeof layouts)[number];

export interface Change {
  readonly kind: 'rename' | 'move' | 'reassign' | 'leave' | 'return';
  readonly who: number;
}

export interface NextFile {
  readonly changes: readonly Change[];
  readonly layout: Layout;
  /** Of whom it has rows, in this order; of some twice. */
  readonly rows: readonly number[];
  readonly isComplete: boolean;
  /** Somebody wrote it without accents, or in capitals. */
  readonly spelling: 'as is' | 'plain' | 'capitals';
}

const who = fc.nat({ max: called.length - 1 });
const everybodyOf = called.map((_, index) => index);

export const nextFile: fc.Arbitrary<NextFile> = fc.record({
  changes: fc.array(fc.record({ kind: fc.constantFrom('rename', 'move', 'reassign', 'leave', 'return'), who }), {
    maxLength: 3,
  }),
  layout: fc.constantFrom(...layouts),
  rows: fc.oneof(
    fc.shuffledSubarray(everybodyOf, { minLength: called.length }),
    fc.shuffledSubarray(everybodyOf, { minLength: 1 }),
    fc.array(who, { minLength: 2, maxLength: 12 }),
  ),
  isComplete: fc.boolean(),
  spelling: fc.constantFrom('as is', 'as is', 'plain', 'capitals'),
});

/** Managers stay who they are: their reps are what changes. */
export function live(people: readonly RealPerson[], { kind, who: index }: Change, version: number): void {
  const person = people[index];
  if (person === undefined) return;
  const isManager = person.key === 'mina' || person.key === 'zed';
  if (kind === 'rename' && !isNamesake(person)) {
    person.last = `${person.last.split('-')[0] ?? ''}-${'ABCDEFGHIJKLMNOP'.charAt(version % 16)}${person.key}`;
    person.names.add(comparableName(nameOf(person)));
  }
  if (kind === 'move') {
    person.address = `${person.key}.${version}@x.io`;
    person.addresses.add(person.address);
  }
  if (kind === 'reassign' && !isManager && !isNamesake(person))
    person.manager = person.manager === 'zed' ? 'mina' : 'zed';
  if (kind === 'leave' && !isManager) person.hasLeft = true;
  if (kind === 'return') person.hasLeft = false;
}

export function nameOf({ first, last }: RealPerson): string {
  return `${first} ${last}`;
}

const heads: Readonly<Record<Layout, string>> = {
  id: 'Employee ID,Email,Name,Manager,Last day',
  'id and manager id': 'Employee ID,Name,Manager ID,Last day',
  'crm id': 'User ID,Full name,Manager,Last day',
  address: 'Email,Name,Manager email,Last day',
  name: 'Name,Manager,Last day',
  'last, first': 'Name,Manager,Last day',
  parts: 'First name,Last name,Manager,Last day',
  account: 'Username,Name,Manager,Last day',
};

/** The file's lines: a row for each of these, as they are now. */
export function linesOf(
  people: readonly RealPerson[],
  rows: readonly RealPerson[],
  { layout, spelling }: NextFile,
): string[] {
  const spelled = (text: string) =>
    spelling === 'as is' ? text : spelling === 'capitals' ? text.toUpperCase() : withoutAccents(text);
  const body = rows.map((person) => {
    const boss = people.find(({ key }) => key === person.manager);
    const name = spelled(nameOf(person));
    const turned = (of: RealPerson) => `"${spelled(of.last)}, ${spelled(of.first)}"`;
    const manager = boss === undefined ? '' : spelled(nameOf(boss));
    const cells: Record<Layout, readonly string[]> = {
      id: [person.id, person.address, name, manager],
      'id and manager id': [person.id, name, boss?.id ?? ''],
      'crm id': [person.crmId, name, manager],
      address: [person.address, name, boss?.address ?? ''],
      name: [name, manager],
      'last, first': [turned(person), boss === undefined ? '' : turned(boss)],
      parts: [spelled(person.first), spelled(person.last), manager],
      account: [person.account, name, boss?.account ?? ''],
    };
    return [...cells[layout], person.hasLeft ? '2026-05-31' : ''].join(',');
  });
  return [heads[layout], ...body];
}

function withoutAccents(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('ß', 'ss')
    .replaceAll('’', "'");
}

/** What a row of the layout says of a person beside the name; accounts are no facts about them. */
export function cluesOf({ id, crmId, address }: RealPerson, layout: Layout): readonly string[] {
  if (layout === 'id') return [id, address];
  if (layout === 'id and manager id') return [id];
  if (layout === 'crm id') return [crmId];
  return layout === 'address' ? [address] : [];
}

/** How the cells of the layout name a manager; undefined by their name. */
export function managerClueOf({ id, account, address }: RealPerson, layout: Layout): readonly string[] | undefined {
  const clues: Partial<Record<Layout, string>> = { 'id and manager id': id, address, account };
  const clue = clues[layout];
  return clue === undefined ? undefined : [clue];
}

/** Whose alone a fact on record is; undefined for the name that two have. */
export function ownerOf(people: readonly RealPerson[], folded: string): RealPerson | undefined {
  if (folded === sharedName) return undefined;
  return people.find(
    ({ id, crmId, names, addresses }) =>
      id === folded || crmId === folded || names.has(folded) || addresses.has(folded),
  );
}
