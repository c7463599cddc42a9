import type { DealField } from '../field-ids.ts';
import type { Preset } from './preset.ts';

const formatted = (field: string): string => `${field}@OData.Community.Display.V1.FormattedValue`;

/** Names by Microsoft’s reference of the table Opportunity. */
export const dynamics: readonly Preset<DealField>[] = [
  {
    name: 'Dynamics 365 opportunity export',
    signature: [
      ['(Do Not Modify) Opportunity', 'Potential Customer'],
      'Topic',
      [
        'Est. close date',
        'Est. revenue',
        'Estimated close date',
        'Estimated revenue',
        'Actual Close Date',
        'Status Reason',
      ],
    ],
    names: {
      id: ['(Do Not Modify) Opportunity', 'Opportunity ID'],
      name: ['Topic'],
      account: ['Potential Customer', 'Account'],
      owner: ['Owner'],
      stage: ['Pipeline Phase', 'Sales Stage', 'Stage'],
      status: ['Status Reason', 'Status'],
      amount: ['Est. revenue', 'Estimated revenue'],
      currency: ['Currency'],
      opened_on: ['Created On'],
      close_on: ['Est. close date', 'Estimated close date'],
      closed_on: ['Actual Close Date'],
    },
    missing: {
      id:
        'This is a Dynamics 365 export without the column (Do Not Modify) Opportunity. It is hidden in the sheet: use ' +
        'Export to Excel › Static Worksheet, and import that file as it is.',
      owner:
        'This is a Dynamics 365 export without the column Owner. Add it to the view, export again, and import that file.',
    },
  },
  {
    name: 'Dynamics 365 opportunity list',
    signature: ['opportunityid', ['estimatedclosedate', 'estimatedvalue', 'actualclosedate', '_ownerid_value']],
    names: {
      id: ['opportunityid'],
      name: ['name'],
      account: [formatted('_parentaccountid_value'), formatted('_customerid_value')],
      owner: [formatted('_ownerid_value'), '_ownerid_value'],
      owner_id: ['_ownerid_value'],
      // A bare statecode is a number; what it says stands in the formatted value.
      stage: ['stepname', formatted('salesstage')],
      status: [formatted('statecode'), formatted('statuscode')],
      amount: ['estimatedvalue'],
      currency: [formatted('_transactioncurrencyid_value')],
      opened_on: ['createdon'],
      close_on: ['estimatedclosedate'],
      closed_on: ['actualclosedate'],
    },
  },
];
