/** A made-up company that sells software to freight forwarders and warehouses. Nobody here exists. */
export const companyName = 'Kestrel Freight Software';
export const teamId = 'T0KESTREL1';
const emailDomain = 'kestrel-freight.example';

export interface DemoPerson {
  /** The Slack handle, and how the rest of the demonstration names them. */
  readonly handle: string;
  readonly name: string;
  readonly title: string;
  readonly team: string;
  readonly country: string;
  readonly timeZone: string;
  /** Calendar days in this job. */
  readonly daysHere: number;
  /** Handle; null for those at the top. */
  readonly manager: string | null;
  readonly isAdmin?: boolean;
}

const newYork = { timeZone: 'America/New_York', country: 'US' };
const berlin = { timeZone: 'Europe/Berlin', country: 'DE' };
const singapore = { timeZone: 'Asia/Singapore', country: 'SG' };

const leads: readonly DemoPerson[] = [
  {
    handle: 'marisol',
    name: 'Marisol Vega',
    title: 'VP Sales, Americas',
    team: 'Americas',
    ...newYork,
    daysHere: 2260,
    manager: null,
    isAdmin: true,
  },
  {
    handle: 'henrik',
    name: 'Henrik Sandberg',
    title: 'VP Sales, Europe and Asia',
    team: 'Europe and Asia',
    ...berlin,
    daysHere: 1815,
    manager: null,
  },
];

const managers: readonly DemoPerson[] = [
  {
    handle: 'dana',
    name: 'Dana Whitfield',
    title: 'Sales Manager, Northeast',
    team: 'Northeast',
    ...newYork,
    daysHere: 1490,
    manager: 'marisol',
  },
  {
    handle: 'marcus',
    name: 'Marcus Oyelaran',
    title: 'Sales Manager, Southeast',
    team: 'Southeast',
    ...newYork,
    daysHere: 760,
    manager: 'marisol',
  },
  {
    handle: 'katrin',
    name: 'Katrin Bauer',
    title: 'Sales Manager, DACH and Nordics',
    team: 'DACH and Nordics',
    ...berlin,
    daysHere: 2010,
    manager: 'henrik',
  },
  {
    handle: 'weilin',
    name: 'Wei-Lin Tan',
    title: 'Sales Manager, Southeast Asia',
    team: 'Southeast Asia',
    ...singapore,
    daysHere: 1130,
    manager: 'henrik',
  },
];

const northeast = { team: 'Northeast', ...newYork, manager: 'dana' };
const southeast = { team: 'Southeast', ...newYork, manager: 'marcus' };
const dach = { team: 'DACH and Nordics', ...berlin, manager: 'katrin' };
const southeastAsia = { team: 'Southeast Asia', ...singapore, manager: 'weilin' };
const executive = 'Account Executive';
const senior = 'Senior Account Executive';

const reps: readonly DemoPerson[] = [
  { handle: 'priya', name: 'Priya Raman', title: senior, ...northeast, daysHere: 1180 },
  { handle: 'tom', name: 'Tom Gallagher', title: executive, ...northeast, daysHere: 640 },
  { handle: 'aisha', name: 'Aisha Bello', title: executive, ...northeast, daysHere: 810 },
  { handle: 'luca', name: 'Luca Ferraro', title: executive, ...northeast, daysHere: 455 },
  { handle: 'grace', name: 'Grace Kim', title: senior, ...northeast, daysHere: 1520 },
  { handle: 'devon', name: 'Devon Brooks', title: 'Associate Account Executive', ...northeast, daysHere: 38 },

  { handle: 'camila', name: 'Camila Rojas', title: senior, ...southeast, daysHere: 1320 },
  { handle: 'andre', name: 'Andre Baptiste', title: executive, ...southeast, daysHere: 520 },
  { handle: 'hannah', name: 'Hannah Weiss', title: executive, ...southeast, daysHere: 905 },
  { handle: 'jamal', name: 'Jamal Carter', title: executive, ...southeast, daysHere: 300 },
  { handle: 'nora', name: 'Nora Feldman', title: executive, ...southeast, daysHere: 690 },

  { handle: 'jonas', name: 'Jonas Keller', title: senior, ...dach, daysHere: 1410 },
  { handle: 'ingrid', name: 'Ingrid Solberg', title: executive, ...dach, country: 'NO', daysHere: 720 },
  {
    handle: 'mateusz',
    name: 'Mateusz Kowalski',
    title: 'Principal Account Executive',
    ...dach,
    country: 'PL',
    daysHere: 3653,
  },
  { handle: 'sofia', name: 'Sofia Lindgren', title: executive, ...dach, country: 'SE', daysHere: 410 },
  { handle: 'emre', name: 'Emre Yılmaz', title: executive, ...dach, daysHere: 560 },
  { handle: 'clara', name: 'Clara Hoffmann', title: executive, ...dach, country: 'AT', daysHere: 980 },

  { handle: 'arjun', name: 'Arjun Nair', title: senior, ...southeastAsia, daysHere: 1015 },
  { handle: 'nurul', name: 'Nurul Aziz', title: executive, ...southeastAsia, country: 'MY', daysHere: 610 },
  { handle: 'kenji', name: 'Kenji Watanabe', title: executive, ...southeastAsia, daysHere: 830 },
  { handle: 'linh', name: 'Linh Tran', title: executive, ...southeastAsia, country: 'VN', daysHere: 350 },
  { handle: 'miguel', name: 'Miguel Santos', title: executive, ...southeastAsia, country: 'PH', daysHere: 475 },
];

/** Managers after leads and reps after managers, so that everybody's manager comes before them. */
export const people: readonly DemoPerson[] = [...leads, ...managers, ...reps];

/** Those who report to the person. */
export function reportsTo(handle: string): readonly DemoPerson[] {
  return people.filter((person) => person.manager === handle);
}

export function emailOf(person: Pick<DemoPerson, 'name'>): string {
  const plain = person.name.normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('ı', 'i').toLowerCase();
  return `${plain.replace(/\s+/g, '.')}@${emailDomain}`;
}
