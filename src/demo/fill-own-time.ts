/** Writes what managers do for the whole team and for themselves: where we are going, reflection, how the week was spent. */
import { stopBehaviour } from '../store/stopped-behaviours.ts';
import { addDays, mondayOf } from '../time/zoned.ts';
import { dayAtWork } from './days.ts';
import { addEntry } from './entries.ts';
import { dealer } from './history.ts';
import { idOf, personOf } from './filling.ts';
import type { Filling } from './filling.ts';
import { daysOfHistory, vacations } from './profiles.ts';
import { reflections, visionWords } from './talk-words.ts';

interface OwnTime {
  /** Age of the newest, in calendar days. */
  readonly vision: number;
  readonly reflection: number;
  /** What the Fridays' answers are drawn from: percent of the week for people. */
  readonly shares: readonly string[];
  /** Fridays up to now without an answer. */
  readonly unanswered?: number;
}

const managers: Readonly<Record<string, OwnTime>> = {
  dana: { vision: 12, reflection: 9, shares: ['25', '50', '50'] },
  marcus: { vision: 36, reflection: 38, shares: ['25', '25', '50'], unanswered: 3 },
  katrin: { vision: 8, reflection: 38, shares: ['25', '50', '75'] },
  weilin: { vision: 17, reflection: 11, shares: ['0', '25', '50'] },
};
const betweenTwo = 27;
const friday = 4;

export async function addOwnTime(filling: Filling): Promise<void> {
  const { chance } = filling;
  const said = dealer(visionWords, chance);
  const thought = dealer(reflections, chance);
  for (const [handle, { vision, reflection, shares, unanswered = 0 }] of Object.entries(managers)) {
    for (let age = vision; age < daysOfHistory; age += betweenTwo)
      await add(filling, handle, 'share-vision', age, { texts: said(), minutes: 15 });
    for (let age = reflection; age < daysOfHistory; age += betweenTwo)
      await add(filling, handle, 'reflection', age, { texts: thought(), minutes: 10 });
    await addFridays(filling, handle, shares, unanswered);
  }
  // Dana doesn’t want to be told how she spreads her time: that kind she stopped.
  await stopBehaviour(filling.store, idOf(filling.ids, 'dana'), 'even-attention', filling.now);
}

/** Most weeks at work have an answer, the last one always, unless the manager has gone quiet. */
async function addFridays(
  filling: Filling,
  handle: string,
  shares: readonly string[],
  unanswered: number,
): Promise<void> {
  const { chance, dayOf } = filling;
  const today = dayOf(handle);
  for (let weeks = 10; weeks >= 0; weeks -= 1) {
    const on = addDays(mondayOf(today), friday - weeks * 7);
    if (on >= today || weeks === vacations[handle] || weeks <= unanswered || (weeks > 1 && chance.next() < 0.2))
      continue;
    const entry = { behaviour: 'time-balance', rep: null, happenedOn: on, minutes: 1, texts: {}, shared: false };
    await addEntry(filling, personOf(handle), { ...entry, details: { people: chance.pick(shares) } });
  }
}

async function add(
  filling: Filling,
  handle: string,
  behaviour: string,
  age: number,
  what: { readonly texts: Readonly<Record<string, string>>; readonly minutes: number },
): Promise<void> {
  const happenedOn = dayAtWork(filling.dayOf(handle), age, vacations[handle]);
  await addEntry(filling, personOf(handle), { behaviour, rep: null, happenedOn, details: {}, shared: false, ...what });
}
