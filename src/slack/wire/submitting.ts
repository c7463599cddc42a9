import type { AckFn, ViewResponseAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { z } from 'zod';
import { FieldError, UserError } from '../../errors.ts';
import { fieldOf, typedValues } from '../kit/form.ts';

type Errors = Readonly<Record<string, string>>;

/** Several fields of a form need another look. */
class FormProblem extends Error {
  readonly errors: Errors;

  constructor(errors: Errors) {
    super('A form was not filled in as it has to be');
    this.errors = errors;
  }
}

/**
 * Reads a form by a schema whose keys are the fields. What was left empty is undefined.
 * @param given values of fields that didn't stand in the form
 * @throws an error that `submitting` shows beside the fields
 */
export function readForm<T>(
  schema: z.ZodType<T>,
  stateValues: unknown,
  given: Readonly<Record<string, string>> = {},
): T {
  const typed = Object.entries({ ...given, ...typedValues(stateValues) }).map(([field, value]) => [
    field,
    isBlank(value) ? undefined : value,
  ]);
  const result = schema.safeParse(Object.fromEntries(typed));
  if (result.success) return result.data;
  const errors: Record<string, string> = {};
  for (const issue of result.error.issues) errors[String(issue.path[0])] ??= issue.message;
  throw new FormProblem(errors);
}

/**
 * Does what a form asks for, and closes it only when that is stored. What is wrong is shown in the form, which keeps every word.
 * @param nextOf what is shown in the form's place; by itself it closes
 * @returns what `work` returned; undefined if the form stays open
 */
export async function submitting<T>(
  ack: AckFn<ViewResponseAction> | AckFn<void>,
  stateValues: Readonly<Record<string, unknown>>,
  work: () => Promise<T>,
  nextOf: (result: T) => ModalView | undefined = () => undefined,
): Promise<T | undefined> {
  const acknowledge = ack as AckFn<ViewResponseAction>;
  try {
    const result = await work();
    const view = nextOf(result);
    await (view === undefined ? acknowledge() : acknowledge({ response_action: 'update', view }));
    return result;
  } catch (error) {
    const errors = errorsOf(error);
    if (errors === undefined) throw error;
    await acknowledge({ response_action: 'errors', errors: onFieldsOf(stateValues, errors) });
    return undefined;
  }
}

function errorsOf(error: unknown): Errors | undefined {
  if (error instanceof FormProblem) return error.errors;
  if (error instanceof FieldError) return { [error.field]: error.message };
  return error instanceof UserError ? { '': error.message } : undefined;
}

/** Slack takes errors only for fields that stand in the form: any other goes beside the first one. */
function onFieldsOf(stateValues: Readonly<Record<string, unknown>>, errors: Errors): Record<string, string> {
  const blocks = Object.keys(stateValues);
  return Object.fromEntries(
    Object.entries(errors).map(([field, message]) => [
      blocks.find((block) => fieldOf(block) === field) ?? blocks[0] ?? field,
      // Slack shows errors as plain text: a backtick would stand in it as it is.
      message.replaceAll('`', ''),
    ]),
  );
}

function isBlank(value: string | string[] | undefined): boolean {
  return value === undefined || (typeof value === 'string' ? value.trim() === '' : value.length === 0);
}
