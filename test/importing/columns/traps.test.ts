import { describe, expect, test } from 'vitest';
import { deals, roster } from '../../../src/importing/columns/columns.ts';
import { readHeader } from '../../../src/importing/columns/header.ts';

const split = (...lines: string[]): string[][] => lines.map((line) => line.split('|'));

const people = 'name|email';
const dealsOwn = 'id|owner|stage';

describe('a column of a similar name isn’t taken', () => {
  test.each([
    'Manager Level',
    'Number of managers',
    'Is Manager',
    'Name of pet',
    'File name',
    'Preferred Name',
    'Nickname',
    'Company',
    'Company name',
    'Job Title',
    'Work Phone',
    'Home Email',
    'Personal Email',
    'Emergency contact name',
    'Birth Date',
    'Probation end date',
    'Last login date',
    'Last promotion date',
    'Hire Date (original contract)',
    'Account Owner',
    'Status changed on',
    'Billing active',
    'Region head',
    'Profile: Name',
    'User Role',
    'Employee Level',
    'Employee count',
  ])('in a roster: %s', (name) => {
    const read = readHeader(roster, [...people.split('|'), name], []);
    expect(read.columns).toEqual({ name: 'name', email: 'email' });
    expect(read.unread).toEqual([name]);
  });

  test.each([
    'Owner Role',
    'Owner Manager',
    'Account Owner',
    'Previous Owner',
    'Stage Duration',
    'Previous Stage',
    'Days in stage',
    'Last Stage Change Date',
    'Previous Close Date',
    'Close Date (original)',
    'Days to close',
    'Lost reason',
    'Amount of calls',
    'Weighted amount',
    'Expected Revenue',
    'Probability (%)',
    'Next Activity Date',
    'Last Modified Date',
    'Updated at',
    'Created by',
    'Account ID',
    'Contact name',
    'Lead source',
    'Close reason',
    'Won/lost reason',
    'Currency rate',
    'Opportunity Type',
    'Deal Score',
    'Opportunity Record Type',
    'Name of competitor',
  ])('among deals: %s', (name) => {
    const read = readHeader(deals, [...dealsOwn.split('|'), name], []);
    expect(read.columns).toEqual({ id: 'id', owner: 'owner', stage: 'stage' });
    expect(read.unread).toEqual([name]);
  });
});

describe('of two columns the one that is meant is taken', () => {
  test.each([
    ['Manager ID|Manager|Manager Level', { manager_id: 'Manager ID', manager_name: 'Manager' }],
    ['Home Email|Work Email', { email: 'Work Email' }],
    ['Email|Work Email', { email: 'Work Email' }],
    ['E-Mail privat|E-Mail dienstlich', { email: 'E-Mail dienstlich' }],
    ['Hire Date|Original Hire Date', { started_on: 'Hire Date' }],
    ['Username|Full name', { name: 'Full name', account: 'Username' }],
    ['Display name|Full name', { name: 'Full name' }],
  ])('in a roster: %s', (header, columns) => {
    const read = readHeader(roster, [...header.split('|'), ...(/mail/i.test(header) ? ['name'] : ['email'])], []);
    expect(read.columns).toMatchObject(columns);
  });

  test.each([
    ['Account Owner|Opportunity Owner', { owner: 'Opportunity Owner' }],
    ['Previous Close Date|Close Date', { close_on: 'Close Date' }],
    ['Close Date (original)|Close Date', { close_on: 'Close Date' }],
    ['Expected close date|Actual close date', { close_on: 'Expected close date', closed_on: 'Actual close date' }],
    ['expected_close_date|close_at', { close_on: 'close_at' }],
    ['Owner ID|Owner', { owner: 'Owner', owner_id: 'Owner ID' }],
    ['Owner|Owner email', { owner: 'Owner email' }],
    ['Created Date|Created by', { opened_on: 'Created Date' }],
  ])('among deals: %s', (header, columns) => {
    const owner = header.includes('Owner') ? [] : ['owner'];
    expect(readHeader(deals, [...header.split('|'), 'deal id', 'stage', ...owner], []).columns).toMatchObject(columns);
  });
});

