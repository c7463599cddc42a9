/** What of a log form stands open, what is told in a line, and what waits behind More. Pure. */
import type { Behaviour } from '../../behaviours/behaviour.ts';
import type { Detail } from '../../behaviours/facts.ts';
import type { DateField, Field } from '../../behaviours/field.ts';
import { canBeShared } from '../../leading/access.ts';
import { addDays, isLocalDate } from '../../time/zoned.ts';
import type { LocalDate } from '../../time/zoned.ts';
import { offeredFor } from './form.ts';
import type { FormChoices, FormValues } from './form.ts';

/** A deal, a record or a person that is known already. */
export interface ToldField {
  readonly field: Field;
  readonly label: string;
}

export interface LogFormLayout {
  readonly shown: readonly Field[];
  readonly told: readonly ToldField[];
  /** Days behind More that the form begins with, in the words of their field. */
  readonly days: readonly { readonly words: string; readonly day: LocalDate }[];
  /** Of what isn't shown, by field id: without words, which stand in a field or nowhere. */
  readonly given: Readonly<Record<string, string>>;
  /** All that is shown is filled in with these. */
  readonly values: FormValues;
  readonly hasMore: boolean;
  readonly asksDay: boolean;
  readonly asksMinutes: boolean;
  readonly asksSharing: boolean;
}

/**
 * @param asked.more is everything to stand open?
 * @param asked.today the day from which first values of days count
 */
export function layoutOf(
  behaviour: Behaviour,
  given: FormValues,
  choices: FormChoices,
  asked: { readonly more: boolean; readonly today: LocalDate; readonly isToTeam: boolean },
): LogFormLayout {
  const values = withFirstValues(behaviour.form, given, choices, asked.today);
  const applying = behaviour.form.filter((field) => applies(field, values));
  const told = asked.more ? [] : applying.flatMap((field) => toldAs(field, values, choices));
  const open = applying.filter((field) => !told.some((one) => one.field === field));
  const shown = asked.more ? open : shownOf(open, given);
  const hidden = applying.filter((field) => !shown.includes(field));
  const canHaveMore = behaviour.about !== 'team' || behaviour.isWithoutTime !== true;
  return {
    shown,
    told,
    days: hidden.flatMap((field) => (field.kind === 'date' ? dayOf(field, values) : [])),
    given: Object.fromEntries(hidden.flatMap((field) => entryOf(field, values))),
    values,
    hasMore: !asked.more && (canHaveMore || hidden.length > 0),
    asksDay: asked.more && canHaveMore,
    asksMinutes: asked.more && behaviour.isWithoutTime !== true,
    asksSharing: !asked.isToTeam && canBeShared(behaviour) && shown.some(({ reader }) => reader === 'by-share'),
  };
}

/** Does what was chosen call for this field? */
export function applies({ shownIf }: Field, values: FormValues): boolean {
  return shownIf === undefined || shownIf.is.includes(String(values[shownIf.field] ?? ''));
}

/** Choosing in it changes which fields there are. */
export function changesOthers(field: Field, form: readonly Field[]): boolean {
  return form.some(({ shownIf }) => shownIf?.field === field.id);
}

/** What is behind More and filled in comes forward, in the place of what may be left empty. */
function shownOf(open: readonly Field[], given: FormValues): Field[] {
  const isForward = (field: Field) => field.place === 'more' && isFilledIn(field, given[field.id]);
  if (!open.some(isForward)) return open.filter(({ place }) => place !== 'more');
  return open.filter(
    (field) =>
      isForward(field) || (field.place !== 'more' && (field.optional !== true || isFilledIn(field, given[field.id]))),
  );
}

function isFilledIn(field: Field, value: Detail | undefined): boolean {
  if (field.kind === 'date' || value === undefined || value === '') return false;
  return field.kind !== 'choice' || value !== field.initial;
}

/** With what a field begins: its first value, the day some days ahead, the only record there is. What isn't offered any more is left out. */
function withFirstValues(
  form: readonly Field[],
  given: FormValues,
  choices: FormChoices,
  today: LocalDate,
): Record<string, Detail> {
  const values: Record<string, Detail> = {};
  for (const field of form) {
    const value = given[field.id];
    const first = value === undefined || value === '' ? firstValue(field, choices, today) : value;
    const isGone = field.kind === 'choice' && !field.choices.some((choice) => choice.value === first);
    const kept = isGone ? firstValue(field, choices, today) : first;
    if (kept !== undefined) values[field.id] = kept;
  }
  return {
    ...Object.fromEntries(Object.entries(given).filter(([id]) => !form.some((field) => field.id === id))),
    ...values,
  };
}

function firstValue(field: Field, choices: FormChoices, today: LocalDate): Detail | undefined {
  if (field.kind === 'choice') return field.initial;
  if (field.kind === 'date') return field.initialInDays === undefined ? undefined : addDays(today, field.initialInDays);
  const offered = field.optional === true ? undefined : offeredFor(field, choices);
  return field.kind === 'record' && offered?.length === 1 ? String(offered[0]?.id) : undefined;
}

function toldAs(field: Field, values: FormValues, choices: FormChoices): ToldField[] {
  const chosen = offeredFor(field, choices)?.find(({ id }) => String(id) === String(values[field.id] ?? ''));
  return chosen === undefined ? [] : [{ field, label: chosen.label }];
}

function dayOf(field: DateField, values: FormValues) {
  const day = values[field.id];
  return field.inLine !== undefined && typeof day === 'string' && isLocalDate(day)
    ? [{ words: field.inLine, day }]
    : [];
}

function entryOf(field: Field, values: FormValues): [string, string][] {
  const value = values[field.id];
  return field.kind === 'text' || value === undefined || Array.isArray(value) ? [] : [[field.id, String(value)]];
}
