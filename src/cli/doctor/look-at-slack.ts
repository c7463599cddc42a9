/** Whether Slack can be reached, by what clock, and what it says of the tokens. Nothing is posted. */
import { botScopes } from '../../slack/wire/installing.ts';
import { right, wrong } from './finding.ts';
import type { Finding } from './finding.ts';

const timeoutMilliseconds = 10_000;
/** Slack refuses requests that are signed five minutes off: https://docs.slack.dev/authentication/verifying-requests-from-slack */
const mostSkewMilliseconds = 60_000;

interface Answer {
  readonly body: { readonly ok?: boolean; readonly error?: string; readonly team?: string; readonly team_id?: string };
  readonly headers: Headers;
}

/**
 * @param now by the clock of this machine, whatever FIRSTLINE_CLOCK says
 * @param of which workspace, where there are several
 */
export async function lookAtBotToken(
  apiUrl: string,
  token: string,
  { now, of = '', setting }: { readonly now: () => Date; readonly of?: string; readonly setting: string },
): Promise<Finding[]> {
  const answer = await ask(apiUrl, 'auth.test', token);
  if (answer === undefined) return [unreachable(apiUrl)];
  const clock = lookAtClock(answer.headers, now());
  const { error, ok, team, team_id: teamId } = answer.body;
  if (ok !== true)
    return [
      clock,
      wrong(
        `token${of}`,
        `Slack refuses ${setting} (${error ?? 'no reason given'}).`,
        'Install the app again, and set the new token.',
      ),
    ];
  return [
    clock,
    right(`token${of}`, `It works, for ${team ?? 'a workspace'} (${teamId ?? ''}).`),
    lookAtScopes(answer.headers, of),
  ];
}

export async function lookAtAppToken(apiUrl: string, token: string): Promise<Finding> {
  const answer = await ask(apiUrl, 'apps.connections.open', token);
  if (answer === undefined) return unreachable(apiUrl);
  return answer.body.ok === true
    ? right('app token', 'It works: Slack would open a socket.')
    : wrong(
        'app token',
        `Slack refuses SLACK_APP_TOKEN (${answer.body.error ?? 'no reason given'}).`,
        'At https://api.slack.com/apps, under Basic Information › App-Level Tokens, make one with connections:write and set it.',
      );
}

function unreachable(apiUrl: string): Finding {
  return wrong(
    'slack',
    `Slack can’t be reached at ${new URL(apiUrl).host}.`,
    'Check this machine’s network, its proxy and firewall, and SLACK_API_URL.',
  );
}

function lookAtClock(headers: Headers, now: Date): Finding {
  const slacks = Date.parse(headers.get('date') ?? '');
  if (Number.isNaN(slacks)) return right('clock', 'Slack didn’t say what time it is.');
  const skew = now.getTime() - slacks;
  const seconds = Math.round(Math.abs(skew) / 1000);
  return Math.abs(skew) <= mostSkewMilliseconds
    ? right('clock', `Within ${Math.max(1, seconds)} s of Slack’s.`)
    : wrong(
        'clock',
        `The clock of this machine is ${seconds} s ${skew > 0 ? 'ahead of' : 'behind'} Slack’s.`,
        'Turn on time synchronization (timedatectl set-ntp true).',
      );
}

function lookAtScopes(headers: Headers, of: string): Finding {
  const granted = (headers.get('x-oauth-scopes') ?? '').split(',').map((scope) => scope.trim());
  const missing = botScopes.filter((scope) => !granted.includes(scope));
  return missing.length === 0
    ? right(`scopes${of}`, 'All that the app needs are granted.')
    : wrong(
        `scopes${of}`,
        `Slack hasn’t granted: ${missing.join(', ')}.`,
        'At https://api.slack.com/apps, paste manifest.yml under App Manifest, and install the app again.',
      );
}

/** Undefined where nothing came back that Slack could have said. */
async function ask(apiUrl: string, method: string, token: string): Promise<Answer | undefined> {
  try {
    const response = await fetch(new URL(method, apiUrl), {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(timeoutMilliseconds),
    });
    return { body: (await response.json()) as Answer['body'], headers: response.headers };
  } catch {
    return undefined;
  }
}
