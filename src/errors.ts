/**
 * An error that is safe and useful to show: it says what is wrong and what to do next, and holds nothing private but what
 * the person who sees it typed. Anything else that is thrown is a bug.
 */
export class UserError extends Error {
  /** What the person typed, to be handed back so that nothing is lost. */
  readonly typed: string | undefined;

  constructor(message: string, options: { cause?: unknown; typed?: string } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'UserError';
    this.typed = options.typed;
  }
}

/** A {@link UserError} about one field of a form: it is shown beside that field. */
export class FieldError extends UserError {
  /** Its block_id. */
  readonly field: string;

  constructor(field: string, message: string) {
    super(message);
    this.name = 'FieldError';
    this.field = field;
  }
}

/**
 * Something that nobody foresaw went wrong, and what the person typed, or what was already stored by then, is known. What happened is its cause.
 */
export class Unforeseen extends Error {
  /** What the person typed, to be handed back. */
  readonly typed: string | undefined;
  /** What they asked for is stored: only the answer failed. Doing it again would double it. */
  readonly isDone: boolean;

  constructor(cause: unknown, known: { readonly typed?: string | undefined; readonly isDone?: boolean }) {
    const before = cause instanceof Unforeseen ? cause : undefined;
    super('Something went wrong', { cause: before?.cause ?? cause });
    this.name = 'Unforeseen';
    this.typed = known.typed ?? before?.typed;
    this.isDone = known.isDone ?? before?.isDone ?? false;
  }
}
