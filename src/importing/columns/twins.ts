import { UserError } from '../../errors.ts';
import { comparable } from './comparable.ts';
import type { Found } from './found.ts';

/** @throws UserError for two columns of one name that would be read for the same field and don’t say the same. */
export function refuseTwins<F extends string>({ names, positions, sample, joined }: Found<F>): void {
  for (const [field, columns] of positions) {
    if (joined.has(field)) continue;
    const called = columns.map((column) => comparable(names.cells[column] ?? ''));
    for (const [index, twin] of columns.entries()) {
      const first = columns[called.indexOf(called[index] ?? '')] ?? twin;
      if (first === twin || (sample !== undefined && !differ(sample, first, twin))) continue;
      const name = names.cells[twin] ?? '';
      throw new UserError(`The column “${name}” is there twice. Rename or remove one of the two, and import again.`);
    }
  }
}

function differ(sample: readonly (readonly string[])[], one: number, other: number): boolean {
  return sample.some((cells) => {
    const [first, second] = [(cells[one] ?? '').trim(), (cells[other] ?? '').trim()];
    return first !== '' && second !== '' && first !== second;
  });
}
