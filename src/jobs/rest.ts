/** A while in which nothing is done, that somebody in a hurry may end. */
export interface Rest {
  /** Resolves after the while, or when it is ended. */
  wait(): Promise<void>;
  /** Whoever waits goes on. */
  end(): void;
}

export function createRest(milliseconds: number): Rest {
  let hurry: (() => void) | undefined;
  return {
    wait: () =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, milliseconds).unref();
        hurry = () => {
          clearTimeout(timer);
          resolve();
        };
      }),
    end: () => hurry?.(),
  };
}
