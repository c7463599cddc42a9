/** What goes wrong: with Slack, the network between, the disk, and the process. */
import type { Fault } from '@firstline/slack-sandbox';
import { pick } from './roll.ts';
import type { Roll } from './roll.ts';
import type { World } from './world.ts';

const methods = [
  'chat.postMessage',
  'chat.update',
  'views.publish',
  'views.open',
  'views.update',
  'conversations.open',
  'conversations.history',
  'users.info',
  'response_url',
];

/** Those that answer at once: a simulation waits for no time-out. */
const faults: readonly ((roll: Roll) => Fault)[] = [
  (roll) => ({ kind: 'http', status: 500, afterAccepting: roll(2) === 0 }),
  (roll) => ({ kind: 'reset', afterAccepting: roll(2) === 0 }),
  () => ({ kind: 'error', error: 'internal_error' }),
  (roll) => ({ kind: 'rate-limit', retryAfterSeconds: 1 + roll(60) }),
];

export function failSlack({ sandbox }: World, roll: Roll): void {
  for (let times = 1 + roll(3); times > 0; times -= 1) sandbox.script(pick(roll, methods), pick(roll, faults)(roll));
}

/** Slack sends something again that it has sent before: an event, a command, a press or a form. */
export async function sendAgain({ sandbox }: World, roll: Roll): Promise<void> {
  const sent = sandbox.traffic.filter(({ direction, transport }) => direction === 'to-app' && transport === 'http');
  const entry = sent.at(-1 - roll(6));
  if (entry !== undefined) await sandbox.deliverAgain(entry.number);
}

/** As often one as ten, ten as a hundred: what a process does first is no more dangerous than what it does last. */
export function soManySteps(roll: Roll): number {
  return 1 + roll(pick(roll, [4, 16, 64, 256, 1024]));
}
