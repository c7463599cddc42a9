import type { Header } from './header.ts';

/**
 * The columns that were not read, in a sentence: those that look like a field first.
 * @param sample the cells of the first rows
 * @returns null where every column was read
 */
export function unreadNote<F extends string>(
  header: Header<F>,
  sample: readonly (readonly string[])[] = [],
): string | null {
  void sample;
  const { unread } = header;
  return unread.length === 0 ? null : `Not read: ${unread.join(', ')}.`;
}
