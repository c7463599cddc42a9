/** What became of a file. `added + changed + unchanged + refused + leftOut` is `rows`. */
export interface ImportReport {
  /** Rows of data, blank lines left out. */
  readonly rows: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** In the order of the file. */
  readonly refused: readonly Refusal[];
  /** Rows of people who have left, of guests, of bots, in the order of the file. */
  readonly leftOut: readonly Refusal[];
  /** The same, counted by the kind of reason. */
  readonly whoIsLeftOut: readonly LeftOutGroup[];
  /** Cells that couldn't be read, of fields that can be done without: the row is in without them. In the order of the file. */
  readonly leftBlank: readonly LeftBlank[];
  /** True: this is what would have happened; nothing was stored. */
  readonly dryRun: boolean;
  /** Which column was read as which field. */
  readonly columns: Readonly<Record<string, string>>;
  /** The known export that the file was read as; null where its columns were found one by one. */
  readonly preset: string | null;
  /** Sentences about the file as a whole. */
  readonly notes: readonly string[];
  /** Sentences on what follows: who leads whom, who has no manager, which deals have no owner. */
  readonly follows: readonly string[];
}

/** A row of which nothing was stored. */
export interface Refusal {
  /** Line of the file on which the row begins. */
  readonly line: number;
  readonly reason: string;
}

/** They have left, or the row is of no member of the company: a guest, a bot, a shared mailbox; or a deal was deleted in the CRM. */
export type WhyLeftOut = 'left' | 'guest' | 'no person' | 'deleted';

export interface LeftOutGroup {
  readonly why: WhyLeftOut;
  /** A row each, in the order of the file. */
  readonly names: readonly string[];
  /** What the file says of each of them, in the same order; '' where the kind of reason says it all. */
  readonly remarks: readonly string[];
}

/** A cell of which nothing was stored; the rest of its row was. */
export interface LeftBlank extends Refusal {
  readonly field: string;
}

export interface ImportOptions {
  /** Columns whose names aren't known, as `column=field`; by number where the file has no header, `3=name`. */
  readonly mapping?: readonly string[];
  /** What words of the file mean, as `words=value`: `Cerrado perdido=lost`. */
  readonly valueMapping?: readonly string[];
  /** How days such as 03/04/2026 are written, where the file itself doesn't tell. */
  readonly dateOrder?: DateOrder;
  /** Of the characters, where a guess went wrong: `windows-1250`. */
  readonly encoding?: string;
  /** Of a workbook, by its name or its number from 1. */
  readonly sheet?: string;
  /** The first row is one of data. */
  readonly noHeader?: boolean;
  /** Leave out what was kept for files with the same columns. */
  readonly noSaved?: boolean;
  /** Keep how this file is read for files with the same columns. */
  readonly saveMapping?: boolean;
  /** Asked with the first rows, one of which has the names of the columns: these options with what was kept for them. */
  withKept?(rows: readonly (readonly string[])[]): Promise<ImportOptions>;
  /** Decide everything and store nothing. */
  readonly dryRun?: boolean;
  /** The file holds every deal: open ones that are not in it are marked as missing, never closed. */
  readonly isComplete?: boolean;
  /** It comes from the feed, not by hand: said when it is taken back. */
  readonly isFeed?: boolean;
  /** Called now and then with how much of the file was read. */
  onProgress?(progress: Progress): void;
  /** Called with every row that is refused, as it stands in the file, so that it can be given back. */
  onRefused?(row: RefusedRow): void;
}

/** Which of two numbers before a year is the day. */
export type DateOrder = 'day-first' | 'month-first';

export interface RefusedRow extends Refusal {
  readonly cells: readonly string[];
  /** Of the columns, as the file has them. */
  readonly names: readonly string[];
}

export interface Progress {
  readonly bytes: number;
  readonly rows: number;
}

/** Counts what becomes of the rows. */
export class Tally {
  rows = 0;
  added = 0;
  changed = 0;
  unchanged = 0;
  readonly refused: Refusal[] = [];
  readonly leftOut: Refusal[] = [];
  readonly follows: string[] = [];
  private readonly groupsLeftOut = new Map<WhyLeftOut, { names: string[]; remarks: string[] }>();
  readonly leftBlank: LeftBlank[] = [];

  refuse(line: number, reason: string): void {
    this.refused.push({ line, reason });
  }

  /** @param remark what the file says of them, to stand behind their name */
  leaveOut(row: Refusal, name: string, why: WhyLeftOut, remark = ''): void {
    this.leftOut.push(row);
    const group = this.groupsLeftOut.get(why) ?? { names: [], remarks: [] };
    this.groupsLeftOut.set(why, group);
    group.names.push(name);
    group.remarks.push(remark);
  }

  get whoIsLeftOut(): LeftOutGroup[] {
    return [...this.groupsLeftOut].map(([why, group]) => ({ why, ...group }));
  }

  leaveBlank(line: number, field: string, reason: string): void {
    this.leftBlank.push({ line, field, reason });
  }
}

/** The tally as a report, with the refusals in the order of the file. */
export function reportOf(
  tally: Tally,
  { columns, preset }: Pick<ImportReport, 'columns' | 'preset'>,
  dryRun: boolean,
  notes: readonly string[] = [],
): ImportReport {
  const { rows, added, changed, unchanged } = tally;
  return {
    rows,
    added,
    changed,
    unchanged,
    refused: inOrder(tally.refused),
    leftOut: inOrder(tally.leftOut),
    whoIsLeftOut: tally.whoIsLeftOut,
    leftBlank: inOrder(tally.leftBlank),
    dryRun,
    columns,
    preset,
    notes,
    follows: tally.follows,
  };
}

function inOrder<R extends Refusal>(rows: readonly R[]): R[] {
  return rows.toSorted((one, other) => one.line - other.line);
}
