/** What goes wrong with Slack while the bot is at work: refusals, lost answers, silence, and requests that come twice. */
import type { Fault, RunningSandbox } from '@firstline/slack-sandbox';

type Roll = (below: number) => number;

/** Posts most often: they are what may be lost or doubled. */
const methods = [
  'chat.postMessage',
  'chat.postMessage',
  'chat.postMessage',
  'chat.update',
  'views.publish',
  'views.open',
  'conversations.open',
  'conversations.history',
  'response_url',
] as const;
const faults: readonly ((roll: Roll) => Fault)[] = [
  (roll) => ({ kind: 'http', status: 500, afterAccepting: roll(2) === 0 }),
  (roll) => ({ kind: 'reset', afterAccepting: roll(2) === 0 }),
  (roll) => ({ kind: 'rate-limit', retryAfterSeconds: 1 + roll(3) }),
  () => ({ kind: 'error', error: 'internal_error' }),
];
const silence = (roll: Roll): Fault => ({ kind: 'hang', afterAccepting: roll(2) === 0 });
/** A fault that waits for its call waits for ever where nobody calls: no more than so many of a method do. */
const mostWaiting = 2;
/** How far back a request may come again. */
const newest = 8;
const hangMilliseconds = 500;

export interface Faults {
  /** Lets something go wrong soon, or not. */
  step(): void;
  /** Resolves when nothing goes wrong from now on: what still waits for its call is used up by calls that mean nothing. */
  stop(): Promise<void>;
  /** So many met their call. */
  readonly met: () => number;
  readonly sentTwice: () => number;
}

/**
 * @param hangs whether a call may stay without an answer, too
 * @param roll a whole number below what is asked
 */
export function troubleFor(sandbox: RunningSandbox, hangs: boolean, roll: Roll): Faults {
  const kinds = hangs ? [...faults, silence] : faults;
  const waiting = new Map<string, number>();
  let last = 0;
  let met = 0;
  let sentTwice = 0;

  function lookAtCalls(): void {
    const from = last + 1 - (sandbox.traffic[0]?.number ?? 0);
    for (const { direction, name, number } of sandbox.traffic.slice(Math.max(0, from))) {
      last = number;
      const left = waiting.get(name) ?? 0;
      if (direction !== 'to-slack' || left === 0) continue;
      waiting.set(name, left - 1);
      met += 1;
    }
  }

  function sendTwice(): void {
    const sent = sandbox.traffic
      .slice(-200)
      .filter(({ direction, transport }) => direction === 'to-app' && transport === 'http');
    const again = sent.at(-1 - roll(newest));
    if (again === undefined) return;
    sentTwice += 1;
    void sandbox.deliverAgain(again.number);
  }

  return {
    step() {
      lookAtCalls();
      if (roll(2) === 0) sendTwice();
      const method = methods[roll(methods.length)] ?? 'chat.postMessage';
      const left = waiting.get(method) ?? 0;
      const fault = kinds[roll(kinds.length)]?.(roll);
      if (fault === undefined || left >= mostWaiting) return;
      waiting.set(method, left + 1);
      sandbox.script(method, fault);
    },
    async stop() {
      lookAtCalls();
      const left = [...waiting].flatMap(([method, count]) => Array<string>(count).fill(method));
      for (const method of left) {
        const address = method === 'response_url' ? `${sandbox.url}/hooks/T0/gone` : sandbox.apiUrl + method;
        await fetch(address, { method: 'POST', body: '{}', signal: AbortSignal.timeout(hangMilliseconds) }).catch(
          () => undefined,
        );
      }
      waiting.clear();
    },
    met: () => met,
    sentTwice: () => sentTwice,
  };
}
