import { z } from 'zod';
import { UserError } from '../../errors.ts';

/** What an id from Slack carries. */
export interface Carrier<Carried> {
  readonly id: string;
  /** For a button's `value`, an option's `value` or a view's `private_metadata`. */
  encode(carried: Carried): string;
  /** @throws UserError if it isn't what this carries: an old message, or a forged one */
  decode(text: string | undefined): Carried;
}

/**
 * Something that comes in from Slack: the id of an action, a form or a shortcut, and what it carries. The verb is the id, the
 * noun travels in the payload. What is carried is a hint: the database and the acting person decide.
 */
export interface Route<Carried> extends Carrier<Carried> {
  readonly carries: z.ZodType<Carried>;
}

/** One that a listener answers: a test looks whether there is one. */
export function route<Schema extends z.ZodType>(id: string, schema: Schema): Route<z.infer<Schema>> {
  return { ...carrier(id, schema), carries: schema as z.ZodType<z.infer<Schema>> };
}

/** The name of a form that only shows something, and what it carries for the buttons in it: nobody listens to it. */
export function carrier<Schema extends z.ZodType>(id: string, schema: Schema): Carrier<z.infer<Schema>> {
  return {
    id,
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

function parseJson(text: string | undefined): unknown {
  try {
    return JSON.parse(text === undefined || text === '' ? '{}' : text);
  } catch {
    return undefined;
  }
}
