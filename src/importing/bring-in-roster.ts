import type { WebClient } from '@slack/web-api';
import { followReportingLines } from '../acts/follow-reporting-lines.ts';
import { linkPeople } from '../acts/link-people.ts';
import { tellLines } from '../acts/tell-lines.ts';
import { listSlackUsers } from '../acts/slack-users.ts';
import type { SlackUser } from '../acts/slack-users.ts';
import type { Store } from '../store/db.ts';
import type { Source } from './bytes.ts';
import type { ImportReport } from './report.ts';
import { importRoster } from './roster.ts';
import type { RosterOptions } from './roster.ts';

export interface RosterContext {
  readonly store: Store;
  /** Left out, or unable to list its users: people are known from the record alone. */
  readonly slack: WebClient | undefined;
  clock(): Date;
  newId(): string;
}

/**
 * Imports a roster and does what follows from it: people are found in Slack, open asks go where the lines now lead, and
 * both sides of each line that changed are told.
 * @throws UserError as `importRoster` does; Slack's failures become notes
 */
export async function bringInRoster(
  context: RosterContext,
  source: Source,
  options: Omit<RosterOptions, 'slackUsers'>,
): Promise<ImportReport> {
  const { store, slack } = context;
  const now = context.clock();
  const { users, note } = slack === undefined ? { users: undefined, note: undefined } : await usersIn(slack);
  const report = await importRoster(store, source, { ...options, ...(users && { slackUsers: users }) }, now);
  const notes = [...report.notes, ...(note === undefined ? [] : [note])];
  if (options.dryRun === true) return { ...report, notes };
  if (slack !== undefined && users !== undefined) notes.push(...(await linked({ ...context, slack }, users)));
  await tellLines(context, store, now);
  await followReportingLines(context, store, null, now);
  return { ...report, notes };
}

async function usersIn(slack: WebClient): Promise<{ users: SlackUser[] | undefined; note: string | undefined }> {
  const notListed =
    'Slack doesn’t list its users here, so nobody was looked up there by name. That is done later, when they write to the bot.';
  try {
    const users = await listSlackUsers(slack);
    return { users, note: users === undefined ? notListed : undefined };
  } catch {
    return {
      users: undefined,
      note: 'Slack couldn’t be reached, so nobody was looked up there. Run the import again to link people.',
    };
  }
}

async function linked(
  context: RosterContext & { readonly slack: WebClient },
  users: readonly SlackUser[],
): Promise<string[]> {
  const result = await linkPeople(context, users);
  const count = result.linked.length;
  return [
    ...(count === 0 ? [] : [`${count} ${count === 1 ? 'person was' : 'people were'} found in Slack.`]),
    ...result.ambiguous.map(
      ({ name, candidates }) =>
        `${candidates} people are called ${name}, so none of them was linked to Slack: add e-mail addresses to the roster.`,
    ),
  ];
}
