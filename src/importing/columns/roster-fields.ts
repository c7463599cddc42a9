import type { RosterField } from './field-ids.ts';
import { rosterPresets } from './presets/roster-presets.ts';
import type { TableKind } from './table-kind.ts';
import { rosterNames } from './words/every-language.ts';

export type { RosterField } from './field-ids.ts';

/** Who works here, and who reports to whom. */
export const roster: TableKind<RosterField> = {
  fields: {
    email: {
      label: 'the e-mail address',
      names: rosterNames('email'),
      lastNames: rosterNames('account'),
      fit: 'address',
    },
    name: {
      label: 'the name',
      needed: 'full names',
      names: rosterNames('name'),
      lastNames: rosterNames('display_name'),
      fit: 'name',
      otherwise: 'id',
      isJoinable: true,
      parts: ['first_name', 'last_name'],
    },
    first_name: { label: 'the first name', names: rosterNames('first_name'), fit: 'name' },
    last_name: { label: 'the last name', names: rosterNames('last_name'), fit: 'name' },
    manager_email: {
      label: 'the manager’s e-mail address',
      names: rosterNames('manager_email'),
      fit: 'address',
      otherwise: 'manager_name',
    },
    manager_name: {
      label: 'the manager’s name',
      names: rosterNames('manager_name'),
      prefers: 'name',
      isJoinable: true,
      parts: ['manager_first_name', 'manager_last_name'],
    },
    manager_first_name: {
      label: 'the manager’s first name',
      names: rosterNames('manager_first_name'),
      fit: 'name',
    },
    manager_last_name: { label: 'the manager’s last name', names: rosterNames('manager_last_name'), fit: 'name' },
    manager_id: {
      label: 'the manager’s id',
      names: rosterNames('manager_id'),
      fit: 'token',
      otherwise: 'manager_name',
    },
    started_on: {
      label: 'the first day in the job',
      names: rosterNames('started_on'),
      fit: 'date',
      aliases: ['hired', 'joined', 'started', 'start'],
    },
    time_zone: { label: 'the time zone', names: rosterNames('time_zone'), fit: 'words' },
    country: { label: 'the country', names: rosterNames('country'), fit: 'words' },
    region: { label: 'the state or region with holidays of its own', names: rosterNames('region') },
    team: { label: 'the team', names: rosterNames('team'), lastNames: rosterNames('area') },
    id: { label: 'the id that HR gives', names: rosterNames('id'), fit: 'token' },
    rep_id: { label: 'the id that the CRM gives', names: rosterNames('rep_id'), fit: 'token' },
    slack_id: { label: 'the Slack id', names: rosterNames('slack_id'), fit: 'slack-id' },
    account: { label: 'the user name', names: rosterNames('account'), fit: 'token', otherwise: 'name' },
    dn: { label: 'the distinguished name', names: rosterNames('dn') },
    last_day: {
      label: 'the last day in the job',
      names: rosterNames('last_day'),
      fit: 'date',
      aliases: ['left', 'end', 'terminated on'],
    },
    status: { label: 'the status (active, terminated …)', names: rosterNames('status'), fit: 'words' },
    active: { label: 'whether they are active', names: rosterNames('active'), fit: 'flag' },
    inactive: { label: 'whether they are gone', names: rosterNames('inactive'), fit: 'flag', otherwise: 'last_day' },
    account_control: {
      label: 'the flags of the account in Active Directory',
      names: ['userAccountControl'],
    },
    kind: {
      label: 'the sort of account (member, guest, bot …)',
      names: rosterNames('kind'),
      fit: 'words',
      aliases: ['type'],
    },
  },
  required: [['name', 'email']],
  prefixes: ['user', 'employee', 'emp', 'person', 'worker', 'staff'],
  presets: rosterPresets,
};
