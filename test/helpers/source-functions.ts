/** The functions of a file, found in its text as the formatter leaves it: what begins at the margin is a declaration. */

interface Declared {
  readonly name: string;
  readonly isExported: boolean;
  readonly text: string;
}

const declaration =
  /^(export )?(?:async )?(?:function\*? (\w+)|(?:const|let) (\w+)\b|(?:class|interface|type) (\w+))/gmu;

function declaredIn(source: string): Declared[] {
  const code = source.replaceAll(/\/\*[\s\S]*?\*\//gu, '').replaceAll(/(?<=^|\s)\/\/.*$/gmu, '');
  const found = [...code.matchAll(declaration)];
  return found.map((match, at) => ({
    name: match[2] ?? match[3] ?? match[4] ?? '',
    isExported: match[1] !== undefined,
    text: code.slice(match.index, found[at + 1]?.index),
  }));
}

/** The names of those whose text matches, by themselves or by what they call of the same file. */
function reaching(declared: readonly Declared[], pattern: RegExp, through: readonly Declared[]): ReadonlySet<string> {
  const names = new Set(declared.filter(({ text }) => pattern.test(text)).map(({ name }) => name));
  for (let before = -1; before < names.size;) {
    before = names.size;
    const known = through.filter(({ name }) => names.has(name)).map(({ name }) => name);
    const calls = new RegExp(`(?<!function )\\b(${known.join('|')})\\(`, 'u');
    if (known.length > 0) for (const { name, text } of declared) if (calls.test(text)) names.add(name);
  }
  return names;
}

/**
 * The functions that others may call and that do what the first pattern says, by themselves or by a function that the file keeps to itself;
 * with whether each does what the second one says, too.
 */
export function functionsThat(
  source: string,
  does: RegExp,
  mayDo: RegExp,
): readonly { readonly name: string; readonly also: boolean }[] {
  const declared = declaredIn(source);
  const own = declared.filter(({ isExported }) => !isExported);
  const first = reaching(declared, does, own);
  const second = reaching(declared, mayDo, own);
  return declared
    .filter(({ name, isExported }) => isExported && first.has(name))
    .map(({ name }) => ({ name, also: second.has(name) }));
}
