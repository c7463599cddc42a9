import { describe, expect, test } from 'vitest';
import { deals } from '../../../src/importing/columns/columns.ts';
import { readHeader } from '../../../src/importing/columns/header.ts';
import { hubspotAndPipedrive } from '../../helpers/export-headers/hubspot-and-pipedrive.ts';
import { otherCrms } from '../../helpers/export-headers/other-crms.ts';
import { salesforceExports } from '../../helpers/export-headers/salesforce.ts';

const exports = { ...salesforceExports, ...hubspotAndPipedrive, ...otherCrms };
const cells = (line: string): string[] => line.split('|');

test.each(Object.entries(exports))('a %s is known by its header and read whole', (name, { header, columns }) => {
  const read = readHeader(deals, cells(header), []);
  expect(read.columns).toEqual(columns);
  expect(read.preset).toBe(name.replace(/,.*/, ''));
});

/** The columns of an export without some of them. */
const without = (name: string, ...left: readonly string[]): string[] =>
  cells(exports[name]?.header ?? '').filter((column) => !left.includes(column));

describe('an export without what a deal needs says what to do in its program', () => {
  const report = 'Salesforce opportunity report';
  test.each([
    [
      report,
      ['Opportunity ID'],
      'a Salesforce report without the column Opportunity ID. Add it to the report (Edit › Columns › Opportunity ID)',
    ],
    [`${report}, in German`, ['Opportunity-ID'], 'a Salesforce report without the column Opportunity-ID. Add it'],
    [`${report}, in Japanese`, ['商談 ID'], 'a Salesforce report without the column 商談 ID. Add it'],
    ['Salesforce data export', ['Id'], 'a Salesforce data export without the field Id'],
    ['Salesforce data export', ['OwnerId', 'Owner.Name'], 'without the field OwnerId. Add OwnerId or Owner.Name'],
    ['HubSpot deal export', ['Record ID'], 'a HubSpot export without the column Record ID'],
    ['HubSpot deal export', ['Deal owner'], 'a HubSpot export without the column Deal owner'],
    ['Pipedrive deal export', ['Deal - ID'], 'a Pipedrive export without the column Deal - ID'],
    ['Pipedrive deal export', ['Deal - Owner'], 'a Pipedrive export without the column Deal - Owner'],
    ['Zoho CRM deal export', ['Record Id'], 'a Zoho CRM export without the column Record Id'],
    ['monday.com board', ['Item ID (auto generated)'], 'a monday.com board without the column Item ID'],
    ['pipeline export of Odoo', ['External ID'], 'an Odoo export without the column External ID'],
    ['Bitrix24 deal export', ['ID'], 'a Bitrix24 export without the column ID'],
    [
      'Dynamics 365 opportunity export',
      ['(Do Not Modify) Opportunity'],
      'without the column (Do Not Modify) Opportunity',
    ],
  ])('%s without %s', (name, left, message) => {
    expect(() => readHeader(deals, without(name, ...left), [])).toThrow(message);
  });
});

test('a column that only resembles an export’s makes no export', () => {
  expect(readHeader(deals, ['deal_id', 'deal_title', 'deal_owner', 'deal_stage'], []).preset).toBeNull();
  expect(readHeader(deals, ['Deal ID', 'Stage name', 'Close date', 'Owner name'], []).preset).toBeNull();
});
