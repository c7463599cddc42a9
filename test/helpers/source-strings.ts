/** The string literals of a TypeScript file: what people may come to read, without comments and code. */

export interface SourceString {
  /** A placeholder stays as it is written: `${name}`. */
  readonly text: string;
  /** From 1. */
  readonly line: number;
}

/** Single and double quoted strings, templates, and the text between the tags of JSX; in the order of the file. */
export function stringsOf(source: string): SourceString[] {
  const found: SourceString[] = [];
  let at = 0;
  const lineOf = (index: number): number => source.slice(0, index).split('\n').length;
  while (at < source.length) {
    const two = source.slice(at, at + 2);
    const one = source[at] ?? '';
    if (two === '//') at = endOf('\n', at);
    else if (two === '/*') at = endOf('*/', at) + 2;
    else if (one === "'" || one === '"') {
      const end = endOfQuoted(source, at);
      found.push({ text: source.slice(at + 1, end), line: lineOf(at) });
      at = end + 1;
    } else if (one === '`') {
      const end = endOfTemplate(source, at);
      found.push({ text: source.slice(at + 1, end), line: lineOf(at) });
      at = end + 1;
    } else if (one === '>') {
      const text = /^>([^<>{}=;()]*[A-Za-z][^<>{}=;()]*)<\//u.exec(source.slice(at, at + 400))?.[1];
      if (text !== undefined) found.push({ text: text.trim(), line: lineOf(at) });
      at += 1;
    } else if (one === '/' && isRegExp(source, at)) at = endOfRegExp(source, at) + 1;
    else at += 1;
  }
  return found;

  function endOf(mark: string, from: number): number {
    const end = source.indexOf(mark, from + 2);
    return end === -1 ? source.length : end;
  }
}

function endOfQuoted(source: string, from: number): number {
  const quote = source[from];
  let at = from + 1;
  while (at < source.length && source[at] !== quote && source[at] !== '\n') at += source[at] === '\\' ? 2 : 1;
  return at;
}

/** The closing backtick, past templates inside of placeholders. */
function endOfTemplate(source: string, from: number): number {
  let at = from + 1;
  while (at < source.length && source[at] !== '`') {
    if (source[at] === '\\') at += 2;
    else if (source.startsWith('${', at)) at = endOfPlaceholder(source, at + 2) + 1;
    else at += 1;
  }
  return at;
}

function endOfPlaceholder(source: string, from: number): number {
  let depth = 0;
  let at = from;
  while (at < source.length) {
    const one = source[at];
    if (one === '`') at = endOfTemplate(source, at);
    else if (one === "'" || one === '"') at = endOfQuoted(source, at);
    else if (one === '{') depth += 1;
    else if (one === '}') {
      if (depth === 0) return at;
      depth -= 1;
    }
    at += 1;
  }
  return at;
}

/** A slash begins a pattern where a value may stand. */
function isRegExp(source: string, at: number): boolean {
  return /(?:^|[(,=:[!&|?{};\n]|return)\s*$/u.test(source.slice(Math.max(0, at - 20), at));
}

function endOfRegExp(source: string, from: number): number {
  let at = from + 1;
  let isInClass = false;
  while (at < source.length && source[at] !== '\n' && (isInClass || source[at] !== '/')) {
    if (source[at] === '\\') at += 1;
    else if (source[at] === '[') isInClass = true;
    else if (source[at] === ']') isInClass = false;
    at += 1;
  }
  return at;
}
