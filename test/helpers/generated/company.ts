/** A small company as it really is: what a file of it must come to. */
import { addDays } from '../../../src/time/zoned.ts';
import type { LocalDate } from '../../../src/time/zoned.ts';
import type { Chance } from './chance.ts';

export interface Human {
  readonly number: number;
  /** As they are called in full. */
  readonly name: string;
  /** '' where the name isn’t written in two parts. */
  readonly first: string;
  readonly last: string;
  readonly id: string;
  readonly email: string;
  readonly account: string;
  /** By their number in the company. */
  readonly manager: number | null;
  readonly started: LocalDate | null;
  /** Past of those who have left, to come of those who will; null of nearly all. */
  readonly lastDay: LocalDate | null;
  readonly zone: string | null;
  readonly country: string | null;
}

export interface SoldDeal {
  readonly id: string;
  readonly name: string;
  readonly customer: string;
  readonly owner: number | null;
  readonly status: 'open' | 'won' | 'lost';
  readonly amount: number | null;
  readonly currency: string;
  readonly opened: LocalDate;
  readonly activity: LocalDate | null;
  readonly close: LocalDate;
}

/** The day on which the files come in. */
const today: LocalDate = '2026-11-23';

const zones = ['Europe/Berlin', 'Europe/London', 'America/New_York', 'Asia/Tokyo', 'America/Sao_Paulo'];
const countries = ['DE', 'GB', 'US', 'FR', 'ES', 'BR', 'IT', 'NL', 'PL', 'SE', 'JP', 'CH', 'IN'];

/**
 * The first is at the top; the next two or three lead others.
 * @param called first and last names, the first in the order in which they are wanted
 * @param isFamilyFirst as in Japanese
 */
export function companyOf(
  chance: Chance,
  called: readonly (readonly [string, string])[],
  isFamilyFirst: boolean,
): Human[] {
  const size = chance.between(8, Math.min(20, called.length));
  const leading = chance.between(2, 3);
  const idStyle = chance.pick([
    (n: number) => String(1000 + n * 7),
    (n: number) => `E-${100 + n}`,
    (n: number) => `00${40 + n}`,
    (n: number) => `0055g00000B${n < 10 ? 'x' : 'X'}${n % 10}Qz`,
  ]);
  return called.slice(0, size).map(([first, last], number) => {
    const isLeaver = number > leading + 2 && chance.percent(12);
    const willLeave = !isLeaver && number > 0 && chance.percent(10);
    return {
      number,
      name: (isFamilyFirst ? [last, first] : [first, last]).filter((part) => part !== '').join(' '),
      first,
      last,
      id: idStyle(number),
      email: `${plain(first, 'p')}.${plain(last, `x${number}`)}${number}@nordwind.example`,
      account: `${plain(first, 'q').slice(0, 1)}${plain(last, 'user').slice(0, 6)}${number}`,
      manager: number === 0 ? null : number <= leading ? 0 : chance.between(1, leading),
      // The first one's day can be no month: in a file in which every day could be one, nothing tells the order.
      started: number === 0 ? '2011-03-24' : chance.percent(90) ? dayBetween(chance, '2015-01-01', '2026-10-30') : null,
      lastDay: isLeaver
        ? dayBetween(chance, '2025-02-01', '2026-11-01')
        : willLeave
          ? dayBetween(chance, '2026-12-01', '2027-06-30')
          : null,
      zone: chance.percent(90) ? chance.pick(zones) : null,
      country: chance.percent(90) ? chance.pick(countries) : null,
    };
  });
}

/** Deals of those who are there; the first one's days can be no months. */
export function dealsOf(
  chance: Chance,
  company: readonly Human[],
  customers: readonly string[],
  money: { readonly currencies: readonly string[]; readonly hasCents: boolean },
): SoldDeal[] {
  const owners = company.filter((human) => !hasLeft(human));
  const idStyle = chance.pick([
    (n: number) => `D-${n}`,
    (n: number) => String(90_000 + n),
    (n: number) => `0065g00000A${String(100 + n)}b`,
    (n: number) => `OPP/2026/${n}`,
    // As long as one of Salesforce’s, and none.
    (n: number) => `PIPE2026SOUTH${10 + n}xyz`,
  ]);
  return Array.from({ length: chance.between(12, 40) }, (_, number) => {
    const customer = chance.pick(customers);
    const opened = number === 0 ? '2026-02-17' : dayBetween(chance, '2025-01-05', '2026-09-30');
    const status = chance.pick(['open', 'open', 'open', 'won', 'lost'] as const);
    const size = chance.pick([100, 5_000, 90_000, 3_000_000]);
    const whole = chance.between(size / 10, size);
    return {
      id: idStyle(number + 1),
      name: `${customer} ${number + 1}`,
      customer,
      owner: chance.percent(5) ? null : chance.pick(owners).number,
      status,
      amount: chance.percent(8) ? null : money.hasCents ? whole + chance.between(0, 99) / 100 : whole,
      currency: chance.pick(money.currencies),
      opened,
      activity: chance.percent(10) ? null : addDays(opened, chance.between(1, 50)),
      close: addDays(opened, chance.between(60, 300)),
    };
  });
}

export function hasLeft({ lastDay }: Human): boolean {
  return lastDay !== null && lastDay < today;
}

function dayBetween(chance: Chance, from: LocalDate, to: LocalDate): LocalDate {
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
  return addDays(from, chance.between(0, days));
}

/** A Salesforce id of 15 characters as its API gives it: with three that say which letters are large. Others stay. */
export function longId(id: string): string {
  if (!/^00[0-9A-Za-z]{13}$/.test(id)) return id;
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';
  const check = [0, 5, 10].map((from) =>
    Array.from(id.slice(from, from + 5)).reduce((sum, letter, at) => sum + (/[A-Z]/.test(letter) ? 2 ** at : 0), 0),
  );
  return id + check.map((sum) => letters[sum]).join('');
}

/** In letters that an address may have. */
function plain(name: string, otherwise: string): string {
  const letters = name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]/g, '');
  return letters === '' ? otherwise : letters;
}
