import { dealPresets } from './presets.ts';
import type { Preset } from './presets.ts';

/**
 * What may stand in a file, and under which names. Names are compared without case, spaces and punctuation; where several columns
 * fit one field, the first of its names that isn't blank in the row is taken.
 */
export interface FieldNames {
  /** To follow "column for". */
  readonly label: string;
  readonly names: readonly string[];
}

export type Fields<F extends string> = Readonly<Record<F, FieldNames>>;

/** A kind of file: its fields, and which of them it can't do without. */
export interface TableKind<F extends string> {
  readonly fields: Fields<F>;
  /** Of each group, one column must be there. */
  readonly required: readonly (readonly F[])[];
  /** Exports of known programs, found by their columns. */
  readonly presets?: readonly Preset<F>[];
}

export type RosterField =
  | 'email'
  | 'name'
  | 'manager_email'
  | 'manager_name'
  | 'started_on'
  | 'time_zone'
  | 'country'
  | 'region'
  | 'team'
  | 'id'
  | 'rep_id'
  | 'slack_id'
  | 'last_day'
  | 'status'
  | 'active';

export type DealField =
  | 'id'
  | 'name'
  | 'account'
  | 'product'
  | 'owner'
  | 'stage'
  | 'amount'
  | 'currency'
  | 'opened_on'
  | 'last_activity_on'
  | 'close_on'
  | 'status';

export const roster: TableKind<RosterField> = {
  fields: {
    email: { label: 'the e-mail address', names: ['email', 'e-mail address', 'work email', 'user email', 'mail'] },
    name: {
      label: 'the name',
      names: [
        'name',
        'full name',
        'sales agent',
        'sales rep',
        'rep',
        'rep name',
        'employee',
        'employee name',
        'agent',
        'person',
      ],
    },
    manager_email: {
      label: 'the manager’s e-mail address',
      names: ['manager email', 'manager e-mail address', 'supervisor email'],
    },
    manager_name: {
      label: 'the manager’s name',
      names: ['manager name', 'manager', 'sales manager', 'reports to', 'supervisor', 'line manager'],
    },
    started_on: {
      label: 'the first day in the job',
      names: ['started on', 'start date', 'hire date', 'hired on', 'joined on', 'joining date'],
    },
    time_zone: { label: 'the time zone', names: ['time zone', 'tz', 'zone'] },
    country: { label: 'the country', names: ['country', 'country code'] },
    region: {
      label: 'the state or region with holidays of its own',
      names: ['holiday region', 'state', 'province', 'federal state', 'state/province', 'region'],
    },
    team: { label: 'the team', names: ['team', 'sales team', 'regional office', 'office', 'region', 'department'] },
    id: {
      label: 'the id that HR gives',
      names: [
        'id',
        'employee id',
        'employee number',
        'employee no',
        'employee #',
        'personnel number',
        'staff id',
        'worker id',
        'person id',
      ],
    },
    rep_id: { label: 'the id that the CRM gives', names: ['rep id', 'user id', 'owner id', 'sales rep id', 'crm id'] },
    slack_id: { label: 'the Slack id', names: ['slack id', 'slack user id', 'slack member id'] },
    last_day: {
      label: 'the last day in the job',
      names: [
        'last day',
        'termination date',
        'end date',
        'last working day',
        'exit date',
        'leaving date',
        'terminated on',
        'left on',
      ],
    },
    status: {
      label: 'the status (active, terminated …)',
      names: ['status', 'employment status', 'employee status', 'account status', 'status read only'],
    },
    active: { label: 'whether they are active', names: ['active', 'is active'] },
  },
  required: [['name', 'email']],
};

export const deals: TableKind<DealField> = {
  fields: {
    id: {
      label: 'the deal’s id',
      names: ['id', 'deal id', 'opportunity id', 'record id', 'external id', 'deal key'],
    },
    name: {
      label: 'the deal’s name',
      names: ['name', 'deal name', 'opportunity name', 'deal', 'opportunity', 'title'],
    },
    account: {
      label: 'the account',
      names: ['account', 'account name', 'company', 'company name', 'customer', 'organization', 'organisation'],
    },
    product: { label: 'the product', names: ['product', 'product name'] },
    owner: {
      label: 'the owner (e-mail address, name or id)',
      names: [
        'owner email',
        'deal owner email',
        'owner',
        'deal owner',
        'opportunity owner',
        'owner name',
        'sales agent',
        'sales rep',
        'rep',
        'agent',
        'owner id',
        'rep id',
        'user id',
      ],
    },
    stage: { label: 'the stage', names: ['stage', 'deal stage', 'stage name', 'pipeline stage'] },
    amount: { label: 'the amount', names: ['amount', 'value', 'deal value', 'close value', 'deal amount'] },
    currency: { label: 'the currency', names: ['currency', 'currency code', 'deal currency'] },
    opened_on: {
      label: 'the day on which it was opened',
      names: ['opened on', 'engage date', 'create date', 'created date', 'created on', 'open date', 'created at'],
    },
    last_activity_on: {
      label: 'the day of the last activity',
      names: ['last activity on', 'last activity', 'last activity date', 'last contacted', 'last touch'],
    },
    close_on: {
      label: 'the day on which it closes or closed',
      names: ['close on', 'close date', 'closed on', 'expected close date', 'closing date', 'closed date'],
    },
    status: { label: 'the status (open, won or lost)', names: ['status', 'deal status', 'opportunity status'] },
  },
  required: [['id'], ['owner'], ['stage', 'status']],
  presets: dealPresets,
};
