/**
 * The name in a directory's distinguished name, by RFC 4514: the first `CN`, wherever it stands and however it is written, without its
 * escapes. Quotes around a value, as RFC 1779 had them, are read too.
 * @returns undefined for what is no distinguished name, or has no common name
 */
export function commonNameOf(text: string): string | undefined {
  if (!/^\s*[a-z][a-z0-9.-]*\s*=/iu.test(text)) return undefined;
  for (const part of parts(text)) {
    const [, value] = /^\s*(?:cn|2\.5\.4\.3)\s*=\s*(.*?)\s*$/isu.exec(part) ?? [];
    if (value !== undefined && value !== '') return unescaped(value);
  }
  return undefined;
}

/** Separated by a comma, a plus or, in old ones, a semicolon that is neither escaped nor in quotes. */
function parts(text: string): string[] {
  return text.match(/(?:\\.|"(?:\\.|[^"\\])*"|[^\\,;+])+/gsu) ?? [];
}

/** `\2C` is a byte of UTF-8 in hex, `\,` the sign itself. */
function unescaped(value: string): string {
  const plain = /^"(.*)"$/su.exec(value)?.[1] ?? value;
  return plain.replace(/(?:\\[0-9a-f]{2})+|\\(.)/gisu, (escape, sign?: string) =>
    sign === undefined ? Buffer.from(escape.replaceAll('\\', ''), 'hex').toString('utf8') : sign,
  );
}
