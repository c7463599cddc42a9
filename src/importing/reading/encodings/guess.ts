import { decoded } from './decode.ts';
import { eastAsian, eastAsianLikeness } from './east-asian.ts';
import { likeness } from './letters.ts';

/** By how often files come in them: of two that are as likely, the earlier is meant. */
const oneByte = [
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'windows-1254',
  'windows-1253',
  'macintosh',
  'cp850',
  'cp437',
  'iso-8859-2',
  'iso-8859-15',
  'windows-1257',
  'koi8-r',
  'cp866',
  'cp852',
] as const;

/** Seldom seen: they need better reasons. */
const handicap: Readonly<Record<string, number>> = {
  'windows-1257': 0.5,
  'koi8-r': 0.5,
  cp866: 0.5,
  cp852: 0.5,
  cp437: 0.1,
};

/** The encoding of a file that isn’t UTF-8. @param sample lines of it that hold bytes beyond ASCII */
export function guessEncoding(sample: Buffer): string {
  let best = 'windows-1252';
  let most = -Infinity;
  const weigh = (encoding: string, score: number | undefined) => {
    if (score === undefined || score - (handicap[encoding] ?? 0) <= most) return;
    best = encoding;
    most = score - (handicap[encoding] ?? 0);
  };
  for (const encoding of oneByte) weigh(encoding, likeness(decoded(sample, encoding)));
  for (const encoding of eastAsian) weigh(encoding, eastAsianLikeness(decoded(sample, encoding), encoding));
  return best;
}

const names: Readonly<Record<string, string>> = {
  macintosh: 'Mac OS Roman',
  shift_jis: 'Shift_JIS',
  'koi8-r': 'KOI8-R',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
};

/** As people write it. */
export function nameOf(encoding: string): string {
  return (
    names[encoding] ??
    encoding
      .replace('windows', 'Windows')
      .replace(/^(?:iso|euc|cp|gb|utf)/, (word) => word.toUpperCase())
      .replace(/^big5/, 'Big5')
      .replace(/-kr|-jp/, (part) => part.toUpperCase())
  );
}
