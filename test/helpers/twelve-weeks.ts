/**
 * Twelve weeks of four managers with the same team and the same things happening to it, who answer everything, half, nothing, or are
 * snowed under: the real bot on SQLite, its real jobs, and a clock that is moved.
 */
import { beSnowedUnder } from '../../src/acts/snowed-under.ts';
import { isTimeWith } from '../../src/behaviours/time-with.ts';
import { addAsk, findAsk, recordStep } from '../../src/store/asks.ts';
import type { Store } from '../../src/store/db.ts';
import { saveGreeting } from '../../src/store/greetings.ts';
import { selectInteractions } from '../../src/store/interactions.ts';
import { countLinesAsTold } from '../../src/store/line-tellings.ts';
import { answerNudge, nudgesSince } from '../../src/store/nudges.ts';
import type { Nudge } from '../../src/store/nudges.ts';
import { addPerson, findPersonBySlackId } from '../../src/store/people.ts';
import type { Person } from '../../src/store/people.ts';
import { addPromise, settlePromise } from '../../src/store/promises.ts';
import { setManager } from '../../src/store/reporting-lines.ts';
import { addDays, daysBetween, localDateOf } from '../../src/time/zoned.ts';
import { startBot } from './bot.ts';
import type { TestBot } from './bot.ts';
import { openSandbox, seed } from './sandbox.ts';
import { skippingClock } from './skipping-clock.ts';
import { logInteraction } from './store.ts';
import type { LocalDate } from '../../src/time/zoned.ts';

export const kindsOfManager = ['answers everything', 'answers half', 'answers nothing', 'is snowed under'] as const;
export type KindOfManager = (typeof kindsOfManager)[number];

export interface Lived {
  readonly kind: KindOfManager;
  /** A week: messages that came, things that were asked, and the most of them about one person. */
  readonly weeks: readonly { readonly messages: number; readonly things: number; readonly aboutOne: number }[];
  /** By rep: days without time together at the end, and at the worst Friday. */
  readonly unseen: readonly { readonly name: string; readonly atEnd: number; readonly atWorst: number }[];
}

const firstMonday = '2026-11-30';
const weeks = 12;
const hour = (day: LocalDate, time: string) => new Date(`${day}T${time}:30Z`);
/** How long ago each of the five had time with their manager before. */
const lastSeenDaysAgo = [5, 10, 16, 23, 37];
const names = ['Aisha', 'Ben', 'Camila', 'Devon', 'Erin'];
/** Reminders of what the manager planned, and news of what others did, come beside these. */
const counted = ['plan', 'between', 'hello', 'recap', 'ask-card', 'ask-overdue', 'pulse'];

const slackIdOf = (manager: number, rep?: number) => `U0M${manager}${rep === undefined ? '' : `R${rep}`}`;

export async function liveTwelveWeeks(): Promise<Lived[]> {
  const clock = skippingClock(hour(firstMonday, '07:00').toISOString());
  const users = kindsOfManager.flatMap((_kind, manager) => [
    { id: slackIdOf(manager), name: `m${manager}`, realName: `Manager ${manager}`, timeZone: 'Etc/UTC' },
    ...names.map((name, rep) => ({
      id: slackIdOf(manager, rep),
      name: `m${manager}r${rep}`,
      realName: `${name} Test`,
      timeZone: 'Etc/UTC',
    })),
  ]);
  const sandbox = await openSandbox({ clock, seed: { ...seed, users, channels: [] } });
  const bot = await startBot({ sandbox, clock, fill, logLevel: 'error', pause: clock.pause });
  const managers = await Promise.all(
    kindsOfManager.map(async (kind, at) => ({ kind, at, person: await personAt(bot.store, slackIdOf(at)) })),
  );
  const worst = new Map<string, number>();
  for (let week = 0; week < weeks; week += 1)
    for (let day = 0; day < 5; day += 1) {
      const today = addDays(firstMonday, week * 7 + day);
      clock.moveTo(hour(today, '09:00'));
      for (const { at, person } of managers) await happen(bot.store, person, at, { week, day, today });
      await bot.tick();
      clock.moveTo(hour(today, '13:00'));
      for (const { kind, person } of managers) await answer(bot, person, kind, day, clock.now());
      await bot.tick();
      clock.moveTo(hour(today, '15:00'));
      await bot.tick();
      if (day === 4)
        for (const { at } of managers)
          for (const { name, days } of await unseenOf(bot.store, at, today))
            worst.set(`${at}|${name}`, Math.max(days, worst.get(`${at}|${name}`) ?? 0));
    }
  const lastDay = addDays(firstMonday, weeks * 7 - 3);
  return Promise.all(
    managers.map(async ({ kind, at, person }) => ({
      kind,
      weeks: await weeksOf(bot.store, person),
      unseen: (await unseenOf(bot.store, at, lastDay)).map(({ name, days }) => ({
        name,
        atEnd: days,
        atWorst: worst.get(`${at}|${name}`) ?? 0,
      })),
    })),
  );
}

async function fill(store: Store, now: Date): Promise<void> {
  const today = localDateOf(now, 'Etc/UTC');
  const add = (slackUserId: string, name: string) =>
    addPerson(store, { slackUserId, name, timeZone: 'Etc/UTC', startedOn: '2024-01-01' }, now);
  for (const [manager] of kindsOfManager.entries()) {
    const managerId = await add(slackIdOf(manager), `Manager ${manager}`);
    await saveGreeting(store, { personId: managerId, role: 'manager', said: false }, now);
    for (const [rep, name] of names.entries()) {
      const repId = await add(slackIdOf(manager, rep), `${name} Test`);
      await setManager(store, repId, managerId, '2025-06-02');
      const happenedOn = addDays(today, -(lastSeenDaysAgo[rep] ?? 0));
      await logInteraction(
        store,
        { behaviour: 'check-in', managerId, repId, happenedOn, details: { about: 'person' } },
        now,
      );
    }
  }
  await countLinesAsTold(store);
}

