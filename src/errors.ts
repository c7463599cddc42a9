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
