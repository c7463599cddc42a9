/** What the cells of a column look like, as far as a name of a column needs it. */
export type Fit = 'address' | 'amount' | 'code' | 'date' | 'flag' | 'name' | 'slack-id' | 'token' | 'words';

/** Says nothing of a column: blank, a dash, or a word for nothing. */
const sayNothing = /^(?:[^\p{L}\p{N}]*|#?n\/?a!?|null|none|nil|tbd|tba|unknown|\(?blank\)?)$/iu;

/** The cells of a column that say something. */
export function telling(cells: readonly string[]): readonly string[] {
  return cells.map((cell) => cell.trim()).filter((cell) => !sayNothing.test(cell));
}

const tests: Readonly<Record<Fit, (cell: string) => boolean>> = {
  address: (cell) => /[^\s@]@[^\s@]/.test(cell),
  amount: (cell) =>
    /\d/.test(cell) && !isDay(cell) && (cell.match(/\p{L}/gu) ?? []).length <= 12 && !cell.includes('@'),
  code: (cell) => !/\d/.test(cell),
  date: (cell) => isDay(cell) || isSerial(cell),
  flag: (cell) => /^[01]$/.test(cell) || (/^\p{L}/u.test(cell) && cell.length <= 30),
  name: (cell) => /\p{L}/u.test(cell) && (/\s|@/.test(cell) || !/\d/.test(cell)),
  'slack-id': (cell) => /^[UW][A-Z0-9]{2,}$/.test(cell),
  token: (cell) => !/\s\S*\p{L}{2}/u.test(cell),
  words: (cell) => /\p{L}/u.test(cell),
};

/** A day in numbers, with a month’s name, or in the digits of a moment. */
function isDay(cell: string): boolean {
  return (
    /^\d{1,4}[-/. ]+\d{1,2}[-/. ]+\d{1,4}(?:\D.*)?$/.test(cell) ||
    /^\d{4}\s*年\s*\d{1,2}\s*月/.test(cell) ||
    (/\b\d{1,2}\b/.test(cell) && /\p{L}{3}/u.test(cell) && /\d{4}|[-/ ]\d{2}$/.test(cell) && cell.length <= 60)
  );
}

/** As spreadsheets count days, 20261123, or the milliseconds of a moment. */
function isSerial(cell: string): boolean {
  return /^(?:[2-9]\d{4}(?:[.,]\d+)?|(?:19|20)\d{6}|1\d{9}|1\d{12})$/.test(cell);
}

/** Does the cell look like what the field holds? */
function fits(fit: Fit, cell: string): boolean {
  return tests[fit](cell.trim());
}

/** Does any cell that says something look like it? True where none says anything. */
export function mayHold(fit: Fit | undefined, cells: readonly string[]): boolean {
  if (fit === undefined) return true;
  const said = telling(cells);
  return said.length === 0 || said.some((cell) => fits(fit, cell));
}

/** Do nine of ten cells look like it, and at least one? */
export function surelyHolds(fit: Fit, cells: readonly string[]): boolean {
  const said = telling(cells);
  return said.length > 0 && said.filter((cell) => fits(fit, cell)).length >= said.length * 0.9;
}
