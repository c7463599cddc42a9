import type { DealField } from '../field-ids.ts';
import type { Preset } from './preset.ts';

export const pipedrive: readonly Preset<DealField>[] = [
  {
    name: 'Pipedrive deal export',
    written: /^Deal - /,
    signature: [
      ['Deal - Title', 'Deal - Titel', 'Deal - Name'],
      [
        'Deal - Owner',
        'Deal - Besitzer',
        'Deal - Stage',
        'Deal - Phase',
        'Deal - Status',
        'Deal - ID',
        'Deal - Value',
        'Deal - Wert',
      ],
    ],
    names: {
      id: ['Deal - ID', 'Deal - System ID', 'Deal - Pipedrive System ID'],
      name: ['Deal - Title'],
      account: ['Organization - Name', 'Organisation - Name', 'Deal - Organization', 'Organization'],
      owner: ['Deal - Owner email', 'Deal - Owner'],
      stage: ['Deal - Stage', 'Deal - Stage (pipeline)'],
      status: ['Deal - Status'],
      amount: ['Deal - Value'],
      currency: ['Deal - Currency of Value', 'Deal - Currency', 'Deal - Währung von Wert'],
      opened_on: ['Deal - Deal created', 'Deal - Creation date'],
      last_activity_on: ['Deal - Last activity date'],
      close_on: ['Deal - Expected close date'],
      closed_on: ['Deal - Deal closed on', 'Deal - Closed on', 'Deal - Won time', 'Deal - Lost time'],
    },
    missing: {
      id: 'This is a Pipedrive export without the column Deal - ID. Add the field ID to the list of deals, export again, and import that file.',
      owner:
        'This is a Pipedrive export without the column Deal - Owner. Add the field Owner to the list of deals, export again, ' +
        'and import that file.',
    },
  },
  {
    // The names of Pipedrive’s API reference, Deals.
    name: 'Pipedrive deal list',
    written: /^add_time$/,
    signature: ['title', 'add_time', 'status', ['stage_id', 'expected_close_date', 'won_time']],
    names: {
      id: ['id'],
      name: ['title'],
      account: ['org_name'],
      owner: ['owner_email', 'owner_name', 'owner_id', 'user_id'],
      owner_id: ['owner_id', 'user_id'],
      pipeline: ['pipeline_name', 'pipeline_id'],
      stage: ['stage_name', 'stage_id'],
      status: ['status'],
      amount: ['value'],
      currency: ['currency'],
      opened_on: ['add_time'],
      last_activity_on: ['last_activity_date'],
      close_on: ['expected_close_date'],
      closed_on: ['won_time', 'lost_time', 'close_time'],
    },
  },
];
