/** How a deal ended, by the words of its row: won, lost, or open still. */
import type { DealStatus } from '../../behaviours/facts.ts';
import { UserError } from '../../errors.ts';
import { comparableName } from '../../leading/full-name.ts';
import type { DealField } from '../columns/columns.ts';
import type { Cells } from '../reading/cells.ts';
import { isBlankWord } from '../values/blanks.ts';
import { isCommonStage, isVagueEnd, outcomeOf, readFlag } from '../values/outcomes.ts';

export interface OutcomeReader {
  /** @throws UserError where there is neither stage nor status, or they say that it ended and not how */
  read(cells: Cells<DealField>): { readonly stage: string; readonly status: DealStatus };
  /** Stages that were read as open although nothing says so, with how many rows each. */
  readonly unknownStages: ReadonlyMap<string, number>;
}

/**
 * What whoever imports the file says of its words goes first, then flags, then the words of the status, then those of the stage; what
 * none of them calls won or lost is open.
 * @param valueMapping `words=won`, `words=lost`, `words=open`
 * @throws UserError for a mapping that maps nothing
 */
export function outcomeReader(valueMapping: readonly string[] = []): OutcomeReader {
  const said = readValueMapping(valueMapping);
  const unknownStages = new Map<string, number>();
  const saidOf = (text: string): DealStatus | undefined => (text === '' ? undefined : said.get(comparableName(text)));

  /** A file has few words for stages and statuses, again and again. */
  const decided = new Map<string, Decided>();

  function decide(stageCell: string, statusCell: string, cells: Cells<DealField>): Decided {
    const stage = stageCell || statusCell;
    const byFlags = outcomeOfFlags(cells);
    if (stage === '') {
      if (byFlags === undefined) throw new UserError('There is neither a stage nor a status. Fill one in.');
      return { stage: byFlags, status: byFlags, isUnknown: false };
    }
    const byMapping = saidOf(statusCell) ?? saidOf(stageCell);
    const outcome = byMapping ?? byFlags ?? outcomeOf(statusCell) ?? outcomeOf(stageCell);
    if (outcome !== undefined) return { stage, status: outcome, isUnknown: false };
    const vague = [statusCell, stageCell].find((text) => isVagueEnd(text));
    if (vague !== undefined)
      throw new UserError(
        `“${vague}” says neither won nor lost. Write Won or Lost, or say what it means: --map-value "${vague}=lost".`,
      );
    return { stage, status: 'open', isUnknown: !isCommonStage(stage) };
  }

  return {
    unknownStages,
    read(cells) {
      const key = `${cells('stage')}\n${cells('status')}\n${cells('is_won')}\n${cells('is_closed')}`;
      const before = decided.get(key);
      const known = before ?? decide(filled(cells('stage')), filled(cells('status')), cells);
      if (before === undefined) decided.set(key, known);
      const { stage, status, isUnknown } = known;
      if (isUnknown) unknownStages.set(stage, (unknownStages.get(stage) ?? 0) + 1);
      return { stage, status };
    },
  };
}

interface Decided {
  readonly stage: string;
  readonly status: DealStatus;
  readonly isUnknown: boolean;
}

/** Salesforce has two flags, others one or the other. */
function outcomeOfFlags(cells: Cells<DealField>): DealStatus | undefined {
  const isWon = readFlag(cells('is_won'));
  const isClosed = readFlag(cells('is_closed'));
  if (isWon === true) return 'won';
  if (isClosed === false) return 'open';
  return isClosed === true && isWon === false ? 'lost' : undefined;
}

function filled(text: string): string {
  return isBlankWord(text) ? '' : text;
}

const outcomes: readonly DealStatus[] = ['won', 'lost', 'open'];

function readValueMapping(entries: readonly string[]): Map<string, DealStatus> {
  const said = new Map<string, DealStatus>();
  for (const entry of entries) {
    const separator = entry.lastIndexOf('=');
    const words = entry.slice(0, Math.max(separator, 0)).trim();
    const meant = outcomes.find(
      (one) =>
        one ===
        entry
          .slice(separator + 1)
          .trim()
          .toLowerCase(),
    );
    if (words === '' || meant === undefined)
      throw new UserError(
        `“${entry}” says nothing. Write what words of the file mean as words=won, words=lost or words=open, e.g. --map-value "Cerrado perdido=lost".`,
        { typed: entry },
      );
    said.set(comparableName(words), meant);
  }
  return said;
}
