/** Where on record a person's id stands: every column and every text, so that none is forgotten when two people turn out to be one. */
import { behaviours } from '../behaviours/index.ts';
import { peopleInOccurrence } from '../leading/messages.ts';
import type { Selectable } from 'kysely';
import { personInKey, personInMark, personInRecord, personInSubject, personInText } from './person-in-text.ts';
import type { Tables } from './tables.ts';

/** A row as it is stored. */
export type Row = Readonly<Record<string, string | number | null>>;

/** The text as it is once `from` is `to`. */
export type Rewrite<T extends keyof Tables> = (row: Selectable<Tables[T]>, from: number, to: number) => string | null;

type Column<T extends keyof Tables> = keyof Tables[T] & string;

export interface PersonPlace<T extends keyof Tables> {
  /** Columns that hold the id of somebody who is served: they go to whoever the person turns out to be. */
  readonly columns: readonly Column<T>[];
  /** What names a row; `id` if left out. */
  readonly key?: readonly Column<T>[];
  /** No two rows have the same of these. */
  readonly once?: readonly Column<T>[];
  /** What becomes of the second of two rows that would: it is dropped, if left out; `keeps` leaves its texts as they were. */
  readonly twin?: 'keeps';
  /** Texts in which an id stands. */
  readonly texts?: Partial<{ readonly [C in Column<T>]: Rewrite<T> }>;
  /** Columns with an id that stays as it was written, and why. */
  readonly stays?: Partial<{ readonly [C in Column<T>]: string }>;
  /** Nothing of it may be written down elsewhere. */
  readonly isSecret?: true;
  /** Two people of whom a row says that one leads, asks or thanks the other are two people. */
  readonly isBetweenTwo?: true;
}

const nowhere = { columns: [] } as const;
const history = 'It says who did what, and stays as it was written.';

