/** Deals as the file of somebody who keeps them. */
import type { Chance } from './chance.ts';
import { longId } from './company.ts';
import type { Human, SoldDeal } from './company.ts';
import { dayStyle } from './days.ts';
import { csvOf, workbookOf } from './file.ts';
import type { Cell, Written } from './file.ts';
import { dayCell, layOut, nothing } from './layout.ts';
import type { Column, LaidOut } from './layout.ts';
import type { MoneyStyle } from './money.ts';
import type { DealColumn, PersonColumn, Tongue } from './tongues.ts';
import type { LocalDate } from '../../../src/time/zoned.ts';

export type DealsFile = Written & Omit<LaidOut, 'rows'>;

/** @param known what the people are known by */
export function dealsFile(
  chance: Chance,
  tongue: Tongue,
  encodings: readonly string[],
  company: readonly Human[],
  deals: readonly SoldDeal[],
  money: MoneyStyle,
  known: ReadonlySet<PersonColumn>,
): DealsFile {
  const isWorkbook = chance.percent(15);
  const areNumbers = isWorkbook && chance.percent(60);
  const style = dayStyle(chance, tongue.locale);
  const isLong = chance.percent(50);
  const outcomeIn = chance.pick(['stage', 'stage', 'status', 'status and stage', 'flags and stage'] as const);
  const hasParts = company.every(({ first }) => first !== '') && tongue.locale !== 'ja-JP';
  const ownerBy = chance.pick([
    'name',
    hasParts ? 'last, first' : 'name',
    known.has('email') ? 'email' : 'name',
    known.has('id') ? 'id' : 'name',
  ] as const);
  const column = (of: DealColumn, field: string, cell: (deal: SoldDeal) => Cell): Column<SoldDeal> => ({
    name: chance.pick(tongue.deals[of]),
    field,
    cell,
  });
  const ownerOf = ({ owner }: SoldDeal): string => {
    const human = owner === null ? undefined : company[owner];
    // An empty cell is refused: it may be that the export left the owner out.
    if (human === undefined) return chance.pick(tongue.nobody);
    const ways = {
      name: human.name,
      'last, first': `${human.last}, ${human.first}`,
      email: human.email,
      id: isLong ? human.id : longId(human.id),
    };
    return ways[ownerBy];
  };
  const amountOf = ({ amount, currency }: SoldDeal): Cell => {
    if (amount === null) return nothing(chance, tongue.blanks);
    return isWorkbook && money.currencyIn !== 'cell' ? { number: amount } : money.write(amount, currency);
  };
  const day = (of: DealColumn, field: string, value: (deal: SoldDeal) => LocalDate | null) =>
    column(of, field, (deal) => {
      const said = value(deal);
      return said === null ? nothing(chance, tongue.blanks) : dayCell(said, style, areNumbers);
    });

  const amount = column('amount', 'amount', amountOf);
  const [code = 'EUR'] = money.currencies;
  const columns: Column<SoldDeal>[] = [
    column('id', 'id', ({ id }) => (isLong ? longId(id) : id)),
    column('name', 'name', ({ name }) => name),
    column('owner', 'owner', ownerOf),
    money.currencyIn === 'name'
      ? {
          ...amount,
          name: chance.pick([`${amount.name} (${code})`, `${amount.name} ${code}`, `${amount.name} in ${code}`]),
        }
      : amount,
    day('opened', 'opened_on', ({ opened }) => opened),
    day('activity', 'last_activity_on', ({ activity }) => activity),
    day('close', 'close_on', ({ close }) => close),
  ];
  if (money.currencyIn === 'column') columns.push(column('currency', 'currency', ({ currency }) => currency));
  if (chance.percent(70)) columns.push(column('customer', 'account', ({ customer }) => customer));
  const { stages, statuses, flags } = tongue;
  if (outcomeIn.endsWith('stage'))
    columns.push(
      column('stage', 'stage', ({ status }) => chance.pick(outcomeIn === 'stage' ? stages[status] : stages.open)),
    );
  if (outcomeIn.startsWith('status'))
    columns.push(column('status', 'status', ({ status }) => chance.pick(statuses[status])));
  if (outcomeIn === 'flags and stage') {
    const [yes, no] = chance.pick(flags.yesNo);
    columns.push(
      { name: chance.pick(flags.won), field: 'is_won', cell: ({ status }) => (status === 'won' ? yes : no) },
      { name: chance.pick(flags.closed), field: 'is_closed', cell: ({ status }) => (status === 'open' ? no : yes) },
    );
  }
  for (const name of chance.shuffled(tongue.dealExtras).slice(0, chance.below(3)))
    columns.push({ name, field: null, cell: () => (chance.percent(20) ? '' : chance.pick(['x', 'ok', '40', 'A2'])) });

  const laidOut = layOut(chance, tongue, columns, deals, (order) => {
    const at = order.findIndex(({ field }) => field === 'amount');
    const sum = deals.reduce((all, deal) => all + Math.round((deal.amount ?? 0) * 100), 0) / 100;
    if (at === 0 || new Set(deals.map(({ currency }) => currency)).size > 1) return undefined;
    const written = isWorkbook && money.currencyIn !== 'cell' ? { number: sum } : money.write(sum, code);
    return order.map((_, place) => (place === 0 ? chance.pick(tongue.total) : place === at ? written : ''));
  });
  const { bytes, how } = isWorkbook ? workbookOf(laidOut.rows) : csvOf(chance, laidOut.rows, encodings);
  return {
    bytes,
    how: `${tongue.locale} ${how}, ${areNumbers ? 'days as numbers' : style('2026-03-25')}, ${money.write(1_234_567.5, code)} (currency ${money.currencyIn}), owners by ${ownerBy}, ends by ${outcomeIn}`,
    linesAbove: laidOut.linesAbove,
    totals: laidOut.totals,
    unread: laidOut.unread,
    columns: laidOut.columns,
  };
}
