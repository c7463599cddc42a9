import { UserError } from '../../errors.ts';
import type { ImportedDeal } from '../../store/deals.ts';
import type { LocalDate } from '../../time/zoned.ts';
import type { DealField } from '../columns/columns.ts';
import type { Cells } from '../reading/cells.ts';
import { readCurrency, readMoney } from '../values/amounts.ts';
import type { AmountStyle } from '../values/amounts.ts';
import { emptinessOf, isBlankWord } from '../values/blanks.ts';
import { readDate } from '../values/dates.ts';
import type { DateOrders } from '../values/dates.ts';
import { isShortenedNumber, sameId } from '../values/ids.ts';
import type { OutcomeReader } from './deal-outcomes.ts';

/** A row of a deals file, read. */
export interface DealRow {
  readonly line: number;
  readonly deal: ImportedDeal;
  /** Fields whose cell can't be read: what is on record of them stays. */
  readonly unreadable: readonly DealField[];
}

/** The fields that hold days. */
export const dateFields = ['opened_on', 'last_activity_on', 'close_on', 'closed_on'] as const satisfies DealField[];

export interface DealReading {
  /** The id of the owner, who must be on record; null where the cells say that there is none. */
  ownerOf(cells: Cells<DealField>): number | null;
  readonly outcomes: OutcomeReader;
  /** How the columns of days are written, where their other rows tell. */
  readonly orders?: DateOrders;
  /** How the column of amounts is written, where its other rows tell. */
  readonly amounts?: { readonly style?: AmountStyle };
  /** ISO 4217, of amounts without a sign or code, where the name of their column says it. */
  readonly currency: string | null;
  /** Called for a cell that can't be read, and that the row can do without. */
  leaveBlank(line: number, field: DealField, reason: string): void;
}

/** @throws UserError with what is wrong in the row */
export function readDeal(cells: Cells<DealField>, line: number, reading: DealReading): DealRow {
  const unreadable: DealField[] = [];
  function optional<T>(field: DealField, read: (text: string) => T): T | null {
    const text = cells(field);
    if (text === '') return null;
    const emptiness = emptinessOf(text);
    if (emptiness === 'pending') reading.leaveBlank(line, field, `${field} “${text}” isn’t known yet.`);
    if (emptiness !== undefined) return null;
    try {
      return read(text);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      unreadable.push(field);
      reading.leaveBlank(line, field, error.message);
      return null;
    }
  }
  const day = (field: DealField): LocalDate | null => optional(field, (text) => readDate(text, field, reading.orders));
  const id = needed(cells, 'id');
  if (isShortenedNumber(id))
    throw new UserError(
      `The id “${id}” was shortened by a spreadsheet. Export again, and don’t save the file in Excel.`,
    );
  const externalId = sameId(id);
  const ownerId = reading.ownerOf(cells);
  const { stage, status } = reading.outcomes.read(cells);
  const account = optional('account', (text) => text);
  const openedOn = day('opened_on');
  const expectedOn = day('close_on');
  const closeOn = status === 'open' ? expectedOn : (day('closed_on') ?? expectedOn);
  const lastActivityOn = day('last_activity_on') ?? (status === 'open' ? openedOn : (closeOn ?? openedOn));
  return {
    line,
    deal: {
      externalId,
      name: cells('name') || [account, cells('product')].filter(Boolean).join(' – ') || externalId,
      account,
      ownerId,
      stage,
      ...moneyOf(optional, reading),
      openedOn,
      lastActivityOn,
      closeOn,
      status,
    },
    unreadable,
  };
}

function needed(cells: Cells<DealField>, field: DealField): string {
  const cell = cells(field);
  if (cell === '' || isBlankWord(cell)) throw new UserError(`There is no ${field}. Fill it in, or leave the row out.`);
  return cell;
}

type Optional = <T>(field: DealField, read: (text: string) => T) => T | null;

/** A sign that several currencies share means the one that the row or the column names. */
function moneyOf(optional: Optional, { currency, amounts }: DealReading): Pick<ImportedDeal, 'amount' | 'currency'> {
  const named = optional('currency', (text) => readCurrency(text, 'currency'));
  const read = optional('amount', (text) => readMoney(text, 'amount', named ?? currency, amounts?.style));
  return read === null || read.amount === null ? { amount: null, currency: named } : read;
}
