/**
 * What is asked, if it is answered in time.
 * @param milliseconds of the real time
 * @throws Error where it takes too long; what comes later is nothing to anybody
 */
export function inTime<T>(asked: Promise<T>, milliseconds: number): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error('No answer in time')), milliseconds);
  return Promise.race([asked, late]).finally(() => clearTimeout(timer));
}
