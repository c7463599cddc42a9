import type { Header } from '../columns/header.ts';
import type { CsvRecord } from '../reading/records.ts';
import { styleOf } from './numerals.ts';
import type { AmountStyle } from './numerals.ts';

/**
 * What the clear amounts of a column say about the others: one that is written 0.123 or 12345.678 says that 1.234 isn't a thousand, and
 * 12.50 that it is in doubt.
 * @returns undefined where they say nothing, or contradict each other
 */
export async function amountStyleIn<F extends string>(
  header: Header<F>,
  field: F,
  batches: AsyncIterable<readonly CsvRecord[]>,
): Promise<AmountStyle | undefined> {
  const positions = header.positions.get(field) ?? [];
  const marks = new Set<AmountStyle['decimal']>();
  let isLong = false;
  for await (const batch of batches)
    for (const { cells } of batch)
      for (const position of positions) {
        const numeral = numeralIn(cells[position] ?? '');
        const style = numeral === undefined ? undefined : styleOf(numeral);
        if (style === undefined) continue;
        marks.add(style.decimal);
        isLong ||= style.isLong;
      }
  const [decimal] = marks;
  return marks.size === 1 && decimal !== undefined ? { decimal, isLong } : undefined;
}

/** Does any of the rows hold an amount such as 1.234, so that the rest of its column must be asked? */
export function holdsAmbiguousAmount<F extends string>(
  header: Header<F>,
  field: F,
  batch: readonly CsvRecord[],
): boolean {
  const positions = header.positions.get(field) ?? [];
  return batch.some(({ cells }) =>
    positions.some((position) => {
      const cell = cells[position];
      return cell !== undefined && /[.,]/.test(cell) && /^\D*[1-9]\d{0,2}[.,]\d{3}(?![\d.,])/u.test(cell);
    }),
  );
}

function numeralIn(cell: string): string | undefined {
  return /[.,]/.test(cell) ? /\d[\d., ]*\d/.exec(cell.normalize('NFKC').replace(/[\s'’]/gu, ' '))?.[0] : undefined;
}
