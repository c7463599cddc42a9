import type { DealField } from '../field-ids.ts';
import type { Preset } from './preset.ts';

/** Where nothing else is said: by the product’s words, with the ordinary names as the net. */
export const otherCrms: readonly Preset<DealField>[] = [
  {
    // The fields of the module Deals, as Zoho’s export and its API call them.
    name: 'Zoho CRM deal export',
    signature: [
      ['Deal Name', 'Potential Name'],
      ['Deal Owner', 'Potential Owner'],
      'Closing Date',
      ['Stage', 'Sales Stage'],
    ],
    names: {
      id: ['Record Id', 'Deal Id', 'Potential Id'],
      owner: ['Deal Owner Email', 'Deal Owner', 'Potential Owner'],
      owner_id: ['Deal Owner.id', 'Deal Owner Id'],
      opened_on: ['Created Time'],
      last_activity_on: ['Last Activity Time'],
      close_on: ['Closing Date'],
    },
    missing: {
      id: 'This is a Zoho CRM export without the column Record Id. Export the module Deals (Setup › Export), and import that file.',
    },
  },
  {
    name: 'monday.com board',
    signature: [
      ['Item ID', 'Item ID (auto generated)', 'Subitems'],
      'Name',
      ['Stage', 'Deal Stage', 'Status'],
      ['Owner', 'Deal owner', 'Person', 'People', 'Deal Value'],
    ],
    names: {
      id: ['Item ID (auto generated)', 'Item ID'],
      owner: ['Owner', 'Deal owner', 'Sales Rep', 'People', 'Person'],
      stage: ['Stage', 'Deal Stage', 'Status'],
      amount: ['Deal Value', 'Value', 'Amount'],
      close_on: ['Expected Close Date', 'Expected close'],
      closed_on: ['Close Date', 'Actual close date'],
    },
    missing: {
      id: 'This is a monday.com board without the column Item ID. Add it to the board (+ › Item ID), export again, and import that file.',
    },
  },
  {
    // The fields of an opportunity in Close’s API; its date_won is also the day on which an active one is expected to close.
    name: 'Close opportunity export',
    written: /^status_label$/,
    signature: [
      'status_label',
      'status_type',
      ['lead_name', 'lead_id'],
      ['user_name', 'user_id', 'value', 'value_formatted'],
    ],
    names: {
      id: ['id', 'opportunity_id'],
      account: ['lead_name'],
      owner: ['user_email', 'user_name', 'user_id'],
      owner_id: ['user_id'],
      pipeline: ['pipeline_name'],
      stage: ['status_label'],
      status: ['status_type'],
      amount: ['value_formatted'],
      currency: ['value_currency'],
      opened_on: ['date_created'],
      close_on: ['date_won'],
      closed_on: ['date_lost', 'date_won'],
    },
    // In cents, beside the formatted value.
    ignored: ['value'],
  },
  {
    // The labels and the names of the fields of Odoo’s crm.lead.
    name: 'pipeline export of Odoo',
    signature: [
      ['Salesperson', 'user_id', 'user_id/name', 'Salesperson/Name'],
      ['Expected Revenue', 'expected_revenue'],
      ['Stage', 'stage_id', 'stage_id/name', 'Stage/Stage Name'],
    ],
    names: {
      id: ['External ID', 'ID', 'id', '.id'],
      name: ['Opportunity', 'Opportunity/Name', 'name'],
      account: ['Customer', 'partner_id', 'partner_id/name', 'Customer/Name', 'partner_name'],
      owner: ['Salesperson', 'Salesperson/Name', 'user_id', 'user_id/name'],
      stage: ['Stage', 'Stage/Stage Name', 'stage_id', 'stage_id/name'],
      amount: ['Expected Revenue', 'expected_revenue'],
      opened_on: ['Created on', 'create_date'],
      close_on: ['Expected Closing', 'date_deadline'],
      closed_on: ['Closed Date', 'date_closed'],
    },
    missing: {
      id:
        'This is an Odoo export without the column External ID. Export again with “import-compatible export” ticked, ' +
        'and import that file.',
    },
  },
  {
    name: 'Bitrix24 deal export',
    signature: [
      ['Responsible', 'Responsible person'],
      ['Deal Name', 'Name', 'Deal'],
      ['Stage', 'Deal stage'],
      ['Pipeline', 'Currency', 'Amount', 'Total', 'Expected close date', 'End date'],
    ],
    names: {
      id: ['ID', 'Deal ID'],
      owner: ['Responsible person', 'Responsible'],
      amount: ['Amount', 'Total', 'Total amount', 'Income'],
      opened_on: ['Created on', 'Created', 'Start date'],
      close_on: ['Expected close date', 'Estimated close date', 'End date'],
    },
    missing: {
      id: 'This is a Bitrix24 export without the column ID. Tick ID in the settings of the list, export again, and import that file.',
    },
  },
  {
    // The names of Bitrix24’s REST API and BI datasets.
    name: 'Bitrix24 deal list',
    written: /^(?:STAGE|ASSIGNED_BY)/,
    signature: ['TITLE', ['STAGE_ID', 'STAGE', 'STAGE_NAME'], ['ASSIGNED_BY_ID', 'ASSIGNED_BY_NAME', 'ASSIGNED_BY']],
    names: {
      id: ['ID'],
      name: ['TITLE'],
      account: ['COMPANY_NAME', 'COMPANY_TITLE'],
      owner: ['ASSIGNED_BY_NAME', 'ASSIGNED_BY_ID'],
      owner_id: ['ASSIGNED_BY_ID'],
      pipeline: ['CATEGORY_NAME', 'CATEGORY_ID'],
      stage: ['STAGE_NAME', 'STAGE', 'STAGE_ID'],
      amount: ['OPPORTUNITY'],
      currency: ['CURRENCY_ID'],
      opened_on: ['DATE_CREATE', 'BEGINDATE'],
      close_on: ['CLOSEDATE'],
      is_closed: ['CLOSED'],
    },
  },
  {
    name: 'Copper opportunity export',
    signature: ['Owned By', 'Stage', ['Value', 'Copper ID', 'Pipeline']],
    names: {
      id: ['Copper ID', 'Opportunity ID', 'Id'],
      account: ['Company', 'Primary Contact Company'],
      owner: ['Owned By'],
      amount: ['Value'],
      close_on: ['Close Date'],
      opened_on: ['Created At', 'Created Date'],
    },
  },
  {
    name: 'Freshsales deal export',
    signature: [
      ['Sales owner'],
      ['Deal stage'],
      ['Deal value', 'Amount', 'Expected close', 'Expected close date', 'Sales account'],
    ],
    names: {
      id: ['Id', 'Deal id'],
      account: ['Sales account', 'Account name'],
      owner: ['Sales owner email', 'Sales owner'],
      amount: ['Deal value', 'Amount'],
      close_on: ['Expected close', 'Expected close date'],
      closed_on: ['Closed date'],
    },
  },
];
