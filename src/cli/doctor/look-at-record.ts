/** What the database says of how things go: what is on hold, deals that no longer come, installations. Nothing is changed. */
import { existsSync, statSync } from 'node:fs';
import type { Config } from '../../config.ts';
import { isAddress } from '../../deals-address.ts';
import { lastDealsResult } from '../../jobs/deals.ts';
import type { OpenDatabase } from '../../store/db.ts';
import { findHeldBack } from '../../store/held-back.ts';
import { findInstallation, installedPlaces } from '../../store/slack-installations.ts';
import { pendingWorkspaceId } from '../../store/workspaces.ts';
import { listWorkspaces } from '../workspaces-list.ts';
import { right, wrong } from './finding.ts';
import type { Finding } from './finding.ts';
import { lookAtBotToken } from './look-at-slack.ts';

const millisecondsPerHour = 3_600_000;
/** The bot looks every 15 minutes. */
const quietPolls = 2 * millisecondsPerHour;
/** A CRM that still exports writes its file anew at least then, over a long weekend, too. */
const quietFile = 96 * millisecondsPerHour;

export async function lookAtHold({ database }: OpenDatabase): Promise<Finding[]> {
  const held = await findHeldBack(database);
  if (held === undefined) return [];
  return [
    wrong(
      'on hold',
      'The database is older than what was sent from it, so messages are held back.',
      'Look with firstline status, then: firstline restore --release drop (it was sent) or send (it wasn’t).',
    ),
  ];
}

/** Where deals are fetched by themselves: do they still come? */
export async function lookAtDeals(
  database: OpenDatabase,
  { deals, dealsByWorkspace }: Pick<Config, 'deals' | 'dealsByWorkspace'>,
  now: Date,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { id } of await listWorkspaces(database)) {
    const source = dealsByWorkspace.get(id) ?? deals;
    if (source !== undefined) findings.push(await lookAtSource(database, id, source, now));
  }
  return findings;
}

async function lookAtSource(database: OpenDatabase, id: string, source: string, now: Date): Promise<Finding> {
  const check = `deals of ${id}`;
  const isFile = !isAddress(source);
  if (isFile && !existsSync(source))
    return wrong(
      check,
      `There is no file at ${source}.`,
      'See that your CRM still exports there, or change FIRSTLINE_DEALS.',
    );
  const last = await lastDealsResult(database.forWorkspace(id));
  if (last?.state === 'failed')
    return wrong(
      check,
      `They can’t be fetched (${last.problem ?? 'failed'}, ${last.at}).`,
      'Look at what lies at FIRSTLINE_DEALS, and import it once by hand: firstline import deals FILE',
    );
  const changed = isFile ? now.getTime() - statSync(source).mtimeMs : 0;
  if (changed > quietFile)
    return wrong(
      check,
      `${source} hasn’t changed for ${Math.floor(changed / millisecondsPerHour / 24)} days.`,
      'See that your CRM still exports there.',
    );
  if (last !== undefined && now.getTime() - Date.parse(last.at) > quietPolls)
    return wrong(check, `Nobody has looked for them since ${last.at}.`, 'See that the bot runs.');
  return right(check, last === undefined ? 'Not fetched yet.' : `They come: ${last.state}, ${last.at}.`);
}

/** Of each workspace that has installed the app: its token, as far as it is good without being renewed. */
export async function lookAtInstallations(database: OpenDatabase, apiUrl: string, now: () => Date): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { id } of await installedPlaces(database.forWorkspace(pendingWorkspaceId))) {
    const installation = await findInstallation(database.forWorkspace(id));
    if (installation === undefined) continue;
    if (installation.expiresAt !== undefined && installation.expiresAt <= now())
      findings.push(right(`token of ${id}`, 'It has expired, and the bot renews it with its next call.'));
    else
      findings.push(
        ...(await lookAtBotToken(apiUrl, installation.token, { now, of: ` of ${id}`, setting: `the token of ${id}` })),
      );
  }
  return findings.filter(
    ({ check, ok }, at) => ok || check !== 'slack' || findings.findIndex((one) => one.check === 'slack') === at,
  );
}
