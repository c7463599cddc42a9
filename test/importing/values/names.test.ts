import { describe, expect, test } from 'vitest';
import { isNobody, looksLikeName, readName } from '../../../src/importing/values/names.ts';

describe('a name, first name first', () => {
  test.each([
    ['Ada Quill', 'Ada Quill'],
    ['Quill, Ada', 'Ada Quill'],
    ['Quill,Ada', 'Ada Quill'],
    ['QUILL, Ada', 'Ada QUILL'],
    ['Quill, Ada M.', 'Ada M. Quill'],
    ['van der Berg, Jan', 'Jan van der Berg'],
    ['Berg, Jan van der', 'Jan van der Berg'],
    ['Farrow\\, Mina', 'Mina Farrow'],
    ['Dr. Quill, Ada', 'Dr. Ada Quill'],
    ['Prof. Dr. Quill, Ada', 'Prof. Dr. Ada Quill'],
    ['Quill, Dr. Ada', 'Dr. Ada Quill'],
    ['Dr. Ada Quill', 'Dr. Ada Quill'],
    ['Quill,', 'Quill'],
    // What follows a comma isn't always a first name.
    ['Ada Quill, Jr.', 'Ada Quill Jr.'],
    ['Ada Quill Jr', 'Ada Quill Jr'],
    ['Ada Quill, III', 'Ada Quill III'],
    ['Ada Quill, PhD', 'Ada Quill'],
    ['Ada Quill, Ph.D., MBA', 'Ada Quill'],
    ['King, Jr., Martin', 'Martin King Jr.'],
    ['King, Martin, Jr.', 'Martin King Jr.'],
    ['King Jr., Martin', 'Martin King Jr.'],
    ['Quill, Ada, PhD', 'Ada Quill'],
    // First names that look like what they aren't.
    ['Silva, Junior', 'Junior Silva'],
    ['Yo-Yo, Ma', 'Ma Yo-Yo'],
    ['Quill, Ada, Sales, EMEA', 'Quill, Ada, Sales, EMEA'],
    // Other scripts keep the order that they have.
    ['山田\u3000太郎', '山田 太郎'],
    ['Мина Фарроу', 'Мина Фарроу'],
    ['Ada (Addy) Quill', 'Ada (Addy) Quill'],
    ['Ada Quill-Moss', 'Ada Quill-Moss'],
    ['Ada  Quill', 'Ada Quill'],
  ])('%j is %j', (text, name) => {
    expect(readName(text)).toEqual({ name, ownId: null, email: null, isInactive: false });
  });

  test.each([
    ['Quill Ada', 'Ada Quill'],
    ['Quill, Ada', 'Ada Quill'],
    ['Quill', 'Quill'],
    ['van der Berg Jan', 'van der Berg Jan'],
    ['山田 太郎', '山田 太郎'],
  ])('%j in a column of last names and first names is %j', (text, name) => {
    expect(readName(text, 'last-first').name).toBe(name);
  });

  test.each([
    ['CN=Farrow\\, Mina,OU=Sales,DC=example,DC=com', 'Mina Farrow'],
    ['CN=Farrow\\2C Mina,OU=Sales', 'Mina Farrow'],
    ['cn=Mina Farrow', 'Mina Farrow'],
    ['CN=Mina Farrow/Sales\\+Service', 'Mina Farrow/Sales+Service'],
    ['OU=Sales, CN=Mina Farrow, DC=example', 'Mina Farrow'],
    ['UID=mfarrow+CN=Mina Farrow,DC=example', 'Mina Farrow'],
    ['CN="Farrow, Mina",O=Example', 'Mina Farrow'],
    ['CN=J\\C3\\BCrgen Wei\\C3\\9F,DC=example', 'Jürgen Weiß'],
    ['CN=Farrow\\, Mina (E1002),OU=Sales', 'Mina Farrow'],
  ])('%j is %j', (text, name) => {
    expect(readName(text).name).toBe(name);
  });

  test('a distinguished name without a common name is no name', () => {
    expect(looksLikeName(readName('uid=mfarrow,ou=people').name)).toBe(false);
  });
});

