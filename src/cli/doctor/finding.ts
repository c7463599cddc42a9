/** One thing that was looked at. A stable shape: scripts read it as JSON. */
export interface Finding {
  /** What, in a word or two: `key`, `scopes of T0123ABCD`. */
  readonly check: string;
  readonly ok: boolean;
  /** How it is; where it isn't right, what is the matter and then the mend, in one line. */
  readonly says: string;
}

export function right(check: string, says: string): Finding {
  return { check, ok: true, says };
}

/** @param mend what to do, as a sentence */
export function wrong(check: string, matter: string, mend: string): Finding {
  return { check, ok: false, says: `${matter} ${mend}` };
}

/** As an error says it that names its mend. */
export function asSaid(check: string, error: Error): Finding {
  return { check, ok: false, says: error.message.replaceAll('\n', ' ') };
}
