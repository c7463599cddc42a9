/** A team large enough to be asked, at work on the wire: Dana's three reps and as many more as a test wants. */
import type { SandboxUser } from '@firstline/slack-sandbox';
import { addPerson } from '../../src/store/people.ts';
import type { Store } from '../../src/store/db.ts';
import { countLinesAsTold } from '../../src/store/line-tellings.ts';
import { setManager } from '../../src/store/reporting-lines.ts';
import { addDays, localDateOf } from '../../src/time/zoned.ts';
import { startBot } from './bot.ts';
import type { BotOptions } from './bot.ts';
import { slackIdOf } from './people.ts';
import { openSandbox, seed, testClock } from './sandbox.ts';
import { fillStore, personCalled } from './store.ts';

const more = ['Ana Reyes', 'Ben Ito', 'Chi Okoro', 'Dov Levi', 'Eva Lund', 'Fay Moss', 'Gil Paz'] as const;

export const pulseDay = '2026-11-24T10:00:30Z';
/** The leader is at work again and reads what it came to. */
export const morningAfter = '2026-12-02T15:00:30Z';
export const afterClose = '2026-12-01T18:00:30Z';

function slackIdOfMore(name: string): string {
  return `U0${name.slice(0, 3).toUpperCase()}`;
}

/**
 * On a Monday, with the bot at work; nothing has been asked yet.
 * @param reps how many report to Dana, from 3 to 10
 */
export async function askedTeam(reps: number, options: Partial<BotOptions> = {}) {
  const added = more.slice(0, reps - 3);
  const clock = testClock();
  const users = added.map((realName) => ({
    id: slackIdOfMore(realName),
    name: realName.slice(0, 3).toLowerCase(),
    realName,
    timeZone: 'Europe/London',
  }));
  const sandbox = await openSandbox({ clock, seed: { ...seed, users: [...seed.users, ...users] } });
  const bot = await startBot({
    sandbox,
    clock,
    logLevel: 'debug',
    fill: (store, now) => fill(store, added, now),
    ...options,
  });
  const team = [...(['priya', 'sam', 'nia'] as const).map(slackIdOf), ...users.map(({ id }) => id)].map((id) =>
    sandbox.as(id),
  );
  return {
    clock,
    sandbox,
    bot,
    dana: sandbox.as(slackIdOf('dana')),
    lee: sandbox.as(slackIdOf('lee')),
    team: team.slice(0, reps),
    /** Moves the clock, and lets everything that is due happen. */
    async at(instant: string): Promise<void> {
      clock.moveTo(new Date(instant));
      await bot.tick();
    },
  };
}

async function fill(store: Store, names: readonly string[], now: Date): Promise<void> {
  await fillStore(store, now);
  const since = addDays(localDateOf(now, 'Etc/UTC'), -200);
  const { id: managerId } = await personCalled(store, 'dana');
  for (const name of names) {
    const person = { name, slackUserId: slackIdOfMore(name), timeZone: 'Europe/London', startedOn: since };
    await setManager(store, await addPerson(store, person, now), managerId, since);
  }
  await countLinesAsTold(store);
}

/** The newest message to somebody of which the fallback text has these words. */
export function messageTo(person: SandboxUser, words: string) {
  return person.messages().findLast(({ text, userId }) => userId !== person.id && text.includes(words));
}

/** Opens the form from the message and fills it in. */
export async function fillIn(
  { sandbox }: Pick<Awaited<ReturnType<typeof askedTeam>>, 'sandbox'>,
  person: SandboxUser,
  points: readonly [string, string, string],
  sentence = '',
): Promise<void> {
  await person.press({ label: 'Answer (30 seconds)', messageTs: messageTo(person, 'Three statements')?.ts ?? '' });
  await sandbox.until('the form', () => person.modal()?.callbackId === 'pulse.send');
  const [cares, helps, trusts] = points;
  person.fill({ cares, helps, trusts, ...(sentence === '' ? {} : { sentence }) });
}

/** Answers, and closes the window. */
export async function answer(...given: Parameters<typeof fillIn>): Promise<void> {
  const [{ sandbox }, person] = given;
  await fillIn(...given);
  const { errors } = await person.submit();
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  await sandbox.until('the thanks', () => person.modal()?.callbackId === 'pulse.thanked');
  await person.close();
}
