/** The frame of a font file: a directory of tables, each with a checksum, and the tables themselves (OpenType 1.9, “Font file”). */

const entryLength = 16;
/** What all the 32-bit numbers of a whole font file add up to. */
const wholeSum = 0xb1b0afba;

/** The tables of a font by their tags. They are views into the file: copy them before changing them. */
export function tablesOf(font: Buffer): ReadonlyMap<string, Buffer> {
  const entries = Array.from({ length: font.readUInt16BE(4) }, (_, at) => 12 + at * entryLength);
  return new Map(
    entries.map((at) => {
      const from = font.readUInt32BE(at + 8);
      return [font.toString('latin1', at, at + 4), font.subarray(from, from + font.readUInt32BE(at + 12))];
    }),
  );
}

/** A table that every font of TrueType outlines has. @throws Error where this one hasn't */
export function tableOf(tables: ReadonlyMap<string, Buffer>, tag: string): Buffer {
  const table = tables.get(tag);
  if (table === undefined) throw new Error(`The font has no table ${tag}.`);
  return table;
}

/** The font file of these tables, `head` among them: its directory is in order and all its checksums are right. */
export function fontOf(given: ReadonlyMap<string, Buffer>): Buffer {
  const head = Buffer.from(tableOf(given, 'head'));
  head.writeUInt32BE(0, 8);
  const tables = [...new Map(given).set('head', head)].toSorted(([one], [other]) => (one < other ? -1 : 1));

  const directory = Buffer.alloc(12 + tables.length * entryLength);
  const steps = Math.floor(Math.log2(tables.length));
  const searched = 2 ** steps * entryLength;
  directory.writeUInt32BE(0x00010000, 0);
  directory.writeUInt16BE(tables.length, 4);
  directory.writeUInt16BE(searched, 6);
  directory.writeUInt16BE(steps, 8);
  directory.writeUInt16BE(tables.length * entryLength - searched, 10);

  const parts: Buffer[] = [directory];
  let [offset, headAt] = [directory.length, 0];
  for (const [at, [tag, table]] of tables.entries()) {
    const padded = paddedTo(4, table);
    const entry = 12 + at * entryLength;
    directory.write(tag, entry, 'latin1');
    directory.writeUInt32BE(sumOf(padded), entry + 4);
    directory.writeUInt32BE(offset, entry + 8);
    directory.writeUInt32BE(table.length, entry + 12);
    if (tag === 'head') headAt = offset;
    parts.push(padded);
    offset += padded.length;
  }
  const font = Buffer.concat(parts);
  font.writeUInt32BE((wholeSum - sumOf(font) + 2 ** 32) % 2 ** 32, headAt + 8);
  return font;
}

/** With noughts at its end, so that its length is a multiple. */
export function paddedTo(multiple: number, bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc((multiple - (bytes.length % multiple)) % multiple)]);
}

/** All its 32-bit numbers added up, without what doesn't fit into one. */
function sumOf(padded: Buffer): number {
  let sum = 0;
  for (let at = 0; at < padded.length; at += 4) sum = (sum + padded.readUInt32BE(at)) % 2 ** 32;
  return sum;
}
