import { managerToAsk } from '../../acts/ask.ts';
import { dayOf } from '../../acts/own.ts';
import { askKinds, describeAskKind } from '../../asks/index.ts';
import type { AskKind } from '../../asks/index.ts';
import type { Context } from '../../context.ts';
import { readAskWords } from '../../leading/ask-words-read.ts';
import { dayStyleOf } from '../../leading/day-in-words.ts';
import { openDealsOf } from '../../store/deals.ts';
import { findPerson } from '../../store/people.ts';
import type { Person } from '../../store/people.ts';
import { typedValues } from '../kit/form.ts';
import { dealLine } from './load-ask.ts';
import { submitAsk } from '../routes/asks.ts';
import { inputsOfField } from '../views/ask/ask-form.ts';
import type { AskFormData, AskTyped } from '../views/ask/ask-form.ts';

/** Offered beside the currencies of the rep's own deals: the most traded ones. Source: BIS Triennial Survey 2022. */
const commonCurrencies = ['USD', 'EUR', 'JPY', 'GBP', 'CNY', 'AUD', 'CAD', 'CHF', 'HKD', 'SGD', 'SEK', 'INR'];

/**
 * What the form shows in which the acting person asks their manager.
 * @throws UserError with the words typed, if there is no manager to ask
 */
export async function loadAskForm(
  context: Context,
  acting: Person,
  { kind, typed, more = false }: { readonly kind: AskKind; readonly typed: AskTyped; readonly more?: boolean },
): Promise<AskFormData> {
  const managerId = await managerToAsk(context.store, acting, typed['text'] ?? '');
  const deals = await openDealsOf(context.store, acting.id);
  const own = deals.flatMap(({ currency }) => (currency === null ? [] : [currency])).toSorted();
  return {
    managerName: (await findPerson(context.store, managerId))?.name ?? 'Your manager',
    deals: deals.map((deal) => ({ id: deal.id, label: dealLine(deal) })),
    currencies: [...new Set([...own, ...commonCurrencies])],
    kind,
    typed,
    today: (await dayOf(context.store, acting, context.clock())).today,
    more,
  };
}

/** The form as it opens on words that somebody typed for it: filled in with what can be read from them. */
export async function loadAskFormFor(context: Context, acting: Person, words: string): Promise<AskFormData> {
  await managerToAsk(context.store, acting, words);
  const { today } = await dayOf(context.store, acting, context.clock());
  const deals = await openDealsOf(context.store, acting.id);
  const read = readAskWords(words, { today, style: dayStyleOf(acting.country), deals });
  const kind = read.kind ?? 'help';
  const typed = present({
    text: words,
    exception: read.exception,
    deal: read.dealId?.toString(),
    neededBy: read.neededBy,
    stake: read.stake?.toString(),
    currency: read.currency,
  });
  return { ...(await loadAskForm(context, acting, { kind, typed })), isFromWords: true };
}

function present(values: Readonly<Record<string, string | undefined>>): AskTyped {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

/** What stands in the form: everything typed, what was typed under another kind, and what is behind More. */
export function typedSoFar(view: AskView): {
  readonly kind: AskKind;
  readonly typed: AskTyped;
  readonly more: boolean;
} {
  const { kept, more = false } = submitAsk.decode(view.private_metadata);
  const typed: Record<string, string> = { ...kept };
  for (const [field, value] of Object.entries(typedValues(view.state.values)))
    if (typeof value === 'string') typed[field] = value;
    else delete typed[field];
  return { kind: askKinds.find((kind) => kind === typed['kind']) ?? 'help', typed, more };
}

/** What is sent without standing in a field: behind More, and of the kind that is chosen. By field of the form. */
export function sentUnseen(view: AskView): Readonly<Record<string, string>> {
  const fits = describeAskKind(typedSoFar(view).kind).fields.flatMap(inputsOfField);
  const { kept = {} } = submitAsk.decode(view.private_metadata);
  return Object.fromEntries(Object.entries(kept).filter(([field]) => fits.includes(field)));
}

interface AskView {
  readonly private_metadata: string;
  readonly state: { readonly values: unknown };
}
