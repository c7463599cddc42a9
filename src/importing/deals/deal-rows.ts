import type { DealStatus } from '../../behaviours/facts.ts';
import { UserError } from '../../errors.ts';
import type { ImportedDeal } from '../../store/deals.ts';
import { readAmount, readCurrency } from '../values/amounts.ts';
import type { Cells } from '../reading/cells.ts';
import type { DealField } from '../columns/columns.ts';
import { readDate } from '../values/dates.ts';
import type { DateOrders } from '../values/dates.ts';

/** A row of a deals file, read. */
export interface DealRow {
  readonly line: number;
  readonly deal: ImportedDeal;
}

/** The fields that hold days. */
export const dateFields = ['opened_on', 'last_activity_on', 'close_on', 'closed_on'] as const satisfies DealField[];

/**
 * @param ownerOf the id of an owner, who must be on record
 * @param orders how the columns of days are written, where their other rows tell
 * @throws UserError with what is wrong in the row
 */
export function readDeal(
  cells: Cells<DealField>,
  line: number,
  ownerOf: (owner: string) => number,
  orders?: DateOrders,
): DealRow {
  const externalId = needed(cells, 'id');
  const ownerId = ownerOf(needed(cells, 'owner'));
  const stage = cells('stage') || cells('status');
  if (stage === '') throw new UserError('There is neither a stage nor a status. Fill one in.');
  const status = statusOf(cells('status'), cells('stage'));
  const account = cells('account') || null;
  const openedOn = readDate(cells('opened_on'), 'opened_on', orders);
  const expectedOn = readDate(cells('close_on'), 'close_on', orders);
  const closedOn = readDate(cells('closed_on'), 'closed_on', orders);
  const closeOn = status === 'open' ? (expectedOn ?? closedOn) : (closedOn ?? expectedOn);
  const lastActivityOn =
    readDate(cells('last_activity_on'), 'last_activity_on', orders) ??
    (status === 'open' ? openedOn : (closeOn ?? openedOn));
  return {
    line,
    deal: {
      externalId,
      name: cells('name') || [account, cells('product')].filter(Boolean).join(' – ') || externalId,
      account,
      ownerId,
      stage,
      ...readMoney(cells),
      openedOn,
      lastActivityOn,
      closeOn,
      status,
    },
  };
}

function needed(cells: Cells<DealField>, field: DealField): string {
  const cell = cells(field);
  if (cell === '') throw new UserError(`There is no ${field}. Fill it in, or leave the row out.`);
  return cell;
}

/** `$` and `¥` are the signs of several currencies: a column may say which. */
const sharedSigns = /^[^\p{L}]*[$¥]/u;

function readMoney(cells: Cells<DealField>): Pick<ImportedDeal, 'amount' | 'currency'> {
  const text = cells('amount');
  const { amount, currency: beside } = readAmount(text, 'amount');
  const named = readCurrency(cells('currency'), 'currency');
  if (named !== null && beside !== null && named !== beside && !sharedSigns.test(text))
    throw new UserError(`amount “${text}” is in ${beside}, and currency says ${named}. Correct one of the two.`);
  return { amount, currency: named ?? beside };
}

/** Also as HubSpot writes its stages inside. */
const wonWords = new Set(['won', 'closedwon']);
const lostWords = new Set(['lost', 'closedlost', 'disqualified', 'abandoned', 'cancelled', 'canceled', 'rejected']);

/** The status column decides, then the stage; what neither calls won or lost is open. */
function statusOf(status: string, stage: string): DealStatus {
  const outcome = outcomeOf(status) ?? outcomeOf(stage);
  const vague = [status, stage].find((text) => text.toLowerCase() === 'closed');
  if (outcome === undefined && vague !== undefined)
    throw new UserError(`“${vague}” says neither won nor lost. Write Won or Lost.`);
  return outcome ?? 'open';
}

/** Undefined where the words say nothing of how it ended. */
function outcomeOf(text: string): DealStatus | undefined {
  const words = text.toLowerCase().split(/[^\p{L}]+/u);
  if (words.some((word) => wonWords.has(word))) return 'won';
  if (words.some((word) => lostWords.has(word))) return 'lost';
  return words.includes('open') ? 'open' : undefined;
}
