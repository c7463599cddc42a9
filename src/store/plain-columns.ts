/**
 * Every column of text that isn't sealed, and what stands in it instead of people's words. Exhaustive by type: a new column of plain
 * text doesn't compile until it is sealed or stands here. Where a reason has a form, `test/store/sealed-columns.test.ts` holds what is
 * stored against it.
 */
import type { SelectType } from 'kysely';
import type { Sealed } from './secrets.ts';
import type { Tables } from './tables.ts';

/** What stands in a column of plain text. */
export const plainReasons = {
  instant: 'An instant, ISO 8601 in UTC',
  id: 'An id of Slack’s or of our own making',
  key: 'Ids, kinds and days, put together to name a thing once',
  kind: 'A word of our own code',
  code: 'A currency, a hash',
  place: 'A country, a region or a time zone by its code',
  name: 'What people, teams and addresses are called, as Slack or the roster has it; people are found by it',
  crm: 'Deals as the CRM has them: names, accounts, stages, amounts; imports compare them',
  file: 'What the columns of a file are called, and the values that stand for one of ours',
  record: 'JSON of ids, kinds, numbers, days and choices; what is typed stands elsewhere, sealed',
  mark: 'What a job remembers: an instant, a day, a kind, or JSON of them',
  journal: 'JSON of columns of the roster and of ids; sealed columns stay sealed in it',
  problem: 'The word of Slack’s API or of Node for what went wrong',
} as const;
export type PlainReason = keyof typeof plainReasons;

type Named<T extends keyof Tables> = keyof Tables[T] & string;

/** By its name an instant, or the workspace. */
type ToldByName = `${string}At` | 'workspaceId';

/** A column that holds any text: sealed words, and words of a fixed set and days have types of their own. */
type PlainColumn<T extends keyof Tables> = {
  [C in Exclude<Named<T>, ToldByName>]: string extends NonNullable<SelectType<Tables[T][C]>> ? C : never;
}[Exclude<Named<T>, ToldByName>];
type WithPlain = { [T in keyof Tables]: PlainColumn<T> extends never ? never : T }[keyof Tables];

export const plainColumns = {
  workspace: {
    id: 'id',
    name: 'name',
    botUserId: 'id',
    defaultTimeZone: 'place',
  },
  person: {
    slackUserId: 'id',
    email: 'name',
    name: 'name',
    timeZone: 'place',
    country: 'place',
    region: 'place',
    team: 'name',
    outSince: 'instant',
    outUntil: 'instant',
  },
  interaction: {
    behaviour: 'kind',
    details: 'record',
  },
  deal: {
    externalId: 'crm',
    name: 'crm',
    account: 'crm',
    stage: 'crm',
    currency: 'code',
  },
  usualStay: { stage: 'crm' },
  dealChange: {
    before: 'crm',
    after: 'crm',
  },
  ask: {
    currency: 'code',
  },
  askStep: {
    at: 'instant',
  },
  nudge: {
    occurrenceKey: 'key',
    batch: 'key',
    behaviour: 'kind',
    item: 'key',
    prefill: 'record',
    fingerprint: 'key',
  },
  booking: {
    behaviour: 'kind',
  },
  stoppedBehaviour: {
    behaviour: 'kind',
  },
  outbox: {
    occurrenceKey: 'key',
    deliveryId: 'id',
    kind: 'kind',
    subject: 'record',
    channel: 'id',
    ts: 'id',
    problem: 'problem',
  },
  installation: {
    name: 'key',
    value: 'key',
  },
  slackInstallation: {
    id: 'id',
    name: 'name',
    enterpriseId: 'id',
    appId: 'id',
    botUserId: 'id',
    botId: 'id',
    installedBy: 'id',
  },
  organisationWorkspace: {
    enterpriseId: 'id',
    teamId: 'id',
    name: 'name',
  },
  inbound: {
    key: 'key',
  },
  mark: {
    name: 'key',
    value: 'mark',
  },
  setting: {
    scope: 'key',
    name: 'kind',
    value: 'record',
  },
  audit: {
    event: 'kind',
    subjectKind: 'kind',
    details: 'record',
    at: 'instant',
  },
  dealImportPart: {
    changed: 'crm',
  },
  digestAdvice: {
    about: 'key',
  },
  greeting: {
    at: 'instant',
  },
  holder: {
    instanceId: 'id',
    heldUntil: 'instant',
  },
  keptMapping: {
    fingerprint: 'code',
    names: 'file',
    columns: 'file',
    valueWords: 'file',
  },
  consequence: {
    remembered: 'record',
  },
  settingChange: {
    scope: 'key',
    topic: 'kind',
    valuesBefore: 'record',
    valuesAfter: 'record',
  },
  openAbsence: {
    since: 'instant',
    statusMark: 'code',
  },
  peopleChangeRow: {
    inTable: 'kind',
    rowKey: 'record',
    before: 'journal',
    after: 'journal',
  },
  picture: {
    fingerprint: 'code',
    slackFileId: 'id',
  },
  knownAs: {
    value: 'name',
    folded: 'name',
    since: 'instant',
    until: 'instant',
  },
  linkProposal: {
    slackUserId: 'id',
    slackName: 'name',
    slackAddress: 'name',
  },
} as const satisfies { readonly [T in WithPlain]: Readonly<Record<PlainColumn<T>, PlainReason>> };

type SealedColumn<T extends keyof Tables> = {
  [C in Named<T>]: NonNullable<SelectType<Tables[T][C]>> extends Sealed ? C : never;
}[Named<T>];
type WithSealed = { [T in keyof Tables]: SealedColumn<T> extends never ? never : T }[keyof Tables];

/** Every column of people's words. Exhaustive by type, too. */
export const sealedColumns = {
  ask: { text: true, fields: true, urgency: true, links: true },
  askStep: { text: true },
  assignment: { text: true },
  cycle: { gap: true },
  cycleComment: { text: true },
  dataRequest: { text: true },
  expectation: { text: true },
  goal: { text: true },
  idea: { text: true, usedWhere: true },
  interaction: { texts: true },
  leadQuestion: { text: true },
  noteReply: { text: true },
  nudge: { evidence: true, words: true },
  praise: { text: true },
  promise: { text: true },
  pulse: { result: true, heard: true, will: true },
  pulseBox: { content: true },
  skillNote: { tag: true },
  slackInstallation: { token: true, refreshToken: true },
} as const satisfies { readonly [T in WithSealed]: Readonly<Record<SealedColumn<T>, true>> };
