/** What can happen in a simulation, one thing a step. Each is chosen and carried out by its own seed, so that it is the same without the others. */
import type { Fault, JsonObject, PageView } from '@firstline/slack-sandbox';
import { dice } from '../helpers/dice.ts';
import { people, slackIdOf } from '../helpers/people.ts';
import type { PersonKey } from '../helpers/people.ts';
import type { Ledger } from './ledger.ts';
import type { World } from './world.ts';

/** As it is written down, and replayed. */
export interface Step {
  readonly kind: StepKind;
  readonly seed: number;
}

type Roll = (below: number) => number;
type Doing = (world: World, roll: Roll, ledger: Ledger) => Promise<void>;

const minute = 60_000;
const hour = 60 * minute;
const leaps = [minute, 5 * minute, 20 * minute, hour, 2 * hour, 4 * hour, 9 * hour, 15 * hour, 24 * hour, 72 * hour];
const reps = people.filter(({ manager }) => manager === 'dana' || manager === 'marco');
const zones = ['Europe/London', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland', 'Pacific/Honolulu'];

const pick = <Item>(roll: Roll, items: readonly Item[]): Item => {
  const item = items[roll(items.length)];
  if (item === undefined) throw new Error('Nothing to choose from');
  return item;
};
const anybody = (roll: Roll): PersonKey => pick(roll, people).key;

/** Time passes, and what is due is done. */
async function pass(world: World, milliseconds: number): Promise<void> {
  world.clock.moveTo(new Date(world.clock.now().getTime() + milliseconds));
  await world.bot.tick().catch(() => undefined);
}

const methods = [
  'chat.postMessage',
  'chat.update',
  'views.publish',
  'views.open',
  'conversations.open',
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

/** Buttons that lead out of Slack, or would wait for somebody at another window. */
const isPlain = (element: JsonObject): boolean => element['type'] === 'button' && element['url'] === undefined;

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

function buttonsOf(blocks: readonly JsonObject[]): { actionId: string; blockId: string }[] {
  return blocks.flatMap((block) => {
    const elements = [
      ...(Array.isArray(block['elements']) ? block['elements'] : []),
      block['accessory'],
    ] as JsonObject[];
    return elements
      .filter((element) => typeof element === 'object' && element !== null && isPlain(element))
      .map((element) => ({ actionId: textOf(element['action_id']), blockId: textOf(block['block_id']) }));
  });
}

/** An error of Slack's own, such as a form that is gone, is nobody's fault. */
async function trying(work: () => Promise<unknown>): Promise<void> {
  await work().catch(() => undefined);
}

async function pressSomething({ sandbox }: World, roll: Roll, ledger: Ledger): Promise<void> {
  const key = anybody(roll);
  const user = sandbox.as(slackIdOf(key));
  const [home, message] = [user.home(), user.messages().at(-1 - roll(3))];
  const isHome = home !== undefined && roll(2) === 0;
  const buttons = buttonsOf(isHome ? home.blocks : (message?.blocks ?? []));
  if (buttons.length === 0) return;
  const target = pick(roll, buttons);
  if (target.actionId.startsWith('log.share')) ledger.mayHaveShared(key);
  await trying(() =>
    user.press({
      ...target,
      ...(isHome ? { home: true } : { ...(message !== undefined && { messageTs: message.ts }) }),
    }),
  );
}

function openModalOf(world: World, roll: Roll): { key: PersonKey; modal: PageView } | undefined {
  const open = people.flatMap(({ key }) => {
    const modal = world.sandbox.as(slackIdOf(key)).modal();
    return modal === undefined ? [] : [{ key, modal }];
  });
  return open.length === 0 ? undefined : pick(roll, open);
}

const doings = {
  wait: (world, roll) => pass(world, pick(roll, leaps)),
  async note({ sandbox }, roll, ledger) {
    const rep = pick(roll, reps);
    const manager = rep.manager ?? 'dana';
    const words = ledger.word('note', [manager], rep.key);
    await trying(() => sandbox.as(slackIdOf(manager)).command('/coach', `@${rep.handle} ${words}, she listened well`));
  },
  async ask({ sandbox }, roll, ledger) {
    const rep = pick(roll, reps);
    const user = sandbox.as(slackIdOf(rep.key));
    const words = ledger.word('ask', [rep.key, rep.manager ?? 'dana', 'lee']);
    await trying(async () => {
      await user.command('/ask', `${words} please help me with the discount`);
      const modal = await sandbox.until('the form', () => user.modal(), 1_500);
      if (modal.submit === undefined) return;
      const { errors } = await user.submit();
      if (errors === undefined && user.modal()?.id !== modal.id) ledger.asked(words);
    });
  },
  press: pressSomething,
  async submit(world, roll, ledger) {
    const open = openModalOf(world, roll);
    if (open === undefined) return;
    const user = world.sandbox.as(slackIdOf(open.key));
    ledger.mayHaveShared(open.key);
    await trying(() => (roll(3) === 0 ? user.close() : user.submit()));
  },
  async home({ sandbox }, roll) {
    await trying(() => sandbox.as(slackIdOf(anybody(roll))).openHome());
  },
  async away({ clock, sandbox }, roll) {
    const until = new Date(clock.now().getTime() + (1 + roll(5)) * 24 * hour).toISOString();
    const status =
      roll(3) === 0 ? { text: '', emoji: '' } : { text: 'On vacation', emoji: ':palm_tree:', expiresAt: until };
    await trying(() => sandbox.as(slackIdOf(anybody(roll))).setStatus(status));
  },
  async zone({ sandbox }, roll, ledger) {
    const [key, zone] = [anybody(roll), pick(roll, zones)];
    ledger.moves(key, zone);
    await trying(() => sandbox.as(slackIdOf(key)).setTimeZone(zone));
  },
  async leave({ sandbox }, roll) {
    await trying(() => sandbox.admin.deactivate(slackIdOf(pick(roll, reps).key), roll(2) === 0));
  },
  async fault({ sandbox }, roll) {
    for (let times = 1 + roll(3); times > 0; times -= 1) sandbox.script(pick(roll, methods), pick(roll, faults)(roll));
  },
  async crash(world, roll) {
    world.dieAfter(1 + roll(120));
    await pass(world, pick(roll, leaps));
  },
  restart: (world) => world.restart(),
} as const satisfies Record<string, Doing>;
export type StepKind = keyof typeof doings;

/** How often each comes, of all. */
const weights: Readonly<Record<StepKind, number>> = {
  wait: 30,
  note: 8,
  ask: 10,
  press: 20,
  submit: 10,
  home: 6,
  away: 3,
  zone: 5,
  leave: 2,
  fault: 8,
  crash: 5,
  restart: 1,
};
const bag = (Object.keys(weights) as StepKind[]).flatMap((kind) => Array<StepKind>(weights[kind]).fill(kind));

/** The steps of a seed. */
export function stepsOf(seed: number, count: number): Step[] {
  const roll = dice(seed);
  return Array.from({ length: count }, () => ({ kind: pick(roll, bag), seed: roll(1_000_000_000) }));
}

export async function take(world: World, { kind, seed }: Step, ledger: Ledger): Promise<void> {
  await doings[kind](world, dice(seed), ledger);
}

/** So long that everything that was put off has come, by twos of hours. */
export async function settleDown(world: World): Promise<void> {
  for (let times = 0; times < 6; times += 1) await pass(world, 2 * hour);
}
