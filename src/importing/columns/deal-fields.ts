import type { DealField } from './field-ids.ts';
import { dealPresets } from './presets/deal-presets.ts';
import type { TableKind } from './table-kind.ts';
import { dealNames } from './words/every-language.ts';

export type { DealField } from './field-ids.ts';

/** What reps are working on, or have worked on. */
export const deals: TableKind<DealField> = {
  fields: {
    id: { label: 'the deal’s id', needed: 'each deal’s own id in your CRM', names: dealNames('id') },
    name: { label: 'the deal’s name', names: dealNames('name'), isJoinable: true },
    account: { label: 'the account', names: dealNames('account') },
    product: { label: 'the product', names: dealNames('product') },
    owner: {
      label: 'the owner (e-mail address, name or id)',
      needed: 'the rep’s address, full name or id',
      names: dealNames('owner_email', 'owner', 'owner_id'),
      prefers: 'name',
      isJoinable: true,
      parts: ['owner_first_name', 'owner_last_name'],
      aliases: ['rep'],
    },
    owner_first_name: { label: 'the owner’s first name', names: dealNames('owner_first_name'), fit: 'name' },
    owner_last_name: { label: 'the owner’s last name', names: dealNames('owner_last_name'), fit: 'name' },
    owner_id: { label: 'the owner’s id in the CRM', names: dealNames('owner_id'), fit: 'token' },
    pipeline: { label: 'the pipeline', names: dealNames('pipeline') },
    stage: {
      label: 'the stage',
      needed: 'the stages, or whether it is open, won or lost',
      names: dealNames('stage'),
      prefers: 'words',
    },
    amount: {
      label: 'the amount',
      names: dealNames('amount'),
      lastNames: dealNames('other_amount'),
      fit: 'amount',
      aliases: ['money'],
    },
    currency: { label: 'the currency', names: dealNames('currency'), fit: 'code' },
    opened_on: {
      label: 'the day on which it was opened',
      names: dealNames('opened_on'),
      fit: 'date',
      aliases: ['opened'],
    },
    last_activity_on: {
      label: 'the day of the last activity',
      names: dealNames('last_activity_on'),
      fit: 'date',
      aliases: ['activity'],
    },
    close_on: {
      label: 'the day on which it is expected to close',
      names: dealNames('close_on', 'expected_close_on'),
      fit: 'date',
      aliases: ['close', 'closes'],
    },
    closed_on: { label: 'the day on which it was closed', names: dealNames('closed_on'), fit: 'date' },
    status: { label: 'the status (open, won or lost)', names: dealNames('status'), fit: 'words' },
    is_closed: {
      label: 'whether it is closed',
      names: dealNames('is_closed'),
      fit: 'flag',
      otherwise: 'closed_on',
    },
    is_won: { label: 'whether it is won', names: dealNames('is_won'), fit: 'flag', otherwise: 'closed_on' },
    is_deleted: { label: 'whether it was deleted in the CRM', names: dealNames('is_deleted'), fit: 'flag' },
  },
  required: [['id'], ['owner'], ['stage', 'status']],
  prefixes: ['deal', 'opportunity', 'opp', 'geschaft', 'transaction', 'affaire', 'negocio', 'trato', '取引', '商談'],
  presets: dealPresets,
};
