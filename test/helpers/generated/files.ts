/** A company and its two files, all by one seed. */
import { chanceOf } from './chance.ts';
import type { Chance } from './chance.ts';
import { companyOf, dealsOf } from './company.ts';
import { dealsFile } from './deals-file.ts';
import { moneyStyle } from './money.ts';
import { rosterFile } from './roster-file.ts';
import { plainCustomers, scripts } from './scripts.ts';
import { tongues } from './tongues.ts';

export function filesOf(seed: number) {
  const chance = chanceOf(seed * 7_919);
  const tongue = chance.pick(tongues);
  const others = tongue.locale === 'en-US' && chance.percent(60) ? chance.pick(scripts) : undefined;
  const encodings = chance.percent(60) ? (others?.encodings ?? tongue.encodings) : [];
  const company = companyOf(
    chance,
    calledIn(chance, tongue.called, others?.called, encodings),
    tongue.locale === 'ja-JP',
  );
  const money = moneyStyle(chance, tongue.locale);
  const deals = dealsOf(chance, company, others === undefined ? tongue.customers : plainCustomers, money);
  const roster = rosterFile(chance, tongue, encodings, company);
  const sold = dealsFile(chance, tongue, encodings, company, deals, money, roster.has);
  return { seed, company, money, deals, roster, sold };
}

/** People of the country alone, where the encoding is its own; else also of others. */
function calledIn(
  chance: Chance,
  own: readonly (readonly [string, string])[],
  others: readonly (readonly [string, string])[] | undefined,
  encodings: readonly string[],
): readonly (readonly [string, string])[] {
  if (encodings.length > 0) return chance.shuffled(others ?? own);
  const everywhere = scripts.flatMap(({ called }) => chance.shuffled(called).slice(0, 2));
  return chance.shuffled([...own, ...(chance.percent(50) ? (others ?? everywhere) : [])]);
}
