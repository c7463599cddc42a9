/** Mappings that are kept: one is used again for a file with the same columns, and a new one is saved. */
import { keepMapping } from '../acts/keep-mapping.ts';
import type { Store } from '../store/db.ts';
import { keptMappingFor, markMappingUsed } from '../store/kept-mappings.ts';
import type { MappingKind } from '../store/kept-mappings.ts';
import { findWorkspace } from '../store/workspaces.ts';
import { localDateOf } from '../time/zoned.ts';
import { deals, roster } from './columns/columns.ts';
import { fingerprintOf, isNothing, keptBeside, together, wordsFor } from './columns/saved-mappings.ts';
import type { Said } from './columns/saved-mappings.ts';
import type { ImportOptions, Tally } from './report.ts';

export interface WithKept {
  /** As they were given, with what was kept added. */
  readonly options: ImportOptions;
  /** A sentence, where something was. */
  readonly note: string | undefined;
  readonly keptId: number | undefined;
}

/**
 * Adds what was kept for a file with these columns to what is said of it now, which goes before.
 * @param rows the first of the file: one of them has the names of the columns
 */
export async function withKeptMapping(
  store: Store,
  kind: MappingKind,
  rows: readonly (readonly string[])[],
  options: ImportOptions,
): Promise<WithKept> {
  const none = { options, note: undefined, keptId: undefined };
  if (options.noSaved === true || options.noHeader === true) return none;
  const prints = rows.map(fingerprintOf);
  const kept = await keptMappingFor(
    store,
    kind,
    prints.flatMap((print) => print ?? []),
  );
  if (kept === undefined) return none;
  const names = rows[prints.indexOf(kept.fingerprint)] ?? [];
  const said = saidIn(options);
  const added = kind === 'roster' ? keptBeside(roster, names, said, kept) : keptBeside(deals, names, said, kept);
  if (isNothing(added)) return none;
  const all = together(said, added);
  const on = localDateOf(kept.madeAt, (await findWorkspace(store))?.defaultTimeZone ?? 'Etc/UTC');
  return {
    options: {
      ...options,
      mapping: all.columns,
      valueMapping: all.valueWords,
      ...(all.dateOrder !== null && { dateOrder: all.dateOrder }),
    },
    note: `Read with the mapping that was kept on ${on} (${kept.id}): ${wordsFor(added)}. Leave it out with --no-saved.`,
    keptId: kept.id,
  };
}

/** What becomes of kept mappings in one import. */
export interface Keeping {
  /** For `openTable`, which asks for what was kept. */
  readonly options: ImportOptions;
  /** Sentences on what was used, once the table is open. */
  notes(): string[];
  /**
   * Writes down that a mapping was used, and keeps one where that is wanted. Call it once the rows are in.
   * @param ownNames of the table
   * @returns sentences on what was kept
   */
  finish(tally: Pick<Tally, 'rows' | 'refused'>, ownNames: readonly string[]): Promise<string[]>;
}

export function keeping(store: Store, kind: MappingKind, options: ImportOptions, now: Date): Keeping {
  let found: WithKept = { options, note: undefined, keptId: undefined };

  async function withKept(rows: readonly (readonly string[])[]): Promise<ImportOptions> {
    found = await withKeptMapping(store, kind, rows, options);
    return found.options;
  }

  async function finish(
    { rows, refused }: Pick<Tally, 'rows' | 'refused'>,
    names: readonly string[],
  ): Promise<string[]> {
    if (options.dryRun === true) return [];
    if (found.keptId !== undefined) await markMappingUsed(store, found.keptId, now);
    if (options.saveMapping !== true) return [];
    const said = saidIn(found.options);
    const fingerprint = options.noHeader === true ? undefined : fingerprintOf(names);
    if (isNothing(said))
      return ['There is no mapping to keep: give --map, --map-value or --date-order along with --save.'];
    if (fingerprint === undefined)
      return ['The mapping isn’t kept: without names of columns no other file could be known to be like this one.'];
    if (rows > 0 && refused.length === rows) return ['The mapping isn’t kept, because every row was refused.'];
    await keepMapping(store, { kind, fingerprint, names, ...said }, now);
    return ['The mapping is kept for files with these columns. See firstline mappings.'];
  }

  return {
    options: { ...options, withKept },
    notes: () => (found.note === undefined ? [] : [found.note]),
    finish,
  };
}

function saidIn({ mapping = [], valueMapping = [], dateOrder }: ImportOptions): Said {
  return { columns: mapping, valueWords: valueMapping, dateOrder: dateOrder ?? null };
}
