/** How everything stands, as it is printed for people. Instants in UTC. */
import { columned } from './columned.ts';
import { shownBytes } from './sizes.ts';
import type { Status, WorkspaceStatus } from './status.ts';

const millisecondsPerHour = 3_600_000;
const hoursPerDay = 24;

export function statusText({ database, heldBack, isBackup, running, version, workspaces }: Status, now: Date): string {
  const size = database.bytes === null ? '' : `, ${shownBytes(database.bytes)}`;
  const schema =
    database.schema === database.ownSchema
      ? database.schema
      : `${database.schema}; this program’s is ${database.ownSchema}`;
  return [
    `Firstline ${version}`,
    `Database: ${database.place}${size}, schema ${schema}`,
    running ? 'A bot is at work on it.' : 'No bot is at work on it.',
    ...(isBackup
      ? ['It’s a backup. What may have been sent since it was made is held back once a bot starts on it.']
      : []),
    ...(heldBack === null ? [] : [heldText(heldBack)]),
    ...workspaces.flatMap((workspace) => ['', ...workspaceLines(workspace, now)]),
    ...(workspaces.length === 0 ? ['There is no workspace yet.'] : []),
  ].join('\n');
}

const reasons = {
  backup: 'it was restored from a backup',
  older: 'an older copy was put in its place',
  'no-mark': 'its .sending-mark isn’t beside it, so nobody knows what was sent since',
  'other-mark': 'the .sending-mark beside it is another database’s',
  'by-hand': 'somebody said so',
} as const;

function heldText({ since, until, why }: NonNullable<Status['heldBack']>): string {
  const from = since === null ? '' : ` It knows what was sent until ${shownInstant(since)}.`;
  const to = until === null ? '' : ` The last from before was sent around ${shownInstant(until)}.`;
  return `On hold since the database is older than what was sent from it: ${reasons[why]}.${from}${to} What may be in Slack already waits below as “held back”. Let it go: firstline restore --release drop (it was sent) or send (it wasn’t).`;
}

function workspaceLines(workspace: WorkspaceStatus, now: Date): string[] {
  const { deals, id, lastDigestAt, lastPlanAt, name, people, waiting, winsChannel } = workspace;
  const rows = waiting.map(({ count, from, kind, problem, state, until }) => [
    `  ${count.toLocaleString('en')}`,
    state,
    kind,
    problem ?? '',
    from === until ? `due ${shownInstant(from)}` : `due ${shownInstant(from)} to ${shownInstant(until)}`,
  ]);
  return [
    `${id} (${name}): ${people.toLocaleString('en')} people`,
    `  Last plan: ${shownAge(lastPlanAt, now)}. Last digest: ${shownAge(lastDigestAt, now)}.`,
    ...(deals === null
      ? []
      : [
          `  Deals: ${deals.state}${deals.problem === undefined ? '' : ` (${deals.problem})`}, ${shownAge(deals.at, now)}.`,
        ]),
    ...(winsChannel === null
      ? []
      : [`  Wins channel: ${winsChannel.problem} since ${shownInstant(winsChannel.since)}.`]),
    ...(rows.length === 0 ? ['  Nothing waits to be sent.'] : ['  Waiting to be sent:', columned(rows)]),
  ];
}

function shownAge(instant: string | null, now: Date): string {
  if (instant === null) return 'none yet';
  const hours = Math.floor((now.getTime() - Date.parse(instant)) / millisecondsPerHour);
  const ago =
    hours < 1
      ? 'within the hour'
      : hours < hoursPerDay * 2
        ? `${hours} h ago`
        : `${Math.floor(hours / hoursPerDay)} days ago`;
  return `${shownInstant(instant)} (${ago})`;
}

/** To the minute, in UTC. */
function shownInstant(instant: string): string {
  return `${instant.slice(0, 16).replace('T', ' ')} UTC`;
}