/** The same for each team: every other week a promise, an ask in the weeks between, every third week a blocked deal. */
async function happen(
  store: Store,
  manager: Person,
  at: number,
  { week, day, today }: { readonly week: number; readonly day: number; readonly today: LocalDate },
): Promise<void> {
  const now = hour(today, '09:00');
  const rep = async (number: number) => personAt(store, slackIdOf(at, number % names.length));
  if (day === 2 && week % 2 === 0)
    await addPromise(
      store,
      { managerId: manager.id, repId: (await rep(week)).id, text: 'x', madeOn: today, dueOn: addDays(today, 6) },
      now,
    );
  if (day !== 1 || (week % 2 === 0 && week % 3 !== 0)) return;
  await addAsk(
    store,
    {
      repId: (await rep(week + 2)).id,
      managerId: manager.id,
      kind: week % 3 === 0 ? 'blocked-deal' : 'help',
      obstacle: week % 3 === 0 ? 'company' : null,
      dealId: null,
      neededBy: null,
      text: 'x',
      askedOn: today,
    },
    now,
  );
}

async function answer(bot: TestBot, manager: Person, kind: KindOfManager, day: number, now: Date): Promise<void> {
  if (kind === 'answers nothing') return;
  if (kind === 'is snowed under' && day === 0) await beSnowedUnder(bot.context, manager, 'one');
  const nudges = await nudgesSince(bot.store, manager.id, new Date(0));
  for (const nudge of nudges.toSorted((one, other) => one.id - other.id))
    if (nudge.state === 'open' && (kind !== 'answers half' || nudge.id % 2 === 0))
      await doIt(bot.store, manager, nudge, now);
}

/** What was asked is done, and logged. */
async function doIt(store: Store, manager: Person, nudge: Nudge, now: Date): Promise<void> {
  const { behaviour, repId, askId, item } = nudge;
  const today = localDateOf(now, 'Etc/UTC');
  const ask = askId === null ? undefined : await findAsk(store, askId);
  if (ask !== undefined) {
    const step = { step: 'done', actorId: manager.id, until: null, text: null } as const;
    await recordStep(store, ask.id, { state: 'done', holderId: manager.id, takenUntil: null }, step, now);
  }
  if (item?.startsWith('promise:') === true) await settlePromise(store, Number(item.slice(8)), 'kept', today);
  const details = { about: 'person', told: 'yes', people: '50' };
  await logInteraction(
    store,
    { behaviour, managerId: manager.id, repId, happenedOn: today, nudgeId: nudge.id, details, shared: true },
    now,
  );
  await answerNudge(store, nudge.id, { state: 'done', from: ['open'] }, now);
}

async function weeksOf(store: Store, manager: Person): Promise<Lived['weeks']> {
  const nudges = await nudgesSince(store, manager.id, new Date(0));
  const sent = await store.database
    .selectFrom('outbox')
    .select(['kind', 'createdAt'])
    .where('workspaceId', '=', store.workspaceId)
    .where('recipientId', '=', manager.id)
    .where('kind', 'in', counted)
    .where('state', '=', 'sent')
    .execute();
  return Array.from({ length: weeks }, (_week, week) => {
    const from = hour(addDays(firstMonday, week * 7), '00:00');
    const until = hour(addDays(firstMonday, week * 7 + 7), '00:00');
    const isThen = (at: Date): boolean => at >= from && at < until;
    const said = nudges.filter(({ createdAt }) => isThen(createdAt));
    const messages = sent.filter(({ createdAt }) => isThen(new Date(createdAt)));
    const people = Map.groupBy(
      said.filter(({ repId }) => repId !== null),
      ({ repId }) => repId,
    );
    return {
      messages: messages.length,
      things: said.length + messages.filter(({ kind }) => kind === 'hello' || kind === 'pulse').length,
      aboutOne: Math.max(0, ...[...people.values()].map((theirs) => theirs.length)),
    };
  });
}

async function unseenOf(store: Store, at: number, today: LocalDate): Promise<{ name: string; days: number }[]> {
  return Promise.all(
    names.map(async (name, rep) => {
      const { id } = await personAt(store, slackIdOf(at, rep));
      const entries = await selectInteractions(store).where('repId', '=', id).orderBy('happenedOn', 'desc').execute();
      const last = entries.find(isTimeWith)?.happenedOn ?? today;
      return { name, days: daysBetween(last, today) };
    }),
  );
}

async function personAt(store: Store, slackId: string): Promise<Person> {
  const person = await findPersonBySlackId(store, slackId);
  if (person === undefined) throw new Error(`${slackId} is not on record`);
  return person;
}

const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;

/** As it stands in `docs/the-weekly-plan.md`. */
export function tablesOf(lived: readonly Lived[]): string {
  const line = (cells: number) => row(Array.from({ length: cells }, () => '---'));
  const numbers = Array.from({ length: weeks }, (_week, at) => at + 1);
  return [
    row(['Messages / things, week', ...numbers]),
    line(weeks + 1),
    ...lived.map(({ kind, weeks: those }) =>
      row([kind, ...those.map(({ messages, things }) => `${messages} / ${things}`)]),
    ),
    '',
    row(['Days without time together, at the end (at the worst)', ...names]),
    line(names.length + 1),
    ...lived.map(({ kind, unseen }) => row([kind, ...unseen.map(({ atEnd, atWorst }) => `${atEnd} (${atWorst})`)])),
  ].join('\n');
}