describe('what stands beside a name', () => {
  test.each<[string, string, Partial<ReturnType<typeof readName>>]>([
    ['Ada Quill (100)', 'Ada Quill', { ownId: '100' }],
    ['Quill, Ada (E1002)', 'Ada Quill', { ownId: 'E1002' }],
    ['Ada Quill [R-01]', 'Ada Quill', { ownId: 'R-01' }],
    ['Ada Quill (Employee ID: 100)', 'Ada Quill', { ownId: '100' }],
    ['Ada Quill (#100)', 'Ada Quill', { ownId: '100' }],
    ['Ada Quill (Deactivated User)', 'Ada Quill', { isInactive: true }],
    ['Ada Quill (Inactive)', 'Ada Quill', { isInactive: true }],
    ['Ada Quill (Terminated)', 'Ada Quill', { isInactive: true }],
    ['Ada Quill (Deaktivierter Benutzer)', 'Ada Quill', { isInactive: true }],
    ['Ada Quill (Utilisateur désactivé)', 'Ada Quill', { isInactive: true }],
    ['Ada Quill (ehem.)', 'Ada Quill', { isInactive: true }],
    ['Ada Quill - Inactive', 'Ada Quill', { isInactive: true }],
    ['[INACTIVE] Ada Quill', 'Ada Quill', { isInactive: true }],
    ['Inactive - Ada Quill', 'Ada Quill', { isInactive: true }],
    ['Ada Quill (Inactive) (100)', 'Ada Quill', { ownId: '100', isInactive: true }],
    ['Ada Quill (contractor)', 'Ada Quill', {}],
    ['Ada Quill [C]', 'Ada Quill', {}],
    ['Ada Quill (On Leave)', 'Ada Quill', {}],
    ['Ada Quill (On Leave) (100)', 'Ada Quill', { ownId: '100' }],
    ['Ada Quill (she/her)', 'Ada Quill', {}],
    ['Ada Quill [Ada.Quill@example.com]', 'Ada Quill', { email: 'ada.quill@example.com' }],
    ['Ada Quill <ada@example.com>', 'Ada Quill', { email: 'ada@example.com' }],
    ['"Quill, Ada" <ada@example.com>', 'Ada Quill', { email: 'ada@example.com' }],
    ['Quill, Ada (ada@example.com)', 'Ada Quill', { email: 'ada@example.com' }],
    ['Ada Quill - ada@example.com', 'Ada Quill', { email: 'ada@example.com' }],
    ['Ada Quill, ada@example.com', 'Ada Quill', { email: 'ada@example.com' }],
    ['ada@example.com (Ada Quill)', 'Ada Quill', { email: 'ada@example.com' }],
    ['ada@example.com', '', { email: 'ada@example.com' }],
    ['Ada Quill (Sales)', 'Ada Quill (Sales)', {}],
    ['Quill, Ada (EMEA)', 'Ada Quill (EMEA)', {}],
    ['Ada Quill (Sales) (Inactive)', 'Ada Quill (Sales)', { isInactive: true }],
    ['mailto:ada@example.com', '', { email: 'ada@example.com' }],
    ['Ada Quill - Moss', 'Ada Quill - Moss', {}],
  ])('%j', (text, name, beside) => {
    expect(readName(text)).toEqual({ name, ownId: null, email: null, isInactive: false, ...beside });
  });
});

describe('nobody', () => {
  test.each([
    '',
    ' ',
    'N/A',
    'n/a',
    '-',
    '—',
    '?',
    'TBD',
    'TBH',
    'tba',
    '0',
    '000',
    '#REF!',
    '(none)',
    'none',
    'NULL',
    'NaN',
    'Vacant',
    'VACANT',
    'Vacant - backfill',
    'VACANT (Smith)',
    'Vacant Position',
    '[Vacant]',
    'TBD - hiring',
    'To be hired',
    'To be confirmed',
    'Open',
    'Open Role',
    'Open position',
    'Open Req 1234',
    'Open - AE West',
    'New Hire',
    'No Manager',
    'No one',
    'Not assigned',
    'Unassigned',
    'N.N.',
    'NN',
    'xxx',
    'Nobody',
    'N/A (CEO)',
    'Board of Directors',
    'keiner',
    'Keine',
    'unbesetzt',
    'nicht zugewiesen',
    'offene Stelle',
    'Vakant',
    'aucun',
    'Aucune',
    'non assigné',
    'Poste à pourvoir',
    'sin asignar',
    'Ninguno',
    'por contratar',
    'não atribuído',
    'Nenhum',
    'vago',
    'nessuno',
    'non assegnato',
    'geen',
    'niet toegewezen',
    'brak',
    'nieprzypisany',
    'ingen',
    'Ej tilldelad',
    'なし',
    '未定',
    '未割り当て',
    '欠員',
  ])('%j names nobody', (text) => {
    expect(isNobody(text)).toBe(true);
    expect(looksLikeName(text)).toBe(false);
  });

  test.each([
    'Nil Open',
    'Noah N/A',
    'None Such',
    'Nan Moss',
    'Na Li',
    'Nat',
    'Nan',
    'Nil',
    'Tom',
    'Max Vakanz',
    'Ingen Berg',
    'No Manager Smith',
    'Bo Vacanti',
    'Openshaw, Ada',
    'Board, Ada',
    'Ola Brak',
    'Vago Nunes',
    'Selfridge',
    'Geena',
    'Zero Mostel',
    'Mina Farrow (Vacant Lot team)',
  ])('%j names somebody', (text) => {
    expect(isNobody(text)).toBe(false);
  });
});

describe('what looks like a name', () => {
  test.each([
    'Mina Farrow',
    'mina farrow',
    'Mina',
    'Zoë',
    '山田太郎',
    '山田 太郎',
    "O'Neil-Smith",
    'D’Arcy',
    'Ng',
    'J. Weiss',
    'J.R. Quill',
    'Ada Quill Jr.',
    'Мина Фарроу',
    'محمد',
    'Ada (Addy) Quill',
    'Nan Moss',
    'Nil Open',
    'León Ñíguez',
    'Łukasz',
    'Dr. Ada Quill',
    'McFarrow',
  ])('%j does', (text) => {
    expect(looksLikeName(text)).toBe(true);
  });

  test.each([
    '101',
    'R-01',
    'E1002',
    'CN=Mina Farrow',
    'uid=mfarrow,ou=people',
    'mfarrow\\x',
    'DOMAIN\\mfarrow',
    '/Sales',
    'Sales/EMEA',
    'a@b.c',
    'TBD',
    'West Region 4',
    'mfarrow',
    'mina.farrow',
    'Mina.Farrow',
    'mina_farrow',
    'A',
    'Ada & Mina',
    'Ada; Mina',
    '0051x000001AbCd',
    '{guid}',
    'http',
    'Noah N/A',
    '=A1',
    '2026-11-30',
    '+1 555',
  ])('%j does not', (text) => {
    expect(looksLikeName(text)).toBe(false);
  });
});
