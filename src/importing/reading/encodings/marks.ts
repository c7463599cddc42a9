/** The encoding that the first bytes tell, and the bytes of its mark; undefined where they tell none. */
export function encodingMarked(head: Buffer): { encoding: string; length: number } | undefined {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', length: 3 };
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', length: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', length: 2 };
  if (!head.includes(0)) return undefined;
  // Text has no zeros, but the halves of its commas and line breaks in UTF-16 are some.
  const zeros = [0, 0];
  for (const [at, byte] of head.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (even === 0 || odd > 20 * even) return { encoding: 'utf-16le', length: 0 };
  return odd === 0 || even > 20 * odd ? { encoding: 'utf-16be', length: 0 } : undefined;
}
