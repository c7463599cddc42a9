/** Who wants to know that something in the workspace changed: the page's stream, and `until`. */
export interface Changes {
  /** Grows by one at every change. */
  readonly version: number;
  changed(): void;
  /** Calls `listener` after every change; returns the way to stop. */
  onChange(listener: () => void): () => void;
}

/** A new, empty list of listeners. */
export function createChanges(): Changes {
  let version = 0;
  const listeners = new Set<() => void>();
  return {
    get version() {
      return version;
    },
    changed() {
      version += 1;
      for (const listener of listeners) listener();
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
