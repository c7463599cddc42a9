/** Amounts as people and programs write them. */
import type { Chance } from './chance.ts';

export interface MoneyStyle {
  /** The currency stands in a column, beside each amount, in the name of the column, or nowhere. */
  readonly currencyIn: 'column' | 'cell' | 'name' | 'nowhere';
  readonly currencies: readonly string[];
  readonly hasCents: boolean;
  write(amount: number, currency: string): string;
}

/** What separates groups of digits and what stands before the cents. */
interface Marks {
  readonly group: string;
  readonly decimal: string;
  readonly isIndian?: boolean;
}

const plain: Marks = { group: '', decimal: '.' };
const american: Marks = { group: ',', decimal: '.' };
const german: Marks = { group: '.', decimal: ',' };
const spaced: readonly Marks[] = [
  { group: '\u202f', decimal: ',' },
  { group: '\u00a0', decimal: ',' },
  { group: ' ', decimal: ',' },
];
const swiss: readonly Marks[] = [
  { group: "'", decimal: '.' },
  { group: '’', decimal: '.' },
];
const indian: Marks = { group: ',', decimal: '.', isIndian: true };

const ofCountry: Readonly<Record<string, readonly Marks[]>> = {
  'en-US': [plain, american, american, indian],
  'de-DE': [plain, german, german, ...swiss],
  'fr-FR': [plain, ...spaced],
  'pl-PL': [plain, ...spaced],
  'sv-SE': [plain, ...spaced],
  'ja-JP': [plain, american],
};

const currencies: Readonly<Record<string, readonly string[]>> = {
  'en-US': ['USD', 'GBP', 'INR'],
  'pt-BR': ['BRL'],
  'pl-PL': ['PLN', 'EUR'],
  'sv-SE': ['SEK', 'EUR'],
  'ja-JP': ['JPY'],
  'de-DE': ['EUR', 'CHF'],
};

/** Signs by which one currency alone is meant, or first of all. */
const signs: Readonly<Record<string, string>> = {
  EUR: '€',
  USD: '$',
  GBP: '£',
  INR: '₹',
  BRL: 'R$',
  PLN: 'zł',
  JPY: '¥',
};

export function moneyStyle(chance: Chance, locale: string): MoneyStyle {
  const marks = chance.pick(ofCountry[locale] ?? [plain, german]);
  const hasCents = locale !== 'ja-JP' && chance.percent(60);
  const possible = currencies[locale] ?? ['EUR'];
  const currencyIn = chance.pick(['column', 'cell', 'name', 'nowhere'] as const);
  const isSeveral = currencyIn === 'column' || currencyIn === 'cell';
  const beside = chance.pick(['sign before', 'sign behind', 'code before', 'code behind'] as const);
  return {
    currencyIn,
    currencies: isSeveral && chance.percent(40) ? possible : [chance.pick(possible)],
    hasCents,
    write(amount, currency) {
      const numeral = written(amount, marks, hasCents);
      if (currencyIn !== 'cell') return numeral;
      const mark = beside.startsWith('sign') ? (signs[currency] ?? currency) : currency;
      // “1.234 zł” and “EUR 12”; signs of one letter stand close.
      const gap = mark.length === 1 && beside === 'sign before' ? '' : ' ';
      return beside.endsWith('before') ? `${mark}${gap}${numeral}` : `${numeral}${gap}${mark}`;
    },
  };
}

function written(amount: number, { group, decimal, isIndian }: Marks, hasCents: boolean): string {
  const [whole = '', cents = ''] = (hasCents ? amount.toFixed(2) : String(amount)).split('.');
  const grouped =
    isIndian === true ? whole.replace(/\B(?=(?:\d{2})*\d{3}$)/g, group) : whole.replace(/\B(?=(?:\d{3})+$)/g, group);
  return cents === '' ? grouped : `${grouped}${decimal}${cents}`;
}
