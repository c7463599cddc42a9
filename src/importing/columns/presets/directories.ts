import type { RosterField } from '../field-ids.ts';
import type { Preset } from './preset.ts';

/** What directories and Slack write of their users. */
export const directories: readonly Preset<RosterField>[] = [
  {
    // The columns of Google’s own download of users.
    name: 'Google Workspace list of users',
    signature: ['First Name [Required]', 'Last Name [Required]', 'Email Address [Required]'],
    names: {
      email: ['Email Address [Required]'],
      manager_email: ['Manager Email', 'Employee Manager'],
      id: ['Employee ID'],
      status: ['Status [READ ONLY]'],
      kind: ['Employee Type'],
      team: ['Department', 'Org Unit Path [Required]'],
    },
  },
  {
    // Slack: “Export member list”.
    name: 'Slack member list',
    signature: ['username', 'userid', 'billing-active'],
    names: {
      account: ['username'],
      email: ['email'],
      name: ['fullname'],
      slack_id: ['userid'],
      // It says both what sort of account it is and whether it is deactivated.
      kind: ['status'],
      status: ['status'],
    },
  },
  {
    // The names of Okta’s default user profile.
    name: 'list of Okta users',
    written: /firstName$/,
    signature: [
      ['login', 'profile.login', 'user.login'],
      ['firstName', 'profile.firstName', 'user.firstName'],
      [
        'status',
        'managerId',
        'profile.managerId',
        'manager',
        'profile.manager',
        'email',
        'profile.email',
        'user.email',
      ],
    ],
    names: {
      email: ['email', 'profile.email'],
      account: ['login', 'profile.login'],
      name: ['profile.displayName'],
      first_name: ['firstName', 'profile.firstName'],
      last_name: ['lastName', 'profile.lastName'],
      id: ['employeeNumber', 'profile.employeeNumber'],
      manager_id: ['managerId', 'profile.managerId'],
      manager_name: ['manager', 'profile.manager'],
      team: ['department', 'profile.department'],
      country: ['countryCode', 'profile.countryCode'],
      time_zone: ['timezone', 'profile.timezone'],
      kind: ['userType', 'profile.userType'],
    },
  },
  {
    // LDIFDE’s and CSVDE’s attributes, and the properties of PowerShell’s Get-ADUser.
    name: 'list of Active Directory users',
    signature: [['DN', 'distinguishedName'], 'sAMAccountName'],
    names: {
      dn: ['DN', 'distinguishedName'],
      name: ['displayName', 'name', 'cn'],
      first_name: ['givenName'],
      last_name: ['sn', 'surname'],
      email: ['mail', 'emailAddress', 'userPrincipalName'],
      account: ['sAMAccountName', 'userPrincipalName'],
      id: ['employeeID', 'employeeNumber'],
      manager_name: ['manager'],
      active: ['Enabled'],
      country: ['co', 'c', 'country'],
      region: ['st', 'state'],
      team: ['department', 'office', 'physicalDeliveryOfficeName'],
    },
  },
  {
    // Microsoft Entra: “Download users”; also Get-MgUser.
    name: 'Microsoft Entra list of users',
    written: /userPrincipalName/,
    signature: [
      'userPrincipalName',
      'displayName',
      ['accountEnabled', 'userType', 'objectId', 'usageLocation', 'mail'],
    ],
    names: {
      id: ['employeeId', 'id', 'objectId'],
      name: ['displayName'],
      first_name: ['givenName', 'first name'],
      last_name: ['surname', 'last name'],
      email: ['mail', 'userPrincipalName'],
      account: ['userPrincipalName'],
      manager_name: ['manager', 'manager display name', 'managerDisplayName'],
      manager_email: ['managerUserPrincipalName', 'manager UPN', 'manager mail'],
      manager_id: ['managerId'],
      active: ['accountEnabled'],
      kind: ['userType'],
      country: ['country', 'usageLocation'],
    },
  },
  {
    // Microsoft 365 admin center: “Export users”.
    name: 'Microsoft 365 list of users',
    signature: ['User principal name', 'Display name', ['Licenses', 'Block credential', 'Object Id']],
    names: {
      id: ['Employee ID', 'Object Id'],
      email: ['User principal name'],
      account: ['User principal name'],
      name: ['Display name'],
      inactive: ['Block credential'],
      country: ['Country/Region', 'Country', 'Usage location'],
    },
  },
];
