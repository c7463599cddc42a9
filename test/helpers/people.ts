/** Who is in the tests' workspace: Lee leads Dana and Marco; Priya, Sam and Nia report to Dana, Tom and Uma to Marco. */
export interface TestPerson {
  readonly key: PersonKey;
  readonly slackId: string;
  readonly handle: string;
  readonly name: string;
  readonly email: string;
  readonly timeZone: string;
  readonly manager?: PersonKey;
  readonly isAdmin?: boolean;
}
export type PersonKey = 'lee' | 'dana' | 'marco' | 'priya' | 'sam' | 'nia' | 'tom' | 'uma' | 'omar';

function person(key: PersonKey, name: string, timeZone: string, more: { manager?: PersonKey; isAdmin?: boolean } = {}) {
  return {
    key,
    slackId: `U0${key.toUpperCase()}`,
    handle: key,
    name,
    email: `${key}@example.com`,
    timeZone,
    ...more,
  } satisfies TestPerson;
}

export const people: readonly TestPerson[] = [
  person('lee', 'Lee Park', 'Europe/London', { isAdmin: true }),
  person('dana', 'Dana Osei', 'Europe/London', { manager: 'lee' }),
  person('marco', 'Marco Bianchi', 'America/New_York', { manager: 'lee' }),
  person('priya', 'Priya Nair', 'Europe/London', { manager: 'dana' }),
  person('sam', 'Sam Ruiz', 'Europe/London', { manager: 'dana' }),
  person('nia', 'Nia Cole', 'Europe/London', { manager: 'dana' }),
  person('tom', 'Tom Webb', 'America/New_York', { manager: 'marco' }),
  person('uma', 'Uma Rao', 'America/New_York', { manager: 'marco' }),
  person('omar', 'Omar Haddad', 'Europe/London'),
];

/** In the workspace, and nobody to the bot. */
export const guestId = 'U0GUEST';
export const strangerId = 'U0STRANGER';

/** Slack's id of a person. */
export function slackIdOf(key: PersonKey): string {
  return `U0${key.toUpperCase()}`;
}
