import { z } from 'zod';
import { UserError } from '../../errors.ts';

/**
 * Something that comes in from Slack: the id of an action, a form or a shortcut, and what it carries. The verb is the id, the
 * noun travels in the payload. What is carried is a hint: the database and the acting person decide.
 */
export interface Route<Carried> {
  readonly id: string;
  readonly carries: z.ZodType<Carried>;
  /** For a button's `value`, an option's `value` or a view's `private_metadata`. */
  encode(carried: Carried): string;
  /** @throws UserError if it isn't what this route carries: an old message, or a forged one */
  decode(text: string | undefined): Carried;
}

export function route<Schema extends z.ZodType>(id: string, schema: Schema): Route<z.infer<Schema>> {
  return {
    id,
    carries: schema as z.ZodType<z.infer<Schema>>,
    encode: (carried) => JSON.stringify(carried),
    decode: (text) => {
      const result = schema.safeParse(parseJson(text));
      if (!result.success)
        throw new UserError('That button is from an older version of this message. Open the Home tab and try there.');
      return result.data;
    },
  };
}

/** Several buttons of one route in one block, told apart by a number: Slack wants each id once. */
export function numberedId({ id }: Pick<Route<unknown>, 'id'>, number: number): string {
  return `${id}:${number}`;
}

/** For listening to buttons told apart by a number. */
export function numberedIds({ id }: Pick<Route<unknown>, 'id'>): RegExp {
  return new RegExp(`^${id.replaceAll('.', '\\.')}:\\d+$`, 'u');
}

function parseJson(text: string | undefined): unknown {
  try {
    return JSON.parse(text === undefined || text === '' ? '{}' : text);
  } catch {
    return undefined;
  }
}
