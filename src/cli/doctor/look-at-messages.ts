/**
 * Has Slack check what the bot would say: each kind of message that a made-up company comes to in some weeks, and the Homes of its people.
 * Nothing is posted, and nothing of the real company is in it. https://docs.slack.dev/reference/methods/blocks.validate
 */
import { WebClient } from '@slack/web-api';
import type { View } from '@slack/types';
import { behaviours } from '../../behaviours/index.ts';
import type { OneTokenConfig } from '../../config.ts';
import type { Context } from '../../context.ts';
import { createLife } from '../../demo/life/life.ts';
import { demoSeed, fillDemo } from '../../demo/team.ts';
import { followAsks } from '../../jobs/asks.ts';
import { sendDigests } from '../../jobs/digest.ts';
import { followUpBookings } from '../../jobs/follow-up.ts';
import { greetLeaders } from '../../jobs/greet.ts';
import { lookAtLeaders } from '../../jobs/leaders.ts';
import { planWeeks } from '../../jobs/plan.ts';
import { followPulses } from '../../jobs/pulse.ts';
import { sendRecaps, sendRepRecaps } from '../../jobs/recap.ts';
import { kindOf, render } from '../../jobs/render.ts';
import { beginRound } from '../../jobs/round.ts';
import { messageKeys } from '../../leading/messages.ts';
import type { MessageKey } from '../../leading/messages.ts';
import { createLog, describeError } from '../../log.ts';
import type { RenderedMessage } from '../../slack/kit/rendered-message.ts';
import { loadHome } from '../../slack/loading/home-data.ts';
import { homeView, mineView } from '../../slack/views/home/home.ts';
import { libraryLog } from '../../slack/wire/library-log.ts';
import { openDatabase } from '../../store/db.ts';
import { deliveriesIn, markSent } from '../../store/outbox.ts';
import { everybody, findPerson } from '../../store/people.ts';
import type { Edge } from '../edge.ts';
import { right, wrong } from './finding.ts';
import type { Finding } from './finding.ts';
import { candidatesFor } from './made-up-subjects.ts';

/** A Monday, when plans come. */
const begins = Date.parse('2026-11-23T15:00:00Z');
const millisecondsPerDay = 86_400_000;
const days = 28;
const mostTries = 1_000;
const jobs = [
  followAsks,
  greetLeaders,
  lookAtLeaders,
  planWeeks,
  followUpBookings,
  sendDigests,
  sendRecaps,
  sendRepRecaps,
  followPulses,
];

export async function lookAtMessages(edge: Edge, { apiUrl, botToken }: OneTokenConfig): Promise<Finding[]> {
  const client = new WebClient(botToken, { slackApiUrl: apiUrl, logger: libraryLog(createLog('silent')) });
  const { homes, messages } = await madeUp(edge);
  const findings: Finding[] = [];
  for (const [kind, { blocks }] of messages)
    findings.push(
      ...(await check(`message ${kind}`, () => client.blocks.validate({ message: { blocks: [...blocks] } }))),
    );
  for (const [whose, view] of homes) findings.push(...(await check(whose, () => client.blocks.validate({ view }))));
  if (findings.length > 0) return findings;
  const rest = messageKeys.filter((key) => !messages.has(key));
  return [
    right(
      'messages',
      `Slack takes ${messages.size} of ${messageKeys.length} kinds of messages, and ${homes.size} Homes and forms on them. Not checked, as the made-up company has no occasion for them: ${rest.join(', ')}.`,
    ),
  ];
}

/** Nothing where Slack takes it. */
async function check(what: string, ask: () => Promise<unknown>): Promise<Finding[]> {
  try {
    await ask();
    return [];
  } catch (error) {
    const said = describeError(error).slack;
    if (said === undefined || !said.startsWith('invalid_'))
      return [wrong('messages', `Slack couldn’t check ${what} (${said ?? 'no answer'}).`, 'Try again later.')];
    return [
      wrong('messages', `Slack refuses the ${what} (${said}${pointersOf(error)}).`, 'Please report it with this line.'),
    ];
  }
}

/** Where in it, without what stands there. */
function pointersOf(error: unknown): string {
  const data: unknown = error instanceof Error && 'data' in error ? error.data : undefined;
  const errors: unknown = typeof data === 'object' && data !== null && 'errors' in data ? data.errors : undefined;
  const all: unknown[] = Array.isArray(errors) ? errors : [];
  const pointers = all.flatMap((one) =>
    typeof one === 'object' && one !== null && 'pointer' in one ? [String(one.pointer)] : [],
  );
  return pointers.length === 0 ? '' : ` at ${pointers.join(', ')}`;
}

interface MadeUp {
  readonly messages: ReadonlyMap<string, RenderedMessage>;
  readonly homes: ReadonlyMap<string, View>;
}

async function madeUp(edge: Edge): Promise<MadeUp> {
  const database = await openDatabase({ path: ':memory:' });
  try {
    const store = database.forWorkspace(demoSeed().teamId);
    let now = new Date(begins);
    await fillDemo(store, now);
    const unused = new WebClient();
    const context: Context = {
      store,
      behaviours,
      slack: unused,
      sender: unused,
      clock: () => now,
      pause: async () => undefined,
      newId: () => edge.newId(),
      log: createLog('silent'),
      deliverSoon: () => undefined,
    };
    const life = createLife(context, () => false);
    const messages = new Map<string, RenderedMessage>();
    for (let day = 0; day < days; day += 1) {
      now = new Date(begins + day * millisecondsPerDay);
      await life.catchUp();
      const round = beginRound(context);
      for (const job of jobs) await job(context, round);
      await say(context, messages);
    }
    for (const key of messageKeys) if (!messages.has(key)) await makeUp(context, key, messages);
    return { messages, homes: await homesOf(context) };
  } finally {
    await database.close();
  }
}

/** As if each was posted: what comes next builds on it. */
async function say(context: Context, messages: Map<string, RenderedMessage>): Promise<void> {
  for (const delivery of await deliveriesIn(context.store, ['pending'])) {
    const recipient = await findPerson(context.store, delivery.recipientId);
    if (recipient !== undefined && !messages.has(delivery.kind)) {
      const message = await render(context, delivery, recipient);
      if (message !== undefined) messages.set(delivery.kind, message);
    }
    await markSent(context.store, delivery.id, { channel: 'D0MADEUP', ts: `${delivery.id}.000100` }, context.clock());
  }
}

/** What nobody came to say: about whatever there is that it could be about, to anybody. */
async function makeUp(context: Context, kind: MessageKey, messages: Map<string, RenderedMessage>): Promise<void> {
  const people = await everybody(context.store);
  let tried = 0;
  for (const { personId, subject } of candidatesFor(
    kind,
    people.map(({ id }) => id),
  ))
    for (const recipient of people.filter(({ id }) => personId === undefined || id === personId)) {
      const message = await kindOf({ kind })
        .render(context, subject, recipient, context.clock())
        .catch(() => undefined);
      if (message !== undefined) return void messages.set(kind, message);
      tried += 1;
      if (tried >= mostTries) return;
    }
}

async function homesOf(context: Context): Promise<ReadonlyMap<string, View>> {
  const homes = new Map<string, View>();
  for (const person of await everybody(context.store)) {
    const data = await loadHome(context, person, 0);
    homes.set(`Home of person ${person.id}`, homeView(data));
    const mine = mineView(data);
    if (mine !== undefined) homes.set(`form of person ${person.id}`, mine);
  }
  return homes;
}