/** Exhaustive: a new table is an error of types here, a new column one of `test/store/person-places.test.ts`. */
export const personPlaces: { readonly [T in keyof Tables]: PersonPlace<T> } = {
  workspace: nowhere,
  installation: nowhere,
  slackInstallation: nowhere,
  organisationWorkspace: { columns: [], key: ['enterpriseId', 'teamId'] },
  keptMapping: nowhere,
  usualStay: nowhere,
  departure: { columns: ['personId'] },
  dataRequest: { columns: ['personId', 'settledBy'] },
  due: {
    columns: [],
    key: ['workspaceId', 'personId', 'job'],
    stays: { personId: 'It is worked out anew for both.' },
  },
  holder: nowhere,
  homeTurn: {
    columns: [],
    key: ['workspaceId', 'personId'],
    stays: { personId: 'It only says in which order Homes of this person were published.' },
  },
  digestAdvice: {
    columns: ['leadId', 'personId'],
    once: ['leadId', 'givenOn'],
  },
  leadQuestion: { columns: ['leadId', 'managerId'], isBetweenTwo: true },
  greeting: {
    columns: ['personId'],
    key: ['workspaceId', 'personId', 'role'],
    once: ['workspaceId', 'personId', 'role'],
  },
  lastTalk: {
    columns: ['managerId', 'repId'],
    key: ['workspaceId', 'managerId', 'repId'],
    once: ['workspaceId', 'managerId', 'repId'],
    isBetweenTwo: true,
  },
  openAbsence: {
    columns: ['personId'],
    key: ['workspaceId', 'personId'],
    once: ['workspaceId', 'personId'],
  },
  thinnedWeek: {
    columns: ['personId'],
    key: ['workspaceId', 'personId', 'week'],
    once: ['workspaceId', 'personId', 'week'],
  },
  announcement: {
    columns: ['personId', 'repId'],
    key: ['workspaceId', 'personId', 'week'],
    once: ['workspaceId', 'personId', 'week'],
    isBetweenTwo: true,
  },
  lineClaim: {
    columns: ['personId', 'managerId', 'claimedBy', 'fromManagerId'],
    stays: { decidedBy: history },
    isBetweenTwo: true,
  },
  person: { columns: ['mergedIntoId'] },
  reportingLine: { columns: ['personId', 'managerId', 'heldForId'] },
  interaction: {
    columns: ['managerId', 'repId'],
    isBetweenTwo: true,
    texts: {
      details: ({ behaviour, details }, from, to) =>
        personInRecord(details, personFields.get(behaviour) ?? [], from, to),
    },
  },
  deal: { columns: ['ownerId'] },
  dealChange: {
    columns: [],
    texts: {
      before: ({ what, before }, from, to) => (what === 'owner' ? personInText(before, from, to) : before),
      after: ({ what, after }, from, to) => (what === 'owner' ? personInText(after, from, to) : after),
    },
  },
  dealImportPart: {
    columns: [],
    stays: { changed: 'An owner who is somebody else by then is looked up when the import is taken back.' },
  },
  ask: { columns: ['repId', 'managerId', 'holderId'], isBetweenTwo: true },
  askStep: { columns: ['actorId', 'holderId'] },
  nudge: {
    columns: ['personId', 'repId'],
    once: ['occurrenceKey'],
    twin: 'keeps',
    texts: {
      occurrenceKey: (row, from, to) => {
        const [person = '', batch = '', subject = '', ...evidence] = row.occurrenceKey.split('|');
        return [personInText(person, from, to), batch, personInKey(subject, ':', [1], from, to), ...evidence].join('|');
      },
      fingerprint: ({ fingerprint }, from, to) => {
        const [subject = '', ...evidence] = fingerprint.split('|');
        return [personInKey(subject, ':', [1], from, to), ...evidence].join('|');
      },
      prefill: ({ behaviour, prefill }, from, to) =>
        personInRecord(prefill, personFields.get(behaviour) ?? [], from, to),
    },
  },
  booking: { columns: ['managerId', 'repId'], isBetweenTwo: true },
  stoppedBehaviour: {
    columns: ['personId'],
    key: ['workspaceId', 'personId', 'behaviour'],
    once: ['personId', 'behaviour'],
  },
  outbox: {
    columns: ['recipientId'],
    once: ['occurrenceKey'],
    twin: 'keeps',
    texts: {
      occurrenceKey: ({ kind, occurrenceKey }, from, to) =>
        personInKey(occurrenceKey, '|', peopleInOccurrence(kind), from, to),
      subject: ({ subject }, from, to) => personInSubject(subject, from, to),
    },
  },
  inbound: nowhere,
  mark: {
    columns: [],
    key: ['workspaceId', 'name'],
    once: ['name'],
    texts: { name: ({ name }, from, to) => personInMark(name, from, to) },
  },
  setting: {
    columns: [],
    key: ['workspaceId', 'scope', 'name'],
    once: ['scope', 'name'],
    texts: {
      scope: ({ scope }, from, to) => personInKey(scope, ':', [1], from, to),
      value: ({ name, value }, from, to) => (name === 'standIn' ? personInText(value, from, to) : value),
    },
  },
  settingChange: {
    columns: ['actorId'],
    texts: {
      scope: ({ scope }, from, to) => personInKey(scope, ':', [1], from, to),
      valuesBefore: ({ valuesBefore }, from, to) => personInRecord(valuesBefore, ['standIn'], from, to),
      valuesAfter: ({ valuesAfter }, from, to) => personInRecord(valuesAfter, ['standIn'], from, to),
    },
  },
  audit: { columns: [], stays: { actorId: history, subjectId: history } },
  promise: { columns: ['managerId', 'repId', 'holderId'], isBetweenTwo: true },
  cycle: { columns: ['managerId', 'repId'], isBetweenTwo: true },
  assignment: nowhere,
  cycleComment: { columns: ['authorId'] },
  noteReply: { columns: ['authorId'] },
  goal: { columns: ['repId', 'authorId'], isBetweenTwo: true },
  expectation: { columns: ['managerId', 'repId'], isBetweenTwo: true },
  idea: { columns: ['repId'] },
  skillNote: { columns: ['managerId', 'repId'], isBetweenTwo: true },
  confidence: { columns: ['repId'] },
  praise: { columns: ['managerId', 'repId'], isBetweenTwo: true },
  consequence: nowhere,
  picture: nowhere,
  pulse: { columns: ['leaderId'] },
  pulseTeam: { columns: ['managerId'], key: ['pulseId', 'managerId'], once: ['pulseId', 'managerId'] },
  pulseMember: { columns: ['personId'], key: ['pulseId', 'personId'], once: ['pulseId', 'personId'] },
  pulseAnswered: {
    columns: ['personId'],
    key: ['pulseId', 'personId'],
    once: ['pulseId', 'personId'],
    isSecret: true,
  },
  pulseBox: nowhere,
  knownAs: { columns: ['personId'], once: ['personId', 'kind', 'folded', 'source'] },
  linkProposal: { columns: ['personId', 'decidedBy'], once: ['personId', 'slackUserId'] },
  peopleChange: {
    columns: [],
    stays: { personId: history, goneId: history, madeBy: history, undoneBy: history },
  },
  peopleChangeRow: nowhere,
};

/** The fields of an act's form that hold a person's id, by the act. */
const personFields: ReadonlyMap<string, readonly string[]> = new Map(
  behaviours.map(({ id, form }) => [id, form.filter(({ kind }) => kind === 'person').map((field) => field.id)]),
);
