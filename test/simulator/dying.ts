/** The end of a process at any of its awaits: between two statements, before a call to Slack, or between the call and its answer. */
export interface Life {
  readonly isOver: boolean;
  /** It dies at the so-manieth step from now on. */
  endAfter(steps: number): void;
  /** The disk takes nothing for so many statements. */
  fillDisk(statements: number): void;
  /** Hears every statement. @throws where the process is dead, or dies by it, or the disk is full */
  readonly onStatement: (text: string) => void;
  /** Calls Slack as the platform does. */
  readonly call: typeof fetch;
}

/** As better-sqlite3 says it. */
class DiskFull extends Error {
  readonly code = 'SQLITE_FULL';
}
const writes = /^\s*(?:insert|update|delete|commit)/iu;

export function newLife(): Life {
  const state = { isOver: false, left: Infinity, refused: 0 };

  function step(): void {
    if (!state.isOver) state.left -= 1;
    if (state.left <= 0) state.isOver = true;
    if (state.isOver) throw new Error('The process is dead');
  }

  return {
    get isOver() {
      return state.isOver;
    },
    endAfter(steps) {
      state.left = steps;
    },
    fillDisk(statements) {
      state.refused = statements;
    },
    onStatement(text) {
      step();
      if (state.refused <= 0 || !writes.test(text)) return;
      state.refused -= 1;
      throw new DiskFull('database or disk is full');
    },
    async call(address, request) {
      step();
      const answer = await fetch(address, request);
      step();
      return answer;
    },
  };
}
