import type { TableKind } from './table-kind.ts';

export type RosterField =
  | 'email'
  | 'name'
  | 'first_name'
  | 'last_name'
  | 'manager_email'
  | 'manager_name'
  | 'manager_first_name'
  | 'manager_last_name'
  | 'manager_id'
  | 'started_on'
  | 'time_zone'
  | 'country'
  | 'region'
  | 'team'
  | 'id'
  | 'rep_id'
  | 'slack_id'
  | 'account'
  | 'dn'
  | 'last_day'
  | 'status'
  | 'active'
  | 'inactive'
  | 'kind';

export const roster: TableKind<RosterField> = {
  fields: {
    email: {
      label: 'the e-mail address',
      names: ['email', 'e-mail address', 'work email', 'user email', 'mail'],
      fit: 'address',
    },
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
      fit: 'name',
      otherwise: 'id',
      isJoinable: true,
      parts: ['first_name', 'last_name'],
    },
    first_name: { label: 'the first name', names: ['first name', 'given name'], fit: 'name' },
    last_name: { label: 'the last name', names: ['last name', 'surname', 'family name'], fit: 'name' },
    manager_email: {
      label: 'the manager’s e-mail address',
      names: ['manager email', 'manager e-mail address', 'supervisor email'],
      fit: 'address',
      otherwise: 'manager_name',
    },
    manager_name: {
      label: 'the manager’s name',
      names: ['manager name', 'manager', 'sales manager', 'reports to', 'reporting to', 'supervisor', 'line manager'],
      isJoinable: true,
      parts: ['manager_first_name', 'manager_last_name'],
    },
    manager_first_name: { label: 'the manager’s first name', names: ['manager first name'], fit: 'name' },
    manager_last_name: { label: 'the manager’s last name', names: ['manager last name'], fit: 'name' },
    manager_id: { label: 'the manager’s id', names: ['manager id'], otherwise: 'manager_name', fit: 'token' },
    started_on: {
      label: 'the first day in the job',
      names: ['started on', 'start date', 'hire date', 'hired on', 'joined on', 'joining date'],
      fit: 'date',
      aliases: ['hired', 'joined'],
    },
    time_zone: { label: 'the time zone', names: ['time zone', 'tz', 'zone'], fit: 'words' },
    country: { label: 'the country', names: ['country', 'country code'], fit: 'words' },
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
      fit: 'token',
    },
    rep_id: {
      label: 'the id that the CRM gives',
      names: ['rep id', 'user id', 'owner id', 'sales rep id', 'crm id'],
      fit: 'token',
    },
    slack_id: { label: 'the Slack id', names: ['slack id', 'slack user id', 'slack member id'], fit: 'slack-id' },
    account: { label: 'the user name', names: ['username', 'login', 'samaccountname'], fit: 'token' },
    dn: { label: 'the distinguished name', names: ['dn', 'distinguished name'] },
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
      fit: 'date',
    },
    status: {
      label: 'the status (active, terminated …)',
      names: ['status', 'employment status', 'employee status', 'account status'],
      fit: 'words',
    },
    active: { label: 'whether they are active', names: ['active', 'is active'], fit: 'flag' },
    inactive: { label: 'whether they are gone', names: ['suspended', 'is deleted', 'deactivated'], fit: 'flag' },
    kind: { label: 'the sort of account (member, guest, bot …)', names: ['account type', 'user type'], fit: 'words' },
  },
  required: [['name', 'email']],
  prefixes: ['user', 'employee', 'person', 'worker', 'profile'],
};
