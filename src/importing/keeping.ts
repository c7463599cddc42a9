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
 * @param names of the columns, as the file has them
 */
export async function withKeptMapping(
  store: Store,
  kind: MappingKind,
  names: readonly string[],
  options: ImportOptions,
): Promise<WithKept> {
  const none = { options, note: undefined, keptId: undefined };
  const fingerprint = options.noSaved === true || options.noHeader === true ? undefined : fingerprintOf(names);
  const kept = fingerprint === undefined ? undefined : await keptMappingFor(store, kind, fingerprint);
  if (kept === undefined) return none;
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
  /** For `openTable`: it asks for what was kept once it knows the names of the columns. */
  readonly options: ImportOptions;
  /** Sentences on what was used, once the table is open. */
  notes(): string[];
  /**
   * Writes down that a mapping was used, and keeps one where that is wanted. Call it once the rows are in.
   * @returns sentences on what was kept
   */
  finish(tally: Pick<Tally, 'rows' | 'refused'>): Promise<string[]>;
}

export function keeping(store: Store, kind: MappingKind, options: ImportOptions, now: Date): Keeping {
  let found: WithKept & { readonly names: readonly string[] } = {
    options,
    note: undefined,
    keptId: undefined,
    names: [],
  };

  async function withKept(names: readonly string[]): Promise<ImportOptions> {
    found = { ...(await withKeptMapping(store, kind, names, options)), names };
    return found.options;
  }

  async function finish({ rows, refused }: Pick<Tally, 'rows' | 'refused'>): Promise<string[]> {
    if (options.dryRun === true) return [];
    if (found.keptId !== undefined) await markMappingUsed(store, found.keptId, now);
    if (options.saveMapping !== true) return [];
    const said = saidIn(found.options);
    const fingerprint = options.noHeader === true ? undefined : fingerprintOf(found.names);
    if (isNothing(said))
      return ['There is no mapping to keep: give --map, --map-value or --date-order along with --save.'];
    if (fingerprint === undefined)
      return ['The mapping isn’t kept: without names of columns no other file could be known to be like this one.'];
    if (rows > 0 && refused.length === rows) return ['The mapping isn’t kept, because every row was refused.'];
    await keepMapping(store, { kind, fingerprint, names: found.names, ...said }, now);
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
