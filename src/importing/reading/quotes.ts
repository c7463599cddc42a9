const quote = 0x22;
const space = 0x20;
const equals = 0x3d;

/** What stands before the quotes of a file: tells whether they hold cells together or are text, as in 5" disk. */
export class QuoteSurvey {
  /** Is there any? */
  isQuoted = false;
  /** Does an equals sign stand before one, as in `="00123"`? */
  followEquals = false;
  private atLineStart = false;
  /** Bytes that stand right before a quote, and those with only spaces between. */
  private readonly before = new Set<number>();
  private readonly beforeSpaces = new Set<number>();
  private lastByte = 0x0a;
  private lastVisible = 0x0a;

  /** @param chunk in UTF-8, or in an encoding that has ASCII’s marks where ASCII has them */
  feed(chunk: Buffer): void {
    if (chunk.length === 0) return;
    // One at the beginning of a line says all.
    if (!this.atLineStart)
      for (let at = chunk.indexOf(quote); at >= 0; at = chunk.indexOf(quote, at + 1)) this.see(chunk, at);
    this.followEquals ||= chunk.includes('="') || (this.lastByte === equals && chunk[0] === quote);
    this.lastByte = chunk[chunk.length - 1] ?? this.lastByte;
    this.lastVisible = this.visibleBefore(chunk, chunk.length);
  }

  /** Do quotes hold cells together? Else they are text. */
  openCells(separator: string): boolean {
    const code = separator.charCodeAt(0);
    return this.atLineStart || this.before.has(code) || this.openAfterSpaces(separator);
  }

  /** `a, "b"` */
  openAfterSpaces(separator: string): boolean {
    return this.beforeSpaces.has(separator.charCodeAt(0));
  }

  private see(chunk: Buffer, at: number): void {
    this.isQuoted = true;
    const byte = at === 0 ? this.lastByte : (chunk[at - 1] ?? 0);
    if (byte === 0x0a || byte === 0x0d) this.atLineStart = true;
    this.before.add(byte);
    if (byte === space) this.beforeSpaces.add(this.visibleBefore(chunk, at));
  }

  private visibleBefore(chunk: Buffer, end: number): number {
    let at = end - 1;
    while (at >= 0 && chunk[at] === space) at -= 1;
    return at < 0 ? this.lastVisible : (chunk[at] ?? 0);
  }
}
