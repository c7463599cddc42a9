/** Letters that no decomposition turns into plain ones. */
const plainLetters: Readonly<Record<string, string>> = { ß: 'ss', ł: 'l', ø: 'o', æ: 'ae', œ: 'oe', đ: 'd', ı: 'i' };

const spoken: Readonly<Record<string, string>> = {
  '#': 'number',
  '%': 'percent',
  $: 'dollar',
  '€': 'euro',
  '£': 'pound',
};

/** A name of a column without case, accents, spaces and punctuation; a sign that says something is a word. */
export function comparable(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[#%$€£]/g, (sign) => spoken[sign] ?? '')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replace(/[ßłøæœđı]/g, (letter) => plainLetters[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]/gu, '');
}

const longestName = 200;

/** One way to read the name of a column. */
export interface Reading {
  readonly key: string;
  /** ISO 4217, where it was read as the name of an amount with a currency. */
  readonly currency?: string;
}

/** What programs put after a name, which says nothing of the column itself: whether it is needed, its zone, its format. */
const remarks =
  /^(?:required|mandatory|optional|read[- ]?only|pflichtfeld|obligatoire|obligatorio|obbligatorio|verplicht|wymagane|obligatorisk|必須|(?:utc|gmt|cet|cest|est|edt|pst|pdt)(?:\s*[+-]\s*\d+(?::?\d\d)?)?|(?:[dmyjat]{1,4}[-/. ]?){3}(?:\s*hh:mm(?::ss)?)?|iso(?: 8601)?|work|business|primary|full name|text|date|(?:last|first|sur)\w*\b.*\b(?:first|last|mi)\b.*)$/i;

/**
 * The ways to read the name of a column, the strictest first: as it is; without a remark behind it, “[Required]”, “(UTC)”, “*”, “↑”;
 * without its currency; without what the row is called, “Deal - Title”, “Opportunity amount”.
 */
export function readingsOf(cell: string, prefixes: readonly string[] = []): readonly Reading[] {
  // No program’s and nobody’s name of a column is as long.
  if (cell.length > longestName) return [];
  const bare = withoutRemarks(cell);
  const own = withoutPrefix(bare, prefixes);
  const all: Reading[] = [
    { key: comparable(cell) },
    { key: comparable(bare) },
    ...withCurrency(bare),
    { key: comparable(own) },
    ...withCurrency(own),
  ];
  return all.filter(
    ({ key, currency }, index) =>
      key !== '' && all.findIndex((other) => other.key === key && other.currency === currency) === index,
  );
}

function withoutRemarks(name: string): string {
  let rest = name.normalize('NFKC').trim().replace(/__c$/, '');
  for (;;) {
    const [, before = '', square, round] = /^(.*\S)\s*(?:\[([^\]]*)\]|\(([^)]*)\)|[*↑↓▲▼:]+)$/u.exec(rest) ?? [];
    const remark = square ?? round;
    if (before === '' || (remark !== undefined && !remarks.test(remark.trim()))) return rest;
    rest = before;
  }
}

function withoutPrefix(name: string, prefixes: readonly string[]): string {
  const [, prefix = '', rest = ''] = /^([\p{L} ]+?)(?:\s+[-–]\s+|:\s*|[./_]|\s)(.+)$/u.exec(name) ?? [];
  return prefixes.includes(comparable(prefix)) ? rest : name;
}

const codes = new Set(Intl.supportedValuesOf('currency'));
const signs: Readonly<Record<string, string>> = {
  '€': 'EUR',
  '£': 'GBP',
  $: 'USD',
  US$: 'USD',
  R$: 'BRL',
  '₹': 'INR',
  zł: 'PLN',
};
/** Codes that are words, too: they must be written as codes. */
const words = new Set(['ALL', 'TOP', 'TRY', 'CUP', 'MOP', 'ANG']);

/** “Amount (EUR)”, “amount_usd”, “Betrag EUR”, “Value in USD”, “USD amount”. */
function withCurrency(name: string): readonly Reading[] {
  const parts = name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .split(/[\s_\-.,/()[\]]+/u)
    .filter((part) => part !== '');
  if (parts.length < 2) return [];
  const behind = currencyOf(parts.at(-1) ?? '');
  const currency = behind ?? currencyOf(parts[0] ?? '');
  if (currency === undefined) return [];
  const rest = behind === undefined ? parts.slice(1) : parts.slice(0, -1);
  if (behind !== undefined && /^(?:in|en|em)$/i.test(rest.at(-1) ?? '')) rest.pop();
  return [{ key: comparable(rest.join(' ')), currency }];
}

function currencyOf(mark: string): string | undefined {
  const code = mark.toUpperCase();
  if (words.has(code) && mark !== code) return undefined;
  return signs[mark] ?? (codes.has(code) ? code : undefined);
}
