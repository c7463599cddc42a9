/** A while in which nothing is done, that somebody in a hurry may end. */
export interface Rest {
  /** Resolves after the while, or as soon as somebody is in a hurry. */
  wait(): Promise<void>;
  /** Nobody rests from now on. @returns says that the hurry is over */
  hurry(): () => void;
}

/** @param milliseconds of the real time */
export function createRest(milliseconds: number): Rest {
  const waiting = new Set<() => void>();
  let hurries = 0;
  return {
    wait() {
      if (hurries > 0) return Promise.resolve();
      const { promise, resolve } = Promise.withResolvers<void>();
      const timer = setTimeout(resolve, milliseconds).unref();
      waiting.add(resolve);
      return promise.finally(() => {
        clearTimeout(timer);
        waiting.delete(resolve);
      });
    },
    hurry() {
      hurries += 1;
      for (const goOn of waiting) goOn();
      let isOver = false;
      return () => {
        if (!isOver) hurries -= 1;
        isOver = true;
      };
    },
  };
}
