/** What must hold after each step, and in the end. Each says what breaks it, or nothing. */
import { workingCalendarOf } from '../../src/acts/local-day.ts';
import { messages } from '../../src/leading/messages.ts';
import { defaultPolicy } from '../../src/leading/policy.ts';
import { nudgesSince } from '../../src/store/nudges.ts';
import { everybody, findPersonBySlackId } from '../../src/store/people.ts';
import { readPolicy } from '../../src/store/policy.ts';
import { nameOfWeek } from '../../src/time/working-week.ts';
import { localDateOf } from '../../src/time/zoned.ts';
import { guestId, people, slackIdOf, strangerId } from '../helpers/people.ts';
import type { Ledger } from './ledger.ts';
import type { World } from './world.ts';

export type Rule = (world: World, ledger: Ledger) => Promise<string[]> | string[];

const outsiders = [
  { key: 'guest', slackId: guestId },
  { key: 'stranger', slackId: strangerId },
] as const;

const deliveryIn = (metadata: unknown): string | undefined => {
  const payload = (metadata as { event_payload?: { delivery?: unknown } } | undefined)?.event_payload;
  return typeof payload?.delivery === 'string' ? payload.delivery : undefined;
};

/** Of the app to this person, as Slack has them. */
const postsOf = ({ sandbox }: World, slackId: string) =>
  sandbox
    .as(slackId)
    .messages()
    .filter(({ ephemeral, userId }) => !ephemeral && userId !== slackId);

/** After each step. */
export const always: Readonly<Record<string, Rule>> = {
  'nothing comes twice': (world) =>
    people.flatMap(({ key, slackId }) => {
      const seen = new Map<string, number>();
      for (const { metadata } of postsOf(world, slackId)) {
        const id = deliveryIn(metadata);
        if (id !== undefined) seen.set(id, (seen.get(id) ?? 0) + 1);
      }
      return [...seen].filter(([, times]) => times > 1).map(([id, times]) => `${key} has ${id} ${times} times`);
    }),

  'nobody reads what isn’t theirs': ({ sandbox, logged }, { words }) => {
    const shown = [...people, ...outsiders].map(({ key, slackId }) => {
      const user = sandbox.as(slackId);
      return { key, text: JSON.stringify([user.messages(), user.home(), user.modal()]) };
    });
    const log = logged.join('');
    return [...words].flatMap(([word, { readers }]) => [
      ...shown
        .filter(({ key, text }) => !(readers as ReadonlySet<string>).has(key) && text.includes(word))
        .map(({ key }) => `${key} reads ${word}`),
      ...(log.includes(word) ? [`the log has ${word}`] : []),
    ]);
  },

  'a week asks for no more than it may': async ({ store }, ledger) => {
    const broken: string[] = [];
    const { weekThings, workingDays } = await readPolicy(store);
    for (const person of await everybody(store)) {
      const most = ledger.mayAskFor(person.name, Math.max(weekThings, defaultPolicy.weekThings));
      const nudges = (await nudgesSince(store, person.id, new Date(0))).filter(({ state }) => state !== 'set-aside');
      const weeks = Map.groupBy(nudges, ({ createdAt }) =>
        nameOfWeek(workingDays, localDateOf(createdAt, person.timeZone ?? 'Etc/UTC')),
      );
      for (const [week, those] of weeks)
        if (those.length > most) broken.push(`${person.name} is asked for ${those.length} in ${week}`);
    }
    return broken;
  },

  'nothing is kept twice': async ({ store }, { words }) => {
    const asks = await store.database.selectFrom('ask').select('text').execute();
    const kept = asks.map(({ text }) => store.secrets.open(text));
    return [...words.keys()]
      .filter((word) => kept.filter((text) => text.includes(word)).length > 1)
      .map((word) => `${word} is on record more than once`);
  },
};

/** By the platform's own calendar, not by ours. */
const clockOf = (then: Temporal.ZonedDateTime) => then.toPlainTime().toString({ smallestUnit: 'minute' });

/** When a step is over: of what has come in it. Somebody's zone of before counts, too: news of a change may be on their way. */
export async function outOfHours(world: World, ledger: Ledger): Promise<string[]> {
  const { store } = world;
  const now = world.clock.now();
  const come = people.flatMap(({ key }) =>
    postsOf(world, slackIdOf(key))
      .filter(({ ts }) => ledger.isNew(`${key} ${ts}`))
      // Slack numbers on where its clock was set back: what is new isn’t later than now.
      .map(({ metadata, at }) => ({
        key,
        at: new Date(at) > now ? now.toISOString() : at,
        delivery: deliveryIn(metadata),
      })),
  );
  if (come.length === 0) return [];
  const rows = await store.database.selectFrom('outbox').select(['deliveryId', 'kind']).execute();
  const kinds = new Map(rows.map(({ deliveryId, kind }) => [deliveryId, kind]));
  const broken: string[] = [];
  for (const { key, at, delivery } of come) {
    const kind = kinds.get(delivery ?? '');
    const person = await findPersonBySlackId(store, slackIdOf(key));
    if (person === undefined || kind === undefined || messages[kind as keyof typeof messages].reach === 'at-once')
      continue;
    const { from: start, until, days } = await workingCalendarOf(store, person);
    const local = ledger.zonesOf(key).map((zone) => Temporal.Instant.from(at).toZonedDateTimeISO(zone));
    const isFine = local.some(
      (then) => (days as readonly number[]).includes(then.dayOfWeek) && clockOf(then) >= start && clockOf(then) < until,
    );
    if (!isFine) broken.push(`${key} has a ${kind} at ${local.map(String).join(' or ')}`);
  }
  return broken;
}

/** When everything has come to rest. */
export const atRest: Readonly<Record<string, Rule>> = {
  'no message is on its way for ever': async ({ store }) => {
    const rows = await store.database
      .selectFrom('outbox')
      .select(['id', 'kind', 'state', 'problem'])
      .where('state', 'in', ['sending', 'uncertain'])
      .execute();
    return rows.map(({ id, kind, state, problem }) => `${kind} ${id} is ${state}: ${problem ?? ''}`);
  },

  'no ask is lost': async ({ store }, { asks }) => {
    const rows = await store.database.selectFrom('ask').select('text').execute();
    const kept = rows.map(({ text }) => store.secrets.open(text));
    return asks.filter((words) => !kept.some((ask) => ask.includes(words))).map((words) => `${words} isn’t on record`);
  },
};
