/** What may be said of mappings that are kept, of any file that is imported. */
import type { Command } from 'commander';
import type { ImportOptions } from '../importing/report.ts';

export interface GivenMappingOptions {
  readonly save?: boolean;
  /** False where --no-saved was given. */
  readonly saved?: boolean;
}

export function mappingOptions(command: Command): Command {
  return command
    .option('--save', 'keep what is said here for files with the same columns (see firstline mappings)')
    .option('--no-saved', 'leave out what was kept for files with the same columns');
}

export function readMappingOptions({
  save,
  saved,
}: GivenMappingOptions): Pick<ImportOptions, 'saveMapping' | 'noSaved'> {
  return { saveMapping: save === true, noSaved: saved === false };
}
