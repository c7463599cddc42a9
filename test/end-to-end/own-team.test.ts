/** The team that works in a CRM, in the page, before anybody installs anything. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startProcess } from '../helpers/process.ts';
import { wordsOf, workspaceAt } from '../helpers/workspace.ts';

const folder = join(import.meta.dirname, '../../../shared/data/crm');
const roster = join(folder, 'sales_teams.csv');
const pipeline = join(folder, 'sales_pipeline.csv');
const isThere = existsSync(roster) && existsSync(pipeline);
const leftOut = isThere ? '' : ' (left out: no folder ../shared/data/crm)';

/** Accounts and products of the open deals that were begun and not closed, as the file has them. */
function openDeals(): { account: string; product: string }[] {
  const [, ...rows] = readFileSync(pipeline, 'utf8').trim().split('\n');
  return rows
    .map((row) => row.split(','))
    .filter((cells) => cells[4] === 'Engaging')
    .map((cells) => ({ product: cells[2] ?? '', account: cells[3] ?? '' }));
}

describe.skipIf(!isThere)(`real data of a CRM${leftOut}`, () => {
  it('gives 6 managers and 35 reps, a lead over them, and each manager a plan that names a real deal without activity', async () => {
    const bot = startProcess(
      [
        'start',
        '--port',
        '0',
        '--no-open',
        '--roster',
        roster,
        '--deals',
        pipeline,
        '--clock',
        '2017-12-18T13:00:00Z',
        '--lead',
        'Sales Director',
      ],
      { CI: 'true' },
    );
    await bot.says('Firstline is ready: http://127.0.0.1:');
    expect(bot.output()).toContain('35 of 35 rows taken');
    expect(bot.output()).toContain('8800 of 8800 rows taken');
    const workspace = workspaceAt(/http:\/\/127\.0\.0\.1:\d+/.exec(bot.output())?.[0] ?? '');
    const { users } = await workspace.state();
    const titled = (title: string) => users.filter((user) => user.title === title);
    expect(titled('Sales manager')).toHaveLength(6);
    expect(titled('Sales lead').map((user) => user.realName)).toEqual(['Sales Director']);
    expect(users.filter((user) => user.title?.startsWith('Sales, '))).toHaveLength(35);

    const deals = openDeals();
    for (const manager of titled('Sales manager')) {
      const state = await workspace.until(`the plan of ${manager.realName}`, manager.id, (now) =>
        wordsOf(now).includes('This week: '),
      );
      const words = wordsOf(state);
      const [, named = ''] = /([^*"\\]*?): no activity since [A-Z]/.exec(words) ?? [];
      expect(deals.some(({ account, product }) => named.includes(product) && named.includes(account))).toBe(true);
    }

    await workspace.moveClock('2017-12-22T15:00:00Z');
    const [director] = titled('Sales lead');
    const digest = await workspace.until('the digest', director?.id ?? '', (now) =>
      wordsOf(now).includes('Where you can help'),
    );
    for (const manager of titled('Sales manager')) expect(wordsOf(digest)).toContain(manager.realName);
  }, 120_000);
});
