import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import { UserError } from '../../errors.ts';
import { describeError } from '../../log.ts';
import { longestWaitMilliseconds, waitAfter } from './socket.ts';

/** Which workspace this is, and who the bot is in it. */
export interface Identity {
  /** Slack's team id. */
  readonly workspaceId: string;
  readonly workspaceName: string;
  /** The organisation that the workspace is part of, if it is. */
  readonly enterpriseId: string | undefined;
  readonly botUserId: string;
  readonly botId: string | undefined;
}

/** Slack's answers to a token that will never work. auth.test, errors. */
export const tokenRefusals = [
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'org_login_required',
  'team_access_not_granted',
  'not_allowed_token_type',
];

/**
 * Asks Slack who we are. While Slack can't be reached it is asked again, with at most 30 s in between.
 * @throws UserError if Slack refuses the token
 */
export async function meetSlack(client: WebClient, log: Logger, signal?: AbortSignal): Promise<Identity> {
  for (let failures = 1; ; failures += 1) {
    try {
      const answer = await client.auth.test();
      const { team_id: workspaceId, team, user_id: botUserId, bot_id: botId, enterprise_id: enterpriseId } = answer;
      if (workspaceId === undefined || botUserId === undefined)
        throw new UserError('Slack did not say which workspace this token belongs to. Check SLACK_API_URL.');
      return { workspaceId, workspaceName: team ?? workspaceId, enterpriseId, botUserId, botId };
    } catch (error) {
      if (error instanceof UserError) throw error;
      const { slack } = describeError(error);
      if (slack !== undefined && tokenRefusals.includes(slack))
        throw new UserError(`Slack refuses SLACK_BOT_TOKEN (${slack}). Install the app again and set the new token.`, {
          cause: error,
        });
      const againIn = Math.min(longestWaitMilliseconds, waitAfter(failures));
      log.warn({ err: error, againIn }, 'Slack can’t be reached; trying again');
      await waitUnlessAborted(againIn, signal);
    }
  }
}

async function waitUnlessAborted(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
  if (signal?.aborted === true) throw new UserError('Stopped before Slack could be reached.');
}
