const plus = 0x2b;

/** Finds out in passing whether a file may hold numbers with an exponent, such as 1.23457E+11. */
export class ExponentSurvey {
  /** An E before a plus sign stands somewhere. */
  isFound = false;
  private endsWithE = false;

  /** @param chunk the next bytes, in UTF-8 or whatever else keeps ASCII */
  feed(chunk: Buffer): void {
    if (this.isFound || chunk.length === 0) return;
    this.isFound = (this.endsWithE && chunk[0] === plus) || chunk.includes('E+') || chunk.includes('e+');
    this.endsWithE = /^e$/i.test(String.fromCharCode(chunk.at(-1) ?? 0));
  }
}
