/** Home equals the database: what was done shows on every Home that it concerns. */
import { vi } from 'vitest';
import { homePageOf } from '../../src/acts/open-home.ts';
import { loadHome } from '../../src/slack/loading/home-data.ts';
import { homeView } from '../../src/slack/views/home/home.ts';
import { findPersonBySlackId } from '../../src/store/people.ts';
import { wordsOf } from '../helpers/blocks.ts';
import { people } from '../helpers/people.ts';
import type { TestPerson } from '../helpers/people.ts';
import type { Ledger } from './ledger.ts';
import { take } from './steps.ts';
import type { StepKind } from './steps.ts';
import type { World } from './world.ts';

const acts: readonly StepKind[] = ['ask', 'press', 'submit', 'double', 'together'];
/** For what goes on after somebody was answered, on a busy machine. */
const soon = { timeout: 5_000, interval: 20 };

/** The clock stands meanwhile: a Home isn't drawn anew for a day that has begun. @returns what breaks it */
export async function homesAfterActs(world: World, ledger: Ledger, seed: number): Promise<string[]> {
  for (const { slackId } of people) await world.sandbox.as(slackId).openHome();
  await world.tick();
  for (const [at, kind] of acts.entries()) await take(world, { kind, seed: seed + at }, ledger);
  await world.tick();
  try {
    await vi.waitFor(async () => {
      const broken = await staleHomes(world);
      if (broken.length > 0) throw new StaleHomes(broken);
    }, soon);
    return [];
  } catch (error) {
    if (error instanceof StaleHomes) return [...error.broken];
    throw error;
  }
}

class StaleHomes extends Error {
  readonly broken: readonly string[];

  constructor(broken: readonly string[]) {
    super(broken.join('\n'));
    this.broken = broken;
  }
}

async function staleHomes(world: World): Promise<string[]> {
  const refused = refusedIn(world);
  const broken: string[] = [];
  for (const person of people) {
    const shown = wordsOf(world.sandbox.as(person.slackId).home()?.blocks ?? []);
    if (shown === '' || refused.has(person.slackId) || countsTeams(person)) continue;
    const says = await homeOf(world, person);
    if (says !== undefined && shown !== says)
      broken.push(`Home equals the database: ${person.key}’s ${difference(shown, says)}`);
  }
  return broken;
}

/** A lead's counts are drawn when it is opened: an act costs one team, not everybody above it. */
const countsTeams = ({ key }: TestPerson): boolean => key === 'lee';

/** Drawn anew from the database; undefined for somebody who is nobody to the bot now. */
async function homeOf({ bot, store }: World, { slackId }: TestPerson): Promise<string | undefined> {
  const person = await findPersonBySlackId(store, slackId);
  if (person === undefined || person.leftOn !== null) return undefined;
  const data = await loadHome({ ...bot.context, store }, person, await homePageOf(store, person.id));
  return wordsOf(homeView(data).blocks);
}

/** Of whose Home Slack took nothing the last time: it follows by being opened. */
function refusedIn({ sandbox }: World): ReadonlySet<unknown> {
  const refused = new Set<unknown>();
  for (const { direction, name, sent, failed } of sandbox.traffic) {
    if (direction !== 'to-slack' || name !== 'views.publish') continue;
    const userId = (sent as { user_id?: unknown }).user_id;
    if (failed) refused.add(userId);
    else refused.delete(userId);
  }
  return refused;
}

/** What each says from where they differ. */
function difference(before: string, after: string): string {
  let from = 0;
  while (from < before.length && before[from] === after[from]) from += 1;
  const [one, other] = [before, after].map((text) => text.slice(Math.max(0, from - 60), from + 140));
  return `shows …${one}… and the database says …${other}…`;
}
