const equals = 0x3d;
const quote = 0x22;
const lineEnds = [0x0a, 0x0d];

/**
 * The bytes of a CSV file without the equals signs that stand between a separator and a quote: `="00123"` keeps Excel from making a
 * number of it, and is no cell in quotes to anybody else.
 * @param bytes in UTF-8
 */
export async function* withoutGuards(bytes: AsyncIterable<Buffer>, separator: string): AsyncGenerator<Buffer> {
  const before = new Set([...lineEnds, separator.charCodeAt(0)]);
  let last = 0x0a;
  let isHeld = false;
  let isInQuotes = false;
  for await (const chunk of bytes) {
    const kept = Buffer.allocUnsafe(chunk.length + 1);
    let length = 0;
    for (const byte of chunk) {
      if (isHeld && byte !== quote) length = kept.writeUInt8(equals, length);
      isHeld = byte === equals && !isInQuotes && before.has(last);
      if (byte === quote) isInQuotes = !isInQuotes;
      if (!isHeld) length = kept.writeUInt8(byte, length);
      last = byte;
    }
    yield kept.subarray(0, length);
  }
  if (isHeld) yield Buffer.from('=');
}
