/** After 3 seconds Slack tells the person that it failed, whatever becomes of it. */
const latestMilliseconds = 2_000;

/**
 * Does the work and tells Slack that it arrived when it is done, so that a crash in between costs a retry. Where it takes long, as when
 * Slack itself is slow to say who is meant, Slack hears so before it gives up: otherwise the person would read that it failed, type it again, and
 * have it stored twice.
 */
export async function ackInTime<T>(ack: () => Promise<void>, work: () => Promise<T>): Promise<T> {
  let acknowledged: Promise<void> | undefined;
  const acknowledge = (): Promise<void> => (acknowledged ??= ack());
  // What it ends with is heard below.
  const timer = setTimeout(() => void acknowledge().catch(() => undefined), latestMilliseconds);
  try {
    return await work();
  } finally {
    clearTimeout(timer);
    await acknowledge();
  }
}
