/** What an administrator brings in: who reports to whom, and deals. */
import { importDeals } from '../../src/importing/deals/deals.ts';
import { importRoster } from '../../src/importing/roster/roster.ts';
import { csv } from '../helpers/imports.ts';
import { people } from '../helpers/people.ts';
import type { PersonKey } from '../helpers/people.ts';
import type { Ledger } from './ledger.ts';
import { pick } from './roll.ts';
import type { Roll } from './roll.ts';
import type { World } from './world.ts';

const emailOf = (key: PersonKey): string => `${key}@example.com`;
const reps = people.filter(({ manager }) => manager === 'dana' || manager === 'marco');

/** One or two reps go to another manager. Whoever leads them from now on reads what they ask. */
export async function bringInRoster({ bot, clock }: World, roll: Roll, ledger: Ledger): Promise<void> {
  const rows = Array.from({ length: 1 + roll(2) }, () => ({
    rep: pick(roll, reps),
    manager: pick(roll, ['dana', 'marco'] as const),
  }));
  for (const { rep, manager } of rows) ledger.mayLead(rep.key, manager);
  const lines = rows.map(({ rep, manager }) => `${rep.name},${emailOf(rep.key)},${emailOf(manager)}`);
  await importRoster(bot.store, csv('name,email,manager email', ...lines), {}, clock.now());
}

const stages = ['Discovery', 'Proposal', 'Negotiation', 'Closed Won', 'Closed Lost'];

export async function bringInDeals({ bot, clock }: World, roll: Roll): Promise<void> {
  const lines = Array.from({ length: 1 + roll(6) }, () =>
    [
      `D${roll(12)}`,
      `Deal ${roll(99)}`,
      emailOf(pick(roll, reps).key),
      pick(roll, stages),
      `${1 + roll(90)}000`,
      `2026-12-${10 + roll(18)}`,
    ].join(','),
  );
  await importDeals(bot.store, csv('id,name,owner,stage,amount,close date', ...lines), {}, clock.now());
}
