/** What a setting is made of, and its usual forms. Input, storage, undo and the documents' table follow from it. */
import { z } from 'zod';
import type { LocalTime, Weekday } from '../../time/zoned.ts';
import type { Policy } from '../policy.ts';

export interface Setting<Value> {
  /** What holds where nobody set anything. */
  readonly initial: Value;
  /** What may be stored. */
  readonly schema: z.ZodType<Value>;
  /** Its input; left out of a special one. */
  readonly field?: SettingField;
  /** Never said is something else than the initial value: then a first answer is a change whatever it is. */
  readonly isAnswer?: true;
}

interface FieldWords {
  /** It may say when something comes, by the policy that holds for the reader. */
  readonly label: string | ((policy: Policy) => string);
  readonly hint?: string;
}

export interface Range {
  readonly minimum: number;
  readonly maximum: number;
}

export type SettingField = FieldWords &
  (
    | { readonly kind: 'weekday' | 'weekdays' | 'time' }
    | ({ readonly kind: 'number' } & Range)
    /** Left empty it is null. */
    | ({ readonly kind: 'number-or-none' } & Range)
    | { readonly kind: 'yes-no'; readonly yes: string; readonly no: string }
    | { readonly kind: 'choice'; readonly choices: Readonly<Record<string, string>> }
    | { readonly kind: 'text'; readonly longest: number; readonly missing: string }
  );

const weekdaySchema = z.union([1, 2, 3, 4, 5, 6, 7].map((day) => z.literal(day as Weekday)));
const timeSchema = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/u);
const within = ({ minimum, maximum }: Range) => z.number().int().min(minimum).max(maximum);

export function weekday(given: FieldWords & { readonly initial: Weekday }): Setting<Weekday> {
  const { initial, ...field } = given;
  return { initial, schema: weekdaySchema, field: { kind: 'weekday', ...field } };
}

export function weekdays(given: FieldWords & { readonly initial: readonly Weekday[] }): Setting<readonly Weekday[]> {
  const { initial, ...field } = given;
  return { initial, schema: z.array(weekdaySchema), field: { kind: 'weekdays', ...field } };
}

/** Wall clock of the person concerned. */
export function time(given: FieldWords & { readonly initial: LocalTime }): Setting<LocalTime> {
  const { initial, ...field } = given;
  return { initial, schema: timeSchema, field: { kind: 'time', ...field } };
}

/** A whole number. */
export function number(given: FieldWords & Range & { readonly initial: number }): Setting<number> {
  const { initial, ...field } = given;
  return { initial, schema: within(given), field: { kind: 'number', ...field } };
}

/** A whole number, or null where it is left empty, as it is to begin with. */
export function numberOrNone(given: FieldWords & Range): Setting<number | null> {
  return { initial: null, schema: within(given).nullable(), field: { kind: 'number-or-none', ...given } };
}

export function yesNo(
  given: FieldWords & {
    readonly initial: boolean;
    readonly yes?: string;
    readonly no?: string;
    readonly isAnswer?: true;
  },
): Setting<boolean> {
  const { initial, yes = 'Yes', no = 'No', isAnswer, ...field } = given;
  const setting = { initial, schema: z.boolean(), field: { kind: 'yes-no' as const, yes, no, ...field } };
  return isAnswer === undefined ? setting : { ...setting, isAnswer };
}

/** One of several, by what is stored and what is read. */
export function choice<Value extends string>(
  given: FieldWords & { readonly initial: NoInfer<Value>; readonly choices: Readonly<Record<Value, string>> },
): Setting<Value> {
  const { initial, ...field } = given;
  const values = Object.keys(given.choices) as Value[];
  return { initial, schema: z.enum(values), field: { kind: 'choice', ...field } };
}

export function text(
  given: FieldWords & { readonly initial: string; readonly longest: number; readonly missing: string },
): Setting<string> {
  const { initial, ...field } = given;
  return { initial, schema: z.string().max(given.longest), field: { kind: 'text', ...field } };
}

/** Has no input of the usual kinds: its topic has a form of its own in `views/settings`. */
export interface SpecialSetting<Value> extends Setting<Value> {
  readonly isSpecial: true;
  /** What it says, in the documents. */
  readonly called: string;
}

export function special<Value>(called: string, initial: Value, schema: z.ZodType<Value>): SpecialSetting<Value> {
  return { initial, schema, isSpecial: true, called };
}

/** The same setting as somebody sets it for themselves. */
export function own<Value>(setting: Setting<Value>, words: FieldWords): Setting<Value> {
  return setting.field === undefined ? setting : { ...setting, field: { ...setting.field, ...words } };
}

/** The values that settings have. */
export type ValuesOf<Settings> = {
  readonly [Key in keyof Settings]: Settings[Key] extends Setting<infer Value> ? Value : never;
};
