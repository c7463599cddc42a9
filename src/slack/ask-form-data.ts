import { managerToAsk } from '../acts/ask.ts';
import type { AskKind } from '../behaviours/facts.ts';
import type { Context } from '../context.ts';
import { askKinds } from '../leading/ask-lifecycle.ts';
import { openDealsOf } from '../store/deals.ts';
import { findPerson } from '../store/people.ts';
import type { Person } from '../store/people.ts';
import { typedValues } from './form.ts';
import { dealLine } from './load-ask.ts';
import { submitAsk } from './routes/asks.ts';
import type { AskFormData, AskTyped } from './views/ask-form.ts';

/** Offered beside the currencies of the rep's own deals: the most traded ones. Source: BIS Triennial Survey 2022. */
const commonCurrencies = ['USD', 'EUR', 'JPY', 'GBP', 'CNY', 'AUD', 'CAD', 'CHF', 'HKD', 'SGD', 'SEK', 'INR'];

/**
 * What the form shows in which the acting person asks their manager.
 * @throws UserError with the words typed, if there is no manager to ask
 */
export async function loadAskForm(
  context: Context,
  acting: Person,
  { kind, typed }: { readonly kind: AskKind; readonly typed: AskTyped },
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
  };
}

/** What stands in the form after its kind was changed: everything typed, and what was typed under another kind. */
export function typedSoFar(view: { readonly private_metadata: string; readonly state: { readonly values: unknown } }): {
  readonly kind: AskKind;
  readonly typed: AskTyped;
} {
  const typed: Record<string, string> = { ...submitAsk.decode(view.private_metadata).kept };
  for (const [field, value] of Object.entries(typedValues(view.state.values)))
    if (typeof value === 'string') typed[field] = value;
    else delete typed[field];
  return { kind: askKinds.find((kind) => kind === typed['kind']) ?? 'help', typed };
}
