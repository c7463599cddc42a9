import type { CellObject, WorkBook } from '@e965/xlsx';
import { UserError } from '../../../errors.ts';

interface Listed {
  readonly name: string;
  readonly index: number;
  readonly isHidden: boolean;
  readonly isFilled: boolean;
}

/**
 * Which sheet to read, and a note where there are others with something in them.
 * @param named its name, or its number among those that can be seen
 * @throws UserError for one that isn't there, with those that are
 */
export function chooseSheet(overview: WorkBook, named?: string): { index: number; notes: string[] } {
  const sheets = listed(overview);
  const visible = sheets.filter((sheet) => !sheet.isHidden);
  const chosen =
    named === undefined
      ? (visible.find((sheet) => sheet.isFilled) ?? visible[0] ?? sheets[0])
      : (find(sheets, named) ?? visible[/^\d{1,4}$/.test(named.trim()) ? Number(named) - 1 : -1]);
  if (chosen === undefined)
    throw new UserError(
      named === undefined
        ? 'The workbook has no sheet with cells. Check the file, and import it again.'
        : `There is no sheet “${named}”. The sheets are: ${listOf(sheets)}. Give the name or the number of one.`,
      named === undefined ? {} : { typed: named },
    );
  const others = sheets.filter((sheet) => sheet.isFilled && sheet.index !== chosen.index);
  const notes =
    named !== undefined || others.length === 0
      ? []
      : [`Read the sheet “${chosen.name}”. Not read: ${listOf(others)}. Name another with --sheet.`];
  return { index: chosen.index, notes };
}

function listed({ SheetNames, Sheets, Workbook }: WorkBook): Listed[] {
  return SheetNames.map((name, index) => {
    const sheet = Object.hasOwn(Sheets, name) ? Sheets[name] : undefined;
    const rows = (sheet?.['!data'] ?? []) as readonly (readonly (CellObject | undefined)[] | undefined)[];
    const isFilled = rows.some((row) => row?.some((cell) => cell?.v !== undefined && cell.v !== ''));
    return { name, index, isHidden: (Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0, isFilled };
  });
}

function find(sheets: readonly Listed[], named: string): Listed | undefined {
  const wanted = named.trim().toLowerCase();
  return sheets.find(({ name }) => name === named) ?? sheets.find(({ name }) => name.trim().toLowerCase() === wanted);
}

function listOf(sheets: readonly Listed[]): string {
  const shown = sheets.slice(0, 20).map(({ name, isHidden }) => `“${name}”${isHidden ? ' (hidden)' : ''}`);
  return shown.join(', ') + (sheets.length > 20 ? `, and ${sheets.length - 20} more` : '');
}
