/** What HR programs, directories and CRMs export of people. */
import type { ExportHeader } from './export-header.ts';

export const rosterExports: Readonly<Record<string, ExportHeader>> = {
  'BambooHR report': {
    header:
      'Employee #|Last name, First name|First Name|Last Name|Reporting to|Hire Date|Work Email|Home Email|Status|Employment Status|Department|Division|Location|Job Title|Work Phone|Mobile Phone|Birth Date|Gender',
    rows: [
      '101|Quill, Ada|Ada|Quill|Farrow, Mina|2024-03-04|ada@example.com|ada@home.example|Active|Full-Time|Sales|East|Berlin|AE|1|2|1990-01-01|F',
    ],
    columns: {
      id: 'Employee #',
      name: 'Last name, First name',
      first_name: 'First Name',
      last_name: 'Last Name',
      manager_name: 'Reporting to',
      started_on: 'Hire Date',
      email: 'Work Email',
      status: 'Status',
      team: 'Department',
    },
  },
  'Workday report': {
    header:
      'Employee ID|Worker|Legal Name|Worker’s Manager|Manager ID|Primary Work Email|Hire Date|Termination Date|Worker Status|Worker Type|Supervisory Organization|Location|Business Title|Job Profile|Cost Center|Management Level|Pay Group|Work Country',
    columns: {
      id: 'Employee ID',
      name: 'Legal Name',
      manager_name: 'Worker’s Manager',
      manager_id: 'Manager ID',
      email: 'Primary Work Email',
      started_on: 'Hire Date',
      last_day: 'Termination Date',
      status: 'Worker Status',
      kind: 'Worker Type',
      team: 'Supervisory Organization',
      country: 'Work Country',
    },
  },
  'Personio export': {
    header:
      'ID|First name|Last name|Email|Gender|Status|Position|Supervisor|Employment type|Weekly hours|Hire date|Contract end date|End of employment|Probation period end|Office|Department|Team|Cost center',
    rows: [
      '7|Ada|Quill|ada@example.com|f|Active|AE|Mina Farrow|Internal|40|2024-03-04|||2024-09-04|Berlin|Sales|East|C1',
    ],
    columns: {
      id: 'ID',
      name: 'First name + Last name',
      email: 'Email',
      status: 'Status',
      manager_name: 'Supervisor',
      started_on: 'Hire date',
      last_day: 'End of employment',
      team: 'Team',
    },
  },
  'Personio export, in German': {
    header:
      'ID|Vorname|Nachname|E-Mail|Geschlecht|Status|Position|Vorgesetzter|Anstellungsart|Wochenstunden|Einstellungsdatum|Befristung bis|Ende des Arbeitsverhältnisses|Probezeitende|Standort|Abteilung|Team|Kostenstelle',
    rows: [
      '7|Ada|Quill|ada@example.com|w|Aktiv|AE|Mina Farrow|Intern|40|04.03.2024|||04.09.2024|Berlin|Vertrieb|Ost|K1',
    ],
    columns: {
      id: 'ID',
      name: 'Vorname + Nachname',
      email: 'E-Mail',
      status: 'Status',
      manager_name: 'Vorgesetzter',
      started_on: 'Einstellungsdatum',
      last_day: 'Ende des Arbeitsverhältnisses',
      team: 'Team',
    },
  },
  'HiBob export': {
    header:
      'Display name|First name|Last name|Email|Employee ID in company|Start date|Reports to|Reports to email|Site|Department|Team|Job title|Lifecycle status|Termination date|Termination reason|Tenure|Nationality|Personal email',
    rows: [
      'Ada Quill|Ada|Quill|ada@example.com|7|2024-03-04|Mina Farrow|mina@example.com|Berlin|Sales|East|AE|Employed|||2|DE|ada@home.example',
    ],
    columns: {
      name: 'Display name',
      first_name: 'First name',
      last_name: 'Last name',
      email: 'Email',
      id: 'Employee ID in company',
      started_on: 'Start date',
      manager_name: 'Reports to',
      manager_email: 'Reports to email',
      team: 'Team',
      status: 'Lifecycle status',
      last_day: 'Termination date',
    },
  },
  'Rippling report': {
    header:
      'Employee|Employee number|Work email|Personal email|Manager|Department|Title|Start date|Termination date|Employment status|Employment type|Work location|Work country|Legal entity',
    rows: [
      'Ada Quill|7|ada@example.com|ada@home.example|Mina Farrow|Sales|AE|03/04/2024||Active|Full-time|Berlin|DE|GmbH',
    ],
    columns: {
      name: 'Employee',
      id: 'Employee number',
      email: 'Work email',
      manager_name: 'Manager',
      team: 'Department',
      started_on: 'Start date',
      last_day: 'Termination date',
      status: 'Employment status',
      country: 'Work country',
    },
  },
  'Google Workspace list of users': {
    header:
      'First Name [Required]|Last Name [Required]|Email Address [Required]|Password [Required]|Password Hash Function [UPLOAD ONLY]|Org Unit Path [Required]|New Primary Email [UPLOAD ONLY]|Status [READ ONLY]|Last Sign In [READ ONLY]|Recovery Email|Home Secondary Email|Work Secondary Email|Recovery Phone [MUST BE IN THE E.164 FORMAT]|Work Phone|Home Phone|Mobile Phone|Work Address|Home Address|Employee ID|Employee Type|Employee Title|Manager Email|Department|Cost Center|2sv Enrolled [READ ONLY]|2sv Enforced [READ ONLY]|Building ID|Floor Name|Floor Section|Email Usage [READ ONLY]|Drive Usage [READ ONLY]|Total Storage [READ ONLY]|Change Password at Next Sign-In|New Status [UPLOAD ONLY]|Advanced Protection Program enrollment',
    rows: [
      'Ada|Quill|ada@example.com|****||/Sales||Active|2026-11-20|ada@home.example||||1||||||||mina@example.com|Sales||True|False||||1|1|2|False||False',
    ],
    columns: {
      name: 'First Name [Required] + Last Name [Required]',
      email: 'Email Address [Required]',
      status: 'Status [READ ONLY]',
      id: 'Employee ID',
      kind: 'Employee Type',
      manager_email: 'Manager Email',
      team: 'Department',
    },
  },
  'list of Okta users': {
    header:
      'id|login|email|secondEmail|firstName|lastName|displayName|title|mobilePhone|department|division|organization|employeeNumber|managerId|manager|userType|status|countryCode|timezone|created|lastLogin',
    rows: [
      '00u1|ada@example.com|ada@example.com||Ada|Quill|Ada Quill|AE||Sales|||7|mina@example.com|Mina Farrow|Employee|ACTIVE|DE|Europe/Berlin|2024-03-04|2026-11-20',
    ],
    columns: {
      id: 'employeeNumber',
      account: 'login',
      email: 'email',
      name: 'displayName',
      first_name: 'firstName',
      last_name: 'lastName',
      team: 'department',
      manager_id: 'managerId',
      manager_name: 'manager',
      kind: 'userType',
      status: 'status',
      country: 'countryCode',
      time_zone: 'timezone',
    },
  },
  'Microsoft Entra list of users': {
    header:
      'userPrincipalName|displayName|surname|mail|givenName|id|userType|jobTitle|department|accountEnabled|usageLocation|streetAddress|state|country|physicalDeliveryOfficeName|city|postalCode|telephoneNumber|mobilePhone|authenticationAlternativePhoneNumber|alternateEmailAddress|ageGroup|companyName|creationType|directorySynced|invitationState|identityIssuer|createdDateTime|manager',
    rows: [
      'ada@example.com|Ada Quill|Quill|ada@example.com|Ada|1b-2c|Member|AE|Sales|True|DE|x|BE|Germany|B1|Berlin|10115|1|2||||Example||True|||2024-03-04T08:00:00Z|Mina Farrow',
    ],
    columns: {
      email: 'mail',
      account: 'userPrincipalName',
      name: 'displayName',
      first_name: 'givenName',
      last_name: 'surname',
      id: 'id',
      kind: 'userType',
      team: 'department',
      active: 'accountEnabled',
      country: 'country',
      region: 'state',
      manager_name: 'manager',
    },
  },
  'Microsoft 365 list of users': {
    header:
      'Block credential|City|Country/Region|Department|DirSyncEnabled|Display name|Fax|First name|Last dirsync time|Last name|Last password change time stamp|License assignment details|Licenses|Mobile Phone|Object Id|Office|Password never expires|Phone number|Postal code|Preferred language|Proxy addresses|Soft deletion time stamp|State|Street address|Strong password required|Title|Usage location|User principal name|When created',
    rows: [
      'False|Berlin|Germany|Sales|True|Ada Quill||Ada||Quill|2026-01-01|x|E3|1|1b-2c|B1|False|2|10115|de|smtp:ada@example.com||BE|x|True|AE|DE|ada@example.com|2024-03-04',
    ],
    columns: {
      inactive: 'Block credential',
      country: 'Country/Region',
      team: 'Office',
      name: 'Display name',
      first_name: 'First name',
      last_name: 'Last name',
      id: 'Object Id',
      region: 'State',
      email: 'User principal name',
      account: 'User principal name',
    },
  },
  'list of Active Directory users': {
    header:
      'DN|objectClass|cn|sn|givenName|displayName|sAMAccountName|userPrincipalName|mail|manager|department|title|company|employeeID|userAccountControl|co|c|st|l|whenCreated|telephoneNumber|memberOf',
    rows: [
      'CN=Ada Quill,OU=Sales,DC=example|user|Ada Quill|Quill|Ada|Quill, Ada|aquill|ada@example.com|ada@example.com|CN=Mina Farrow,OU=Sales,DC=example|Sales|AE|Example|7|512|Germany|DE|BE|Berlin|20240304080000.0Z|1|x',
    ],
    columns: {
      dn: 'DN',
      name: 'displayName',
      first_name: 'givenName',
      last_name: 'sn',
      account: 'sAMAccountName',
      account_control: 'userAccountControl',
      email: 'mail',
      manager_name: 'manager',
      team: 'department',
      id: 'employeeID',
      country: 'co',
      region: 'st',
    },
  },
  'list of Active Directory users, by PowerShell': {
    header:
      'DistinguishedName|Enabled|GivenName|Name|ObjectClass|ObjectGUID|SamAccountName|SID|Surname|UserPrincipalName|EmailAddress|Manager|Department|EmployeeNumber',
    rows: [
      'CN=Ada Quill,DC=example|True|Ada|Ada Quill|user|1b-2c|aquill|S-1-5|Quill|ada@example.com|ada@example.com|CN=Mina Farrow,DC=example|Sales|7',
    ],
    columns: {
      dn: 'DistinguishedName',
      active: 'Enabled',
      first_name: 'GivenName',
      name: 'Name',
      last_name: 'Surname',
      account: 'SamAccountName',
      email: 'EmailAddress',
      manager_name: 'Manager',
      team: 'Department',
      id: 'EmployeeNumber',
    },
  },
  'Slack member list': {
    header: 'username|email|status|billing-active|has-2fa|has-sso|userid|fullname|displayname|expiration-timestamp',
    rows: ['ada|ada@example.com|Member|1|1|0|U0AAAAAA1|Ada Quill|ada|'],
    columns: {
      account: 'username',
      email: 'email',
      kind: 'status',
      status: 'status',
      slack_id: 'userid',
      name: 'fullname',
    },
  },
  'Salesforce list of users': {
    header:
      'Id|Username|LastName|FirstName|Name|CompanyName|Division|Department|Title|Email|Phone|Alias|IsActive|TimeZoneSidKey|UserRoleId|LocaleSidKey|ProfileId|UserType|EmployeeNumber|ManagerId|LastLoginDate|CreatedDate|Country|FederationIdentifier',
    rows: [
      '0055g00000AbCdE|ada@example.com.crm|Quill|Ada|Ada Quill|Example|East|Sales|AE|ada@example.com|1|aqui|true|Europe/Berlin|00E1|de_DE|00e1|Standard|7|0055g00000AbCdF|2026-11-20T08:00:00.000Z|2024-03-04T08:00:00.000Z|Germany|',
    ],
    columns: {
      rep_id: 'Id',
      account: 'Username',
      first_name: 'FirstName',
      last_name: 'LastName',
      name: 'Name',
      email: 'Email',
      active: 'IsActive',
      time_zone: 'TimeZoneSidKey',
      kind: 'UserType',
      id: 'EmployeeNumber',
      manager_id: 'ManagerId',
      country: 'Country',
      team: 'Department',
    },
  },
  'HubSpot list of users': {
    header: 'User ID|First name|Last name|Email|Last login date|Assigned teams|Assigned role|Permissions|Status',
    rows: ['101|Ada|Quill|ada@example.com|2026-11-20|East|Sales|x|Active'],
    columns: {
      rep_id: 'User ID',
      name: 'First name + Last name',
      email: 'Email',
      team: 'Assigned teams',
      status: 'Status',
    },
  },
  'HubSpot list of owners': {
    header: 'id|email|firstName|lastName|userId|createdAt|updatedAt|archived',
    rows: ['501|ada@example.com|Ada|Quill|101|2024-03-04T08:00:00Z|2024-03-04T08:00:00Z|false'],
    columns: { rep_id: 'id', email: 'email', name: 'firstName + lastName', inactive: 'archived' },
  },
  'Pipedrive list of users': {
    header: 'id|name|email|active_flag|is_admin|role_id|timezone_name|phone|created|last_login|lang',
    rows: ['11|Ada Quill|ada@example.com|true|0|1|Europe/Berlin||2024-03-04 08:00:00|2026-11-20 08:00:00|1'],
    columns: { rep_id: 'id', name: 'name', email: 'email', active: 'active_flag', time_zone: 'timezone_name' },
  },
};
