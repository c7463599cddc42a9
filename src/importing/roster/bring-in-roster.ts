import type { WebClient } from '@slack/web-api';
import { followReportingLines } from '../../acts/follow-reporting-lines.ts';
import { listSlackUsers } from '../../acts/slack-users.ts';
import type { SlackUser } from '../../acts/slack-users.ts';
import { writingAlone } from '../../store/db.ts';
import type { Store } from '../../store/db.ts';
import type { Source } from '../reading/bytes.ts';
import { linkRoster } from './link-roster.ts';
import type { WaitingPair } from './link-roster.ts';
import { rehearsed } from '../rehearse.ts';
import type { ImportReport } from '../report.ts';
import { importRoster } from './roster.ts';
import type { RosterOptions } from './roster.ts';

export interface RosterContext {
  readonly store: Store;
  /** Left out, or unable to list its users: people are known from the record alone. */
  readonly slack: WebClient | undefined;
  clock(): Date;
  newId(): string;
}

export interface RosterReport extends ImportReport {
  /** Names of the roster that may mean somebody in Slack: they wait for a yes. */
  readonly pairs: readonly WaitingPair[];
}

export interface BringInOptions extends Omit<RosterOptions, 'slackUsers'> {
  /** Called with what is on record then, before a dry run takes it back. */
  afterwards?(store: Store): Promise<void>;
}

/**
 * Imports a roster and does what follows from it: people are found in Slack, open asks go where the lines now lead, and both sides of each
 * line that changed are told. A dry run does all of it and takes it back.
 * @throws UserError as `importRoster` does; Slack's failures become notes
 */
export async function bringInRoster(
  context: RosterContext,
  source: Source,
  options: BringInOptions,
): Promise<RosterReport> {
  const { slack } = context;
  const now = context.clock();
  const isRehearsal = options.dryRun === true;
  const { users, note } = slack === undefined ? { users: undefined, note: undefined } : await usersIn(slack);
  return rehearsed(context.store, isRehearsal, async (store) => {
    const wanted = {
      ...options,
      dryRun: false,
      saveMapping: options.saveMapping === true && !isRehearsal,
      ...(users && { slackUsers: users }),
    };
    const { peopleIds, ...report } = await importRoster(store, source, wanted, now);
    const linked =
      slack === undefined || users === undefined
        ? { notes: [], pairs: [] }
        : await writingAlone(store, (tx) =>
            linkRoster({ ...context, store: tx, slack }, users, peopleIds, options.linkByName === true),
          );
    await followReportingLines(context, store, 'everybody', null, now);
    await options.afterwards?.(store);
    const notes = [...report.notes, ...(note === undefined ? [] : [note]), ...linked.notes];
    return { ...report, dryRun: isRehearsal, notes, pairs: linked.pairs };
  });
}

async function usersIn(slack: WebClient): Promise<{ users: SlackUser[] | undefined; note: string | undefined }> {
  const notListed =
    'Slack doesn’t list its users here, so nobody was looked up there. That is done later, when they write to the bot.';
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
