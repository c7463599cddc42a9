import { counting, headOf } from '../bytes.ts';
import type { Bytes } from '../bytes.ts';
import { ExponentSurvey } from '../exponents.ts';
import { QuoteSurvey } from '../quotes.ts';
import { decoderOf, encodingNamed, turned } from './decode.ts';
import type { ToUtf8 } from './decode.ts';
import { guessEncoding, nameOf } from './guess.ts';
import { encodingMarked } from './marks.ts';
import { strayBytes } from './stray.ts';
import { EncodingSurvey } from './survey.ts';
import { onceDecoded, onceOnly } from './twice.ts';

/** A file as UTF-8, without a byte order mark. */
export interface OpenText {
  utf8(onBytes?: (bytes: number) => void): AsyncIterable<Buffer>;
  readonly quotes: QuoteSurvey;
  readonly exponents: ExponentSurvey;
  readonly notes: readonly string[];
}

interface Read {
  /** Undefined: it is UTF-8 as it is. */
  readonly by: (() => ToUtf8) | undefined;
  readonly notes: readonly string[];
}

/**
 * Reads the file once to find out its encoding. A guess is told in a note.
 * @param named the encoding, where somebody said it
 * @throws UserError for an encoding that doesn't exist
 */
export async function openText(bytes: Bytes, named?: string): Promise<OpenText> {
  const said = named === undefined ? undefined : encodingNamed(named);
  const mark = encodingMarked(await headOf(bytes, 4_096));
  const fixed = said ?? mark?.encoding;
  const markLength = mark !== undefined && (said === undefined || said === mark.encoding) ? mark.length : 0;
  const source = (onBytes?: (count: number) => void) => withoutFirst(counting(bytes(), onBytes), markLength);
  const quotes = new QuoteSurvey();
  const exponents = new ExponentSurvey();
  const pass = (chunk: Buffer): void => {
    quotes.feed(chunk);
    exponents.feed(chunk);
  };
  let read: Read = { by: undefined, notes: [] };
  if (fixed !== undefined && !isUtf8Name(fixed)) {
    read = { by: () => decoderOf(fixed), notes: [] };
    for await (const chunk of turned(source(), decoderOf(fixed))) pass(chunk);
  } else {
    const survey = new EncodingSurvey();
    for await (const chunk of source()) {
      pass(chunk);
      survey.feed(chunk);
    }
    survey.end();
    if (said === undefined) read = decide(survey, mark !== undefined);
  }
  const { by } = read;
  return {
    utf8: (onBytes) => (by === undefined ? source(onBytes) : turned(source(onBytes), by())),
    quotes,
    exponents,
    notes: read.notes,
  };
}

function isUtf8Name(encoding: string): boolean {
  return /^utf-?8$/.test(encoding);
}

function decide(survey: EncodingSurvey, isMarked: boolean): Read {
  const { invalid, valid, twice, once } = survey;
  if (invalid === 0) return twice === 0 ? { by: undefined, notes: [] } : writtenTwice(survey);
  if (isMarked || (valid >= invalid && twice + once > 0)) {
    const lines = invalid === 1 ? '1 line holds' : `${invalid} lines hold`;
    const note = `${lines} bytes that aren’t UTF-8, as the rest of the file is. They were read as Windows-1252: check the dashes, quotes and umlauts there.`;
    return { by: strayBytes, notes: [note] };
  }
  const encoding = guessEncoding(survey.sample);
  return { by: () => decoderOf(encoding), notes: [guessed(encoding, survey.sample)] };
}

function guessed(encoding: string, sample: Buffer): string {
  const example = exampleIn(decodedAs(sample, encoding));
  const check = example === undefined ? 'check it' : `check names such as “${example}”`;
  return `Read as ${nameOf(encoding)}, because it isn’t UTF-8: ${check}. If they are wrong, say which encoding it is with --encoding.`;
}

function decodedAs(sample: Buffer, encoding: string): string {
  const decoder = decoderOf(encoding);
  return Buffer.concat([decoder.turn(sample), decoder.end()]).toString('utf8');
}

function writtenTwice({ once, exampleOfTwice, twice }: EncodingSurvey): Read {
  const wrong = exampleIn(exampleOfTwice) ?? '';
  if (once > 0) {
    const lines = twice === 1 ? '1 line holds' : `${twice} lines hold`;
    const note = `${lines} text that was turned into UTF-8 twice, such as “${wrong}”. It was left as it is: correct it where it matters.`;
    return { by: undefined, notes: [note] };
  }
  const right = exampleIn(onceDecoded(exampleOfTwice)) ?? '';
  const note = `The file was turned into UTF-8 twice: “${wrong}” was read as “${right}”. If that is wrong, give --encoding utf-8.`;
  return { by: onceOnly, notes: [note] };
}

/** A cell or so with a letter beyond ASCII in it. */
function exampleIn(text: string): string | undefined {
  const cells = text.split(/[,;|\t\r\n"]+/).map((cell) => cell.trim());
  const found = cells.filter((cell) => /[^\0-\u007f]/.test(cell));
  return (found.find((cell) => cell.length <= 40) ?? found[0])?.slice(0, 40);
}

async function* withoutFirst(chunks: AsyncIterable<Buffer>, length: number): AsyncGenerator<Buffer> {
  let left = length;
  for await (const chunk of chunks) {
    const cut = Math.min(left, chunk.length);
    left -= cut;
    yield cut === 0 ? chunk : chunk.subarray(cut);
  }
}
