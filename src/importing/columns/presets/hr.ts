import type { RosterField } from '../field-ids.ts';
import type { Preset } from './preset.ts';

/** What HR programs write; by the products’ words, with the ordinary names as the net. */
export const hrPrograms: readonly Preset<RosterField>[] = [
  {
    name: 'BambooHR report',
    written: /^Employee #$/,
    signature: ['Employee #', ['Last name, First name', 'Reporting to', 'First Name', 'Employment Status']],
    names: {
      id: ['Employee #'],
      name: ['Last name, First name', 'Name'],
      email: ['Work Email'],
      manager_name: ['Reporting to', 'Supervisor name', 'Supervisor'],
      manager_email: ['Supervisor email'],
      manager_id: ['Supervisor EID', 'Supervisor ID'],
      status: ['Status', 'Employment Status'],
      team: ['Department', 'Division'],
    },
  },
  {
    name: 'Workday report',
    signature: [
      ['Worker', 'Legal Name', 'Preferred Name'],
      ['Worker’s Manager', 'Worker Status', 'Supervisory Organization', 'Primary Work Email'],
      ['Employee ID', 'Worker ID', 'Hire Date'],
    ],
    names: {
      id: ['Employee ID', 'Worker ID'],
      // Of these three Workday’s preferred name is a whole one as well.
      name: ['Legal Name', 'Worker', 'Preferred Name'],
      email: ['Primary Work Email', 'Email - Primary Work', 'Work Email'],
      manager_name: ['Worker’s Manager', 'Manager', 'Worker’s Manager(s)'],
      manager_id: ['Manager Employee ID', 'Manager ID'],
      started_on: ['Hire Date', 'Original Hire Date'],
      last_day: ['Last Day of Work', 'Termination Date'],
      status: ['Worker Status', 'Status'],
      team: ['Supervisory Organization', 'Department'],
      country: ['Location Address - Country', 'Work Country', 'Country'],
    },
  },
  {
    // Labels of Personio’s preset attributes.
    name: 'Personio export',
    signature: [
      'First name',
      'Last name',
      'Supervisor',
      ['Weekly hours', 'Employment type', 'Subcompany', 'Sub-company', 'Position'],
    ],
    names: {
      manager_name: ['Supervisor'],
      last_day: ['End of employment', 'Termination date', 'Employment end date'],
      team: ['Team', 'Department'],
    },
  },
  {
    name: 'Personio export',
    signature: [
      'Vorname',
      'Nachname',
      ['Vorgesetzter', 'Vorgesetzte/r'],
      ['Wochenstunden', 'Anstellungsart', 'Beschäftigungsart', 'Unterfirma', 'Position'],
    ],
    names: {
      manager_name: ['Vorgesetzter', 'Vorgesetzte/r'],
      last_day: ['Ende des Arbeitsverhältnisses', 'Beschäftigungsende', 'Austrittsdatum'],
      team: ['Team', 'Abteilung'],
    },
  },
  {
    name: 'HiBob export',
    signature: [
      'Display name',
      ['Reports to', 'Reports to email', 'Manager'],
      ['Site', 'Lifecycle status', 'Employee ID in company'],
    ],
    names: {
      id: ['Employee ID in company', 'Employee ID'],
      email: ['Email', 'Work email'],
      manager_name: ['Reports to', 'Manager'],
      manager_email: ['Reports to email', 'Manager email'],
      manager_id: ['Reports to ID', 'Manager ID'],
      started_on: ['Start date', 'Original start date'],
      status: ['Lifecycle status', 'Status', 'Internal status'],
    },
  },
  {
    name: 'Rippling report',
    signature: [
      'Employee',
      'Work email',
      'Manager',
      ['Employment status', 'Employee number', 'Worker status', 'Role state'],
    ],
    names: {
      id: ['Employee number', 'Employee ID'],
      name: ['Full name', 'Employee'],
      email: ['Work email'],
      status: ['Employment status', 'Worker status', 'Role state'],
    },
  },
];
