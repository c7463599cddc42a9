/** Whom the person at the page plays: they act for themselves, and the company lives around them. */

/** The sandbox's record of what went over the wire; neither knows the other. */
export interface TrafficLike {
  readonly number: number;
  /** ISO 8601 in UTC, by the sandbox's clock. */
  readonly at: string;
  readonly direction: 'to-slack' | 'to-app';
  readonly name: string;
  readonly sent: unknown;
}

/** Somebody is played for so long after the last thing that was done in their name. */
const playedMilliseconds = 14 * 86_400_000;
/** Looking is not doing. */
const onlyLooking = ['app_home_opened'];

/**
 * @param traffic the newest entries, oldest first
 * @param firstUserId who the page opens as: played until somebody else is
 */
export function playing(
  traffic: () => readonly TrafficLike[],
  firstUserId: string,
): (userId: string, now: Date) => boolean {
  const lastActed = new Map<string, number>();
  let read = 0;
  return (userId, now) => {
    for (const { number, at, direction, name, sent } of traffic().slice(-1_000)) {
      if (number <= read) continue;
      read = number;
      const actor = direction === 'to-app' && !onlyLooking.includes(name) ? actorOf(sent) : undefined;
      if (actor !== undefined) lastActed.set(actor, Date.parse(at));
    }
    if (lastActed.size === 0) return userId === firstUserId;
    const last = lastActed.get(userId);
    return last !== undefined && now.getTime() - last < playedMilliseconds;
  };
}

/** Who pressed, typed, sent or wrote. */
function actorOf(sent: unknown): string | undefined {
  const body = part(sent, 'payload') ?? sent;
  const event = part(body, 'event');
  const found = part(part(body, 'user'), 'id') ?? part(body, 'user_id') ?? part(event, 'user');
  const isBots = part(event, 'bot_id') !== undefined;
  return typeof found === 'string' && !isBots ? found : undefined;
}

function part(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}
