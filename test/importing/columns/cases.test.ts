import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { deals, roster } from '../../../src/importing/columns/columns.ts';
import type { TableKind } from '../../../src/importing/columns/columns.ts';
import { readHeader } from '../../../src/importing/columns/header.ts';

const folder = join(import.meta.dirname, '../../../../shared/cases');
const isThere = existsSync(folder);

/** Which column of each file is read as what; columns that are left out here are none of a field’s. */
const expected: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'roster-date-order.csv': {
    email: 'Email',
    name: 'Display name',
    manager_name: 'Reports to',
    started_on: 'Start date',
  },
  'roster-directory-manager.csv': { name: 'Name', email: 'mail', team: 'Department', manager_name: 'Manager' },
  'roster-employee-number.csv': {
    id: 'Employee #',
    name: 'Last name, First name',
    manager_name: 'Reporting to',
    started_on: 'Hire Date',
    email: 'Work Email',
  },
  'roster-first-last-name.csv': {
    name: 'First Name + Last Name',
    manager_name: 'Reporting to',
    started_on: 'Hire Date',
    email: 'Work Email',
  },
  'roster-german-windows-1252.csv': {
    name: 'Vorname + Nachname',
    email: 'E-Mail',
    manager_name: 'Vorgesetzter',
    team: 'Abteilung',
    started_on: 'Eintrittsdatum',
  },
  'roster-german.csv': {
    name: 'Vorname + Nachname',
    email: 'E-Mail',
    manager_name: 'Vorgesetzter',
    team: 'Abteilung',
    started_on: 'Eintrittsdatum',
  },
  'roster-google-workspace.csv': {
    name: 'First Name [Required] + Last Name [Required]',
    email: 'Email Address [Required]',
    team: 'Org Unit Path [Required]',
    manager_email: 'Manager Email',
    status: 'Status [READ ONLY]',
  },
  'roster-leavers.csv': {
    name: 'full_name',
    email: 'work email',
    manager_name: 'manager',
    started_on: 'hire_date',
    last_day: 'termination_date',
    active: 'is_active',
    status: 'Employment Status',
  },
  'roster-no-manager-words.csv': { name: 'name', email: 'email', manager_name: 'manager' },
  'roster-odd-cells.csv': {
    name: 'name',
    email: 'email',
    manager_name: 'manager',
    country: 'country',
    time_zone: 'time zone',
    started_on: 'start date',
  },
  'roster-rep-ids.csv': { rep_id: 'rep_id', name: 'rep_name', manager_name: 'manager' },
  'roster-slack-members.csv': {
    account: 'username',
    email: 'email',
    status: 'status',
    kind: 'status',
    slack_id: 'userid',
    name: 'fullname',
  },
  'deals-at-columns.csv': {
    id: 'deal_id',
    owner: 'owner',
    status: 'status',
    opened_on: 'deal_created_at',
    close_on: 'close_at',
    closed_on: 'closed_at',
    stage: 'OpportunityStage',
    amount: 'EstimatedValue',
  },
  'deals-excel-blanks.csv': {
    id: 'id',
    name: 'name',
    owner: 'owner',
    stage: 'stage',
    amount: 'amount',
    close_on: 'close date',
    last_activity_on: 'last activity',
  },
  'deals-excel-short-days.csv': {
    id: 'id',
    name: 'name',
    owner: 'owner',
    stage: 'stage',
    amount: 'amount',
    opened_on: 'created date',
    close_on: 'close date',
  },
  'deals-is-won-flags.csv': {
    id: 'Id',
    name: 'Name',
    stage: 'StageName',
    amount: 'Amount',
    close_on: 'CloseDate',
    owner: 'Owner.Name',
    is_closed: 'IsClosed',
    is_won: 'IsWon',
    opened_on: 'CreatedDate',
  },
  'deals-owner-ids.csv': {
    id: 'deal_id',
    account: 'account_name',
    owner: 'rep_id',
    owner_id: 'rep_id',
    stage: 'stage',
    amount: 'deal_value',
    close_on: 'close_date',
  },
  'deals-owner-left.csv': {
    id: 'Record ID',
    name: 'Deal Name',
    stage: 'Deal Stage',
    close_on: 'Close Date',
    owner: 'Deal owner',
    amount: 'Amount',
  },
  'deals-salesforce-dates.csv': {
    id: 'Opportunity ID',
    owner: 'Opportunity Owner',
    name: 'Opportunity Name',
    stage: 'Stage',
    amount: 'Amount',
    close_on: 'Close Date',
    opened_on: 'Created Date',
    last_activity_on: 'Last Activity',
  },
  'deals-salesforce-german.csv': {
    id: 'Opportunity-ID',
    owner: 'Opportunity-Inhaber',
    account: 'Accountname',
    name: 'Opportunity-Name',
    stage: 'Phase',
    amount: 'Betrag',
    close_on: 'Schlusstermin',
    opened_on: 'Erstelldatum',
  },
  'deals-salesforce-ids-15.csv': {
    id: 'Opportunity ID',
    name: 'Opportunity Name',
    owner: 'Opportunity Owner',
    stage: 'Stage',
    amount: 'Amount',
    close_on: 'Close Date',
  },
  'deals-salesforce-ids-18.csv': {
    id: 'Opportunity ID',
    name: 'Opportunity Name',
    owner: 'Opportunity Owner',
    stage: 'Stage',
    amount: 'Amount',
    close_on: 'Close Date',
  },
  'deals-scientific-ids.csv': {
    id: 'Record ID',
    name: 'Deal Name',
    stage: 'Deal Stage',
    close_on: 'Close Date',
    owner: 'Deal owner',
    amount: 'Amount',
  },
  'deals-sep-line.csv': {
    id: 'id',
    name: 'name',
    owner: 'owner',
    stage: 'stage',
    amount: 'amount',
    close_on: 'close date',
  },
  'deals-spanish-stages.csv': {
    id: 'id',
    name: 'name',
    owner: 'owner',
    stage: 'stage',
    amount: 'amount',
    opened_on: 'created date',
    close_on: 'close date',
  },
  'deals-two-digit-years.csv': {
    id: 'deal_id',
    name: 'deal_name',
    owner: 'owner',
    stage: 'stage',
    amount: 'amount_usd',
    close_on: 'close_date',
    last_activity_on: 'last_activity_date',
  },
};

