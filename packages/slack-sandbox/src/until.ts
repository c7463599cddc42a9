import type { Changes } from './changes.ts';

/**
 * Resolves with the first defined, non-false result of `look`, asked now and after every change. Rejects after
 * `withinMilliseconds` of real time, or when `look` throws.
 */
export function until<T>(
  changes: Changes,
  what: string,
  look: () => T | undefined | false,
  withinMilliseconds: number,
): Promise<T> {
  return new Promise((resolve, reject) => {
    let stop: (() => void) | undefined;
    const timer = setTimeout(() => {
      stop?.();
      reject(new Error(`Waited ${withinMilliseconds} ms in vain until ${what}.`));
    }, withinMilliseconds);
    const ask = (): void => {
      try {
        const found = look();
        if (found === undefined || found === false) return;
        stop?.();
        clearTimeout(timer);
        resolve(found);
      } catch (error) {
        stop?.();
        clearTimeout(timer);
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    };
    stop = changes.onChange(ask);
    ask();
  });
}
