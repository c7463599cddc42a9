/** How people of ten languages write the files that they keep of their teams and deals. */
import { dutch } from './tongues/dutch.ts';
import { english } from './tongues/english.ts';
import { french } from './tongues/french.ts';
import { german } from './tongues/german.ts';
import { italian } from './tongues/italian.ts';
import { japanese } from './tongues/japanese.ts';
import { polish } from './tongues/polish.ts';
import { portuguese } from './tongues/portuguese.ts';
import { spanish } from './tongues/spanish.ts';
import { swedish } from './tongues/swedish.ts';

export type PersonColumn =
  | 'id'
  | 'name'
  | 'first'
  | 'last'
  | 'email'
  | 'account'
  | 'dn'
  | 'manager'
  | 'managerEmail'
  | 'managerId'
  | 'started'
  | 'lastDay'
  | 'zone'
  | 'country';
export type DealColumn =
  | 'id'
  | 'name'
  | 'customer'
  | 'owner'
  | 'stage'
  | 'status'
  | 'amount'
  | 'currency'
  | 'opened'
  | 'activity'
  | 'close';

type Words = readonly string[];
export interface Stages {
  readonly open: Words;
  readonly won: Words;
  readonly lost: Words;
}

/** What stands in the files of a language; of everything some ways to say it. */
export interface Tongue {
  readonly locale: string;
  /** Encodings of one country or a few that its people may still have, beside Unicode. */
  readonly encodings: Words;
  readonly people: Readonly<Record<PersonColumn, Words>>;
  readonly deals: Readonly<Record<DealColumn, Words>>;
  readonly stages: Stages;
  readonly statuses: Stages;
  /** The columns that say whether a deal is won and whether it is closed, and what stands in them. */
  readonly flags: {
    readonly won: Words;
    readonly closed: Words;
    readonly yesNo: readonly (readonly [string, string])[];
  };
  readonly blanks: Words;
  readonly nobody: Words;
  readonly titles: Words;
  readonly total: Words;
  /** Columns of a roster and of a list of deals that mean nothing here. */
  readonly extras: Words;
  readonly dealExtras: Words;
  /** First and last names. */
  readonly called: readonly (readonly [string, string])[];
  readonly customers: Words;
}

export const tongues: readonly Tongue[] = [
  english,
  german,
  dutch,
  swedish,
  french,
  spanish,
  portuguese,
  italian,
  polish,
  japanese,
];
