/** When the bot is ended and begun anew. */

export interface Restart {
  /** Milliseconds since the load began. */
  readonly at: number;
  readonly signal: 'SIGKILL' | 'SIGTERM';
}

/**
 * Every 20 to 40 seconds, killed and ended in order by turns; the last third has none, so that the memory of one process can be looked at for
 * long. A run that is too short for that has them closer together.
 * @param roll a whole number below what is asked
 */
export function restartsFor(milliseconds: number, roll: (below: number) => number): Restart[] {
  const until = (milliseconds * 2) / 3;
  const shortest = Math.min(20_000, milliseconds / 6);
  const restarts: Restart[] = [];
  for (let at = 0; ;) {
    at += shortest + roll(Math.round(shortest));
    if (at > until) return restarts;
    restarts.push({ at, signal: restarts.length % 2 === 0 ? 'SIGKILL' : 'SIGTERM' });
  }
}
