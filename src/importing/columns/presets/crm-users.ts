import type { RosterField } from '../field-ids.ts';
import type { Preset } from './preset.ts';

/** Lists of a CRM’s users: their ids are what deals call their owners. */
export const crmUsers: readonly Preset<RosterField>[] = [
  {
    // The User object of Salesforce’s Object Reference.
    name: 'Salesforce list of users',
    written: /^(?:ManagerId|IsActive|Manager\.Name|EmployeeNumber)$/,
    signature: ['Username', ['Id', 'User ID'], ['ManagerId', 'IsActive', 'Manager.Name', 'EmployeeNumber']],
    names: {
      rep_id: ['Id', 'User ID'],
      id: ['EmployeeNumber'],
      email: ['Email'],
      account: ['Username'],
      manager_id: ['ManagerId'],
      manager_name: ['Manager.Name', 'Manager'],
      manager_email: ['Manager.Email'],
      active: ['IsActive'],
      kind: ['UserType'],
      time_zone: ['TimeZoneSidKey'],
      team: ['Department', 'Division'],
    },
  },
  {
    // HubSpot’s help, “Export users”: user id, names, address, last login, teams, role, permissions.
    name: 'HubSpot list of users',
    signature: [
      'User ID',
      'First name',
      'Last name',
      ['Email', 'Email address'],
      [
        'Teams',
        'Assigned teams',
        'Permissions',
        'Permission sets',
        'Assigned role',
        'Last login date',
        'Last active',
        'Primary team',
        'Seat',
      ],
    ],
    names: { rep_id: ['Owner ID', 'User ID'], team: ['Primary team', 'Assigned teams', 'Teams'] },
  },
  {
    // HubSpot’s API, owners: deals carry the id, not the userId.
    name: 'HubSpot list of owners',
    written: /^userId$/,
    signature: ['userId', 'firstName', 'lastName', 'email', ['archived', 'id']],
    names: { rep_id: ['id', 'userId'], inactive: ['archived'] },
  },
  {
    // Pipedrive’s API, users.
    name: 'Pipedrive list of users',
    signature: ['id', 'name', 'email', 'active_flag'],
    names: { rep_id: ['id'], active: ['active_flag'], time_zone: ['timezone_name'] },
  },
];
