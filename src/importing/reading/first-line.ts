/** What the first line of a CSV file tells of the others. */
const quote = 0x22;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** Enough of a file to know its header by. */
export const mostHeaderBytes = 256 * 1024;

/** Up to the end of the first line that isn't blank, outside quotes; undefined where it isn't there yet, or might be half of CR LF. */
export function firstLineOf(bytes: Buffer): Buffer | undefined {
  let quoted = false;
  let begun = false;
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index];
    if (byte === quote) quoted = !quoted;
    const ends = byte === lineFeed || byte === carriageReturn;
    if (byte === carriageReturn && index === bytes.length - 1) return undefined;
    if (ends && !quoted && begun) return bytes.subarray(0, index);
    if (!ends) begun = true;
  }
  return undefined;
}

/** Does a lone carriage return end the header, and so every line? */
export function endsWithCarriageReturn(bytes: Buffer, headerLength: number): boolean {
  return bytes[headerLength] === carriageReturn && bytes[headerLength + 1] !== lineFeed;
}

/** Comma, semicolon or tab: the one that stands most often in the header outside quotes. */
export function delimiterOf(header: Buffer): string {
  const text = header.toString('utf8').replace(/"[^"]*"?/g, '');
  const counts = [',', ';', '\t'].map((delimiter) => ({ delimiter, count: text.split(delimiter).length }));
  return counts.toSorted((one, other) => other.count - one.count)[0]?.delimiter ?? ',';
}