/** As the room of reading gives it: bytes, a line that names the separator and the separator itself are its own matter. */
function rowsOf(file: string): string[][] {
  const decoder = new TextDecoder(file.includes('1252') ? 'windows-1252' : 'utf-8');
  const text = decoder.decode(readFileSync(join(folder, file))).replace(/^sep=.\r?\n/, '');
  const delimiter = (text.split('\n')[0] ?? '').includes(';') ? ';' : ',';
  return parse(text, { delimiter, relax_column_count: true });
}

/** The folder lies beside the project; without it there is nothing to read. */
describe.skipIf(!isThere)(
  `the columns of files that people have (${isThere ? 'as they are' : 'skipped: ../shared/cases is missing'})`,
  () => {
    const files = Object.keys(expected).filter((file) => existsSync(join(folder, file)));

    test.each(files)('%s', (file) => {
      const [header = [], ...rows] = rowsOf(file);
      const kind = (file.startsWith('roster') ? roster : deals) as TableKind<string>;
      expect(readHeader(kind, header, [], rows).columns).toEqual(expected[file]);
    });

    test('a Salesforce report without ids says how to have them', () => {
      const [header = [], ...rows] = rowsOf('deals-salesforce-without-id.csv');
      expect(() => readHeader(deals, header, [], rows)).toThrow(
        'This is a Salesforce report without the column Opportunity ID. Add it to the report',
      );
    });

    test('the amount of one is in dollars by its name', () => {
      const [header = [], ...rows] = rowsOf('deals-two-digit-years.csv');
      expect(readHeader(deals, header, [], rows).currency).toBe('USD');
    });
  },
);
