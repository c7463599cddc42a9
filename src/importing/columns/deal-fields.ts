import { dealPresets } from './presets.ts';
import type { TableKind } from './table-kind.ts';

export type DealField =
  | 'id'
  | 'name'
  | 'account'
  | 'product'
  | 'owner'
  | 'owner_first_name'
  | 'owner_last_name'
  | 'owner_id'
  | 'pipeline'
  | 'stage'
  | 'amount'
  | 'currency'
  | 'opened_on'
  | 'last_activity_on'
  | 'close_on'
  | 'closed_on'
  | 'status'
  | 'is_closed'
  | 'is_won';

export const deals: TableKind<DealField> = {
  fields: {
    id: {
      label: 'the deal’s id',
      names: ['id', 'deal id', 'opportunity id', 'record id', 'external id', 'deal key'],
    },
    name: {
      label: 'the deal’s name',
      names: ['name', 'deal name', 'opportunity name', 'deal', 'opportunity', 'title'],
      isJoinable: true,
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
      isJoinable: true,
      parts: ['owner_first_name', 'owner_last_name'],
    },
    owner_first_name: { label: 'the owner’s first name', names: ['owner first name'], fit: 'name' },
    owner_last_name: { label: 'the owner’s last name', names: ['owner last name'], fit: 'name' },
    owner_id: { label: 'the owner’s id in the CRM', names: ['owner id', 'rep id', 'user id'], fit: 'token' },
    pipeline: { label: 'the pipeline', names: ['pipeline', 'pipeline name'] },
    stage: { label: 'the stage', names: ['stage', 'deal stage', 'stage name', 'pipeline stage'] },
    amount: {
      label: 'the amount',
      names: ['amount', 'value', 'deal value', 'close value', 'deal amount'],
      fit: 'amount',
    },
    currency: { label: 'the currency', names: ['currency', 'currency code', 'deal currency'], fit: 'code' },
    opened_on: {
      label: 'the day on which it was opened',
      names: ['opened on', 'engage date', 'create date', 'created date', 'created on', 'open date', 'created at'],
      fit: 'date',
    },
    last_activity_on: {
      label: 'the day of the last activity',
      names: ['last activity on', 'last activity', 'last activity date', 'last contacted', 'last touch'],
      fit: 'date',
    },
    close_on: {
      label: 'the day on which it is expected to close',
      names: ['close on', 'close date', 'expected close date', 'closing date'],
      fit: 'date',
    },
    closed_on: {
      label: 'the day on which it was closed',
      names: ['closed on', 'closed date', 'closed at'],
      fit: 'date',
    },
    status: { label: 'the status (open, won or lost)', names: ['status', 'deal status', 'opportunity status'] },
    is_closed: { label: 'whether it is closed', names: ['is closed', 'closed'], fit: 'flag' },
    is_won: { label: 'whether it is won', names: ['is won', 'won'], fit: 'flag' },
  },
  required: [['id'], ['owner'], ['stage', 'status']],
  prefixes: ['deal', 'opportunity'],
  presets: dealPresets,
};