describe('what the cells hold decides against a name', () => {
  test('an owner’s name goes before their id, a stage’s name before its number', () => {
    const header = ['id', 'Owner', 'Owner name', 'Stage', 'Stage name'];
    const read = readHeader(deals, header, [], split('1|501|Ada Quill|3|Proposal', '2|502|Otto Brandt|4|Won'));
    expect(read.positions.get('owner')).toEqual([2, 1]);
    expect(read.positions.get('stage')).toEqual([4, 3]);
  });
  test('a user’s name that is a whole one is their name', () => {
    const read = readHeader(roster, ['user_id', 'user_name'], [], split('U1|Ada Quill', 'U2|Mina Farrow'));
    expect(read.columns).toEqual({ rep_id: 'user_id', name: 'user_name' });
  });
  test('a user’s id is the CRM’s, not HR’s', () => {
    const read = readHeader(roster, ['User ID', 'Name'], [], split('501|Ada Quill'));
    expect(read.columns).toEqual({ rep_id: 'User ID', name: 'Name' });
  });
  test('an employee who is a number is an id', () => {
    const read = readHeader(roster, ['Employee', 'Rep name'], [], split('101|Ada Quill', '100|Mina Farrow'));
    expect(read.columns).toEqual({ id: 'Employee', name: 'Rep name' });
  });
  test('and without another name there is none', () => {
    expect(() => readHeader(roster, ['Employee', 'Manager'], [], split('101|100', '100|'))).toThrow(
      'There is no column for the name',
    );
  });
  test('an e-mail without any @ in several rows is none', () => {
    const rows = split('Ada Quill|aquill', 'Mina Farrow|mfarrow', 'Otto Brandt|obrandt');
    const read = readHeader(roster, ['Name', 'E-Mail'], [], rows);
    expect(read.columns).toEqual({ name: 'Name' });
    expect(read.unread).toEqual(['E-Mail']);
  });
  test('one bad address is told in its row', () => {
    const read = readHeader(roster, ['Name', 'Email'], [], split('Ada Quill|ada.example.com'));
    expect(read.columns).toEqual({ name: 'Name', email: 'Email' });
  });
  test('a manager’s address that is a name is the manager’s name', () => {
    const read = readHeader(roster, ['Name', 'Manager Email'], [], split('Ada Quill|Mina Farrow', 'Mina Farrow|'));
    expect(read.columns).toEqual({ name: 'Name', manager_name: 'Manager Email' });
  });
  test.each(['100', 'mina@example.com', 'CN=Farrow\\, Mina,OU=Sales,DC=example', 'mfarrow', 'Mina Farrow (100)'])(
    'a manager is one however they are named: %s',
    (manager) => {
      const read = readHeader(roster, ['Name', 'Manager'], [], [['Ada Quill', manager]]);
      expect(read.columns).toEqual({ name: 'Name', manager_name: 'Manager' });
    },
  );
  test('who is terminated on a day has a last day', () => {
    const read = readHeader(roster, ['Name', 'Terminated'], [], split('Ada Quill|', 'Otto Brandt|2026-06-30'));
    expect(read.columns).toEqual({ name: 'Name', last_day: 'Terminated' });
  });
  test('an owner may be an id, and dates that are words are no dates', () => {
    const read = readHeader(deals, ['id', 'owner', 'stage', 'created'], [], split('1|R-01|Open|Mina Farrow'));
    expect(read.columns).toEqual({ id: 'id', owner: 'owner', stage: 'stage' });
  });
  test('a deal that is closed or won on a day has a closing day', () => {
    const read = readHeader(deals, ['id', 'owner', 'stage', 'Closed'], [], split('1|Ada|Won|2026-05-30', '2|Ada|New|'));
    expect(read.columns).toMatchObject({ closed_on: 'Closed' });
  });
  test('an address that is only the login’s is the address', () => {
    const read = readHeader(roster, ['Name', 'Login'], [], split('Ada Quill|ada@example.com'));
    expect(read.columns).toEqual({ name: 'Name', email: 'Login', account: 'Login' });
  });
  test('blank cells, dashes and N/A say nothing', () => {
    const read = readHeader(roster, ['Name', 'Email', 'Start date'], [], split('Ada Quill|-|N/A', 'Mina Farrow||'));
    expect(read.columns).toEqual({ name: 'Name', email: 'Email', started_on: 'Start date' });
  });
  test.each([
    '2024-03-04',
    '4.3.24',
    '03/04/2024 08:00',
    '4 Mar 2024',
    '4-Mar-24',
    '4. März 2024',
    '2024年3月4日',
    '45355',
    '20240304',
    '1709539200000',
  ])('a day may be written %s', (day) => {
    expect(readHeader(roster, ['Name', 'Hire date'], [], [['Ada Quill', day]]).columns).toMatchObject({
      started_on: 'Hire date',
    });
  });
});

describe('two columns of one name', () => {
  const header = ['name', 'email', 'Email'];
  test('are refused where they differ', () => {
    const rows = [['Ada Quill', 'ada@example.com', 'ada@home.example']];
    expect(() => readHeader(roster, header, [], rows)).toThrow('The column “Email” is there twice.');
  });
  test('are one where they say the same, or one says nothing', () => {
    const rows = [
      ['Ada Quill', 'ada@example.com', 'ada@example.com'],
      ['Otto Brandt', '', 'otto@example.com'],
    ];
    expect(readHeader(roster, header, [], rows).positions.get('email')).toEqual([1, 2]);
  });
  test('that nothing reads are no matter', () => {
    const rows = [['Ada Quill', 'a', 'b']];
    expect(readHeader(roster, ['name', 'Note', 'Note'], [], rows).unread).toEqual(['Note', 'Note']);
  });
});
