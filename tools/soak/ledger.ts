/** What was sent and what was received, compared. Pure: no database, no Slack. */

/** Something that a person said to the bot, with words that nobody else says. */
export interface Said {
  readonly kind: 'ask' | 'note' | 'entry';
  readonly word: string;
  /** Slack showed the person that it arrived. What wasn't acknowledged may be on record, and once at most. */
  readonly isTaken: boolean;
}

/** A message of the bot, by its own books. */
export interface Written {
  readonly deliveryId: string;
  readonly kind: string;
  readonly state: 'pending' | 'sending' | 'sent' | 'uncertain' | 'skipped' | 'parked';
  /** It stands in the post of another. */
  readonly isCarried: boolean;
  /** Nobody sends it yet: it waits for somebody's working hours, say. */
  readonly isForLater: boolean;
  readonly problem: string | null;
}

export interface Books {
  readonly said: readonly Said[];
  /** The texts of everything that is on record. */
  readonly kept: readonly string[];
  readonly written: readonly Written[];
  /** The id of each post that the stand-in has taken, as often as it has taken it. */
  readonly posted: readonly string[];
}

export interface Side {
  readonly sent: number;
  readonly received: number;
  /** What is lost, and what is doubled, in words. */
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
}

export interface Comparison {
  /** From people to the bot: acknowledged by it, and on record. */
  readonly toBot: Side;
  /** From the bot to people: sent by its books, and taken by the stand-in. */
  readonly toPeople: Side;
  /** Neither sent nor given up when the bot had its time to settle. */
  readonly unsettled: readonly string[];
}

export function compare({ said, kept, written, posted }: Books): Comparison {
  return {
    toBot: compareSaid(said, kept),
    toPeople: compareWritten(written, posted),
    unsettled: written
      .filter(({ isForLater }) => !isForLater)
      .filter(({ state }) => state === 'pending' || state === 'sending' || state === 'uncertain')
      .map(({ kind, deliveryId, state, problem }) => `${kind} ${deliveryId} is ${state}: ${problem ?? 'no problem'}`),
  };
}

/** Words end where no letter follows: the seventh isn't the seventieth. */
const wordsIn = (text: string): string[] => text.match(/soak[a-z]+\d+/gu) ?? [];

function compareSaid(said: readonly Said[], kept: readonly string[]): Side {
  const times = counted(kept.flatMap((text) => [...new Set(wordsIn(text))]));
  const found = ({ word }: Said): number => times.get(word) ?? 0;
  const taken = said.filter(({ isTaken }) => isTaken);
  return {
    sent: taken.length,
    received: taken.filter((one) => found(one) > 0).length,
    lost: taken
      .filter((one) => found(one) === 0)
      .map(({ kind, word }) => `${kind} ${word} was acknowledged, and isn’t on record`),
    doubled: said
      .filter((one) => found(one) > 1)
      .map((one) => `${one.kind} ${one.word} is on record ${found(one)} times`),
  };
}

function compareWritten(written: readonly Written[], posted: readonly string[]): Side {
  const times = counted(posted);
  const sent = written.filter(({ state, isCarried }) => state === 'sent' && !isCarried);
  const isHere = ({ deliveryId }: Written): boolean => times.has(deliveryId);
  return {
    sent: sent.length,
    received: sent.filter(isHere).length,
    lost: [
      ...sent
        .filter((one) => !isHere(one))
        .map(({ kind, deliveryId }) => `${kind} ${deliveryId} is sent by the bot’s books, and wasn’t received`),
      ...written
        .filter(({ state }) => state === 'parked')
        .map(({ kind, deliveryId, problem }) => `${kind} ${deliveryId} was given up: ${problem ?? 'no reason'}`),
    ],
    doubled: [...times].filter(([, count]) => count > 1).map(([id, count]) => `${id} was received ${count} times`),
  };
}

function counted(values: readonly string[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const value of values) times.set(value, (times.get(value) ?? 0) + 1);
  return times;
}
