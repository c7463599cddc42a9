import type { DealField } from './deal-fields.ts';

/** The columns of one program's export. */
export interface Preset<F extends string> {
  /** To follow "Read as a". */
  readonly name: string;
  /** A file that has all of these columns is such an export; of a list in it, one of them. */
  readonly signature: readonly (string | readonly string[])[];
  /** Tried before the names that any file may use; where several hold a value, the first of them is taken. */
  readonly names: Readonly<Partial<Record<F, readonly string[]>>>;
  /** What to say where the column of a needed field isn’t in the file: why, and what to do. */
  readonly missing?: Readonly<Partial<Record<F, string>>>;
}
/** The deal exports that are known by their header row. */
export const dealPresets: readonly Preset<DealField>[] = [
  {
    name: 'Salesforce opportunity report',
    signature: ['Opportunity Name', 'Opportunity Owner', 'Stage'],
    names: {
      id: ['Opportunity ID', 'Opportunity ID (18)', '18 Digit Opportunity ID', 'Opportunity: ID'],
      name: ['Opportunity Name'],
      account: ['Account Name'],
      owner: ['Opportunity Owner Email', 'Opportunity Owner: Email', 'Opportunity Owner'],
      stage: ['Stage'],
      amount: ['Amount'],
      currency: ['Amount Currency', 'Opportunity Currency'],
      opened_on: ['Created Date'],
      last_activity_on: ['Last Activity', 'Last Activity Date'],
      close_on: ['Close Date'],
    },
  },
  {
    name: 'HubSpot deal export',
    signature: ['Record ID', 'Deal Name', 'Deal Stage'],
    names: {
      id: ['Record ID'],
      name: ['Deal Name'],
      account: ['Associated Company', 'Associated Company (Primary)', 'Primary Associated Company'],
      owner: ['Deal owner'],
      stage: ['Deal Stage'],
      amount: ['Amount'],
      currency: ['Currency', 'Deal Currency Code'],
      opened_on: ['Create Date'],
      last_activity_on: ['Last Activity Date', 'Last Contacted'],
      close_on: ['Close Date'],
    },
  },
  {
    name: 'Pipedrive deal export',
    signature: ['Deal - Title', 'Deal - Owner'],
    names: {
      id: ['Deal - ID', 'Deal - System ID', 'Deal - Pipedrive System ID'],
      name: ['Deal - Title'],
      account: ['Organization - Name', 'Deal - Organization', 'Organization'],
      owner: ['Deal - Owner email', 'Deal - Owner'],
      stage: ['Deal - Stage', 'Deal - Stage (pipeline)'],
      status: ['Deal - Status'],
      amount: ['Deal - Value'],
      currency: ['Deal - Currency of Value', 'Deal - Currency'],
      opened_on: ['Deal - Deal created', 'Deal - Creation date'],
      last_activity_on: ['Deal - Last activity date'],
      close_on: ['Deal - Expected close date'],
      closed_on: ['Deal - Deal closed on', 'Deal - Closed on', 'Deal - Won time', 'Deal - Lost time'],
    },
  },
];
