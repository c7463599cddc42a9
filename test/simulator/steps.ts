/** What can happen in a simulation, one thing a step. Each is chosen and carried out by its own seed, so that it is the same without the others. */
import type { PageView, SandboxUser } from '@firstline/slack-sandbox';
import { dice } from '../helpers/dice.ts';
import { guestId, people, slackIdOf, strangerId } from '../helpers/people.ts';
import type { PersonKey } from '../helpers/people.ts';
import { fillIn, somethingToPress } from './at-the-screen.ts';
import { bringInDeals, bringInRoster } from './files.ts';
import type { Ledger } from './ledger.ts';
import { pick } from './roll.ts';
import type { Roll } from './roll.ts';
import { failSlack, sendAgain, soManySteps } from './troubles.ts';
import type { World } from './world.ts';

/** As it is written down, and replayed. */
export interface Step {
  readonly kind: StepKind;
  readonly seed: number;
}

type Doing = (world: World, roll: Roll, ledger: Ledger) => Promise<unknown> | void;

const minute = 60_000;
const hour = 60 * minute;
const leaps = [minute, 5 * minute, 20 * minute, hour, 2 * hour, 4 * hour, 9 * hour, 15 * hour, 24 * hour, 72 * hour];
const reps = people.filter(({ manager }) => manager === 'dana' || manager === 'marco');
const zones = ['Europe/London', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland', 'Pacific/Honolulu'];

const anybody = (roll: Roll): PersonKey => pick(roll, people).key;

/** Time passes. What has come due is done when the step is over. */
function pass({ clock }: World, milliseconds: number): void {
  clock.moveTo(new Date(clock.now().getTime() + milliseconds));
}

/** Where a fault stands in its way, it never comes. */
const patience = 1_000;

/** What somebody is to say in their own words, with what they typed in it. */
function formWith(user: SandboxUser, words: string): PageView | undefined {
  const modal = user.modal();
  return modal?.submit !== undefined && JSON.stringify(modal).includes(words) ? modal : undefined;
}

/** An error of Slack's own, such as a form that is gone, is nobody's fault. */
async function trying(work: () => Promise<unknown>): Promise<void> {
  await work().catch(() => undefined);
}

async function press({ sandbox }: World, roll: Roll, ledger: Ledger, times = 1): Promise<void> {
  const key = anybody(roll);
  const user = sandbox.as(slackIdOf(key));
  const target = somethingToPress(user, roll);
  if (target === undefined) return;
  if (target.actionId.startsWith('log.share')) ledger.mayHaveShared(key);
  await Promise.all(Array.from({ length: times }, () => trying(() => user.press(target))));
}

async function submit({ sandbox }: World, roll: Roll, ledger: Ledger, times = 1): Promise<void> {
  const open = people.filter(({ slackId }) => sandbox.as(slackId).modal() !== undefined);
  if (open.length === 0) return;
  const { key, slackId } = pick(roll, open);
  const user = sandbox.as(slackId);
  ledger.mayHaveShared(key);
  const modal = user.modal();
  if (modal === undefined || roll(4) === 0) return trying(() => user.close());
  if (roll(3) > 0) fillIn(user, modal, roll);
  await Promise.all(Array.from({ length: times }, () => trying(() => user.submit())));
}

const doings = {
  wait: (world, roll) => pass(world, pick(roll, leaps)),
  async note({ sandbox }, roll, ledger) {
    const rep = pick(roll, reps);
    const manager = rep.manager ?? 'dana';
    const words = ledger.word('note', manager, [], rep.key);
    await trying(() => sandbox.as(slackIdOf(manager)).command('/coach', `@${rep.handle} ${words}, she listened well`));
  },
  async ask({ sandbox }, roll, ledger) {
    const rep = pick(roll, reps);
    const user = sandbox.as(slackIdOf(rep.key));
    const words = ledger.word('ask', rep.key, [rep.manager ?? 'dana', 'lee']);
    await trying(async () => {
      await user.command('/ask', `${words} please help me with the discount`);
      const modal = await sandbox.until('the form', () => formWith(user, words), patience);
      const { errors } = await user.submit();
      if (errors === undefined && user.modal()?.id !== modal.id) ledger.asked(words);
    });
  },
  press: (world, roll, ledger) => press(world, roll, ledger),
  submit: (world, roll, ledger) => submit(world, roll, ledger),
  /** Twice at the same moment. */
  double: (world, roll, ledger) => pick(roll, [press, submit])(world, roll, ledger, 2),
  /** Two people do something at the same moment. */
  together: async (world, roll, ledger) =>
    void (await Promise.all([press(world, roll, ledger), press(world, roll, ledger), submit(world, roll, ledger)])),
  async home({ sandbox }, roll) {
    await trying(() => sandbox.as(slackIdOf(anybody(roll))).openHome());
  },
  /** Words that lead to forms: settings, the team, what is on record. */
  async command({ sandbox }, roll) {
    const words = ['', 'settings', 'team', 'log', 'my data', 'plan', 'away', 'people', 'help'];
    await trying(() => sandbox.as(slackIdOf(anybody(roll))).command('/firstline', pick(roll, words)));
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
  /** Somebody who is nobody here tries. */
  async outsider({ sandbox }, roll) {
    const user = sandbox.as(pick(roll, [guestId, strangerId]));
    await trying(() =>
      pick(roll, [
        () => user.command('/ask', 'who is here?'),
        () => user.command('/firstline'),
        () => user.openHome(),
      ])(),
    );
  },
  roster: (world, roll, ledger) => trying(() => bringInRoster(world, roll, ledger)),
  deals: (world, roll) => trying(() => bringInDeals(world, roll)),
  fault: failSlack,
  again: (world, roll) => trying(() => sendAgain(world, roll)),
  /** The disk is full for a while. */
  disk(world, roll) {
    world.life.fillDisk(1 + roll(12));
    pass(world, pick(roll, leaps));
  },
  /** The process dies while something is done. */
  async crash(world, roll, ledger) {
    world.life.endAfter(soManySteps(roll));
    await doings[pick(roll, ['wait', 'ask', 'note', 'press', 'submit', 'together', 'roster', 'home'] as const)](
      world,
      roll,
      ledger,
    );
  },
  restart: (world) => world.restart(),
  /** Somebody puts the machine's clock right. */
  back: (world, roll) => pass(world, -(1 + roll(120)) * minute),
} as const satisfies Record<string, Doing>;
export type StepKind = keyof typeof doings;

/** How often each comes, of all. */
const weights: Readonly<Record<StepKind, number>> = {
  wait: 30,
  note: 6,
  ask: 8,
  press: 18,
  submit: 10,
  double: 4,
  together: 3,
  home: 5,
  command: 6,
  away: 3,
  zone: 4,
  leave: 2,
  outsider: 1,
  roster: 3,
  deals: 2,
  fault: 8,
  again: 3,
  disk: 3,
  crash: 7,
  restart: 1,
  back: 1,
};
const bag = (Object.keys(weights) as StepKind[]).flatMap((kind) => Array<StepKind>(weights[kind]).fill(kind));

/** The steps of a seed. */
export function stepsOf(seed: number, count: number): Step[] {
  const roll = dice(seed);
  return Array.from({ length: count }, () => ({ kind: pick(roll, bag), seed: roll(1_000_000_000) }));
}

export async function take(world: World, { kind, seed }: Step, ledger: Ledger): Promise<void> {
  const doing: Doing = doings[kind];
  await doing(world, dice(seed), ledger);
}
