import iconv from 'iconv-lite';
import { UserError } from '../../../errors.ts';

/** Turns bytes of an encoding into UTF-8, as they come. */
export interface ToUtf8 {
  turn(chunk: Buffer): Buffer;
  end(): Buffer;
}

/** What people call them, beside the names that iconv-lite knows. */
const otherNames: Readonly<Record<string, string>> = {
  ansi: 'windows-1252',
  excel: 'windows-1252',
  western: 'windows-1252',
  iso88591: 'windows-1252',
  latin1: 'windows-1252',
  unicode: 'utf-16le',
  utf16: 'utf-16le',
  mac: 'macintosh',
  macroman: 'macintosh',
  dos: 'cp850',
  oem: 'cp850',
  sjis: 'shift_jis',
  gb2312: 'gb18030',
  gbk: 'gb18030',
};

/** Encodings of bytes as letters, which no file is in. */
const noEncodings = new Set(['base64', 'base64url', 'hex', 'ascii', 'binary', 'internal', 'utf7', 'utf7imap']);

/**
 * The encoding that somebody named.
 * @throws UserError for an unknown one, with some that are known
 */
export function encodingNamed(name: string): string {
  const plain = name.toLowerCase().replace(/[^a-z0-9]/g, '');
  const known = otherNames[plain] ?? name.trim().toLowerCase();
  if (plain !== '' && !noEncodings.has(plain) && iconv.encodingExists(known)) return known;
  throw new UserError(
    `There is no encoding “${name}”. Some that there are: utf-8, windows-1252, windows-1250, windows-1251, macintosh, cp850, shift_jis, gb18030, big5, euc-kr.`,
    { typed: name },
  );
}

/** @param encoding as `encodingNamed` gives it */
export function decoderOf(encoding: string): ToUtf8 {
  const decoder = iconv.getDecoder(encoding);
  return {
    turn: (chunk) => Buffer.from(decoder.write(chunk)),
    end: () => Buffer.from(decoder.end() ?? ''),
  };
}

/** A piece at once. What isn’t in the encoding becomes U+FFFD. */
export function decoded(bytes: Buffer, encoding: string): string {
  return iconv.decode(bytes, encoding);
}

/** The bytes that a text has in an encoding of one byte a letter; undefined where it can’t be written in it. */
export function encoded(text: string, encoding: string): Buffer | undefined {
  const bytes = iconv.encode(text, encoding);
  return iconv.decode(bytes, encoding) === text ? bytes : undefined;
}

/** The chunks in UTF-8. */
export async function* turned(chunks: AsyncIterable<Buffer>, by: ToUtf8): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    const text = by.turn(chunk);
    if (text.length > 0) yield text;
  }
  const rest = by.end();
  if (rest.length > 0) yield rest;
}
