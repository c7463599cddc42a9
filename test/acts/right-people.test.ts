/** Whatever happens to names, addresses and accounts, and whatever of it the bot hears: nobody is made two, or gets what is another's. */
import { fc } from '../helpers/fast-check.ts';
import { test } from 'vitest';
import { followReportingLines } from '../../src/acts/follow-reporting-lines.ts';
import { expectNobodyAlone } from '../helpers/nobody-alone.ts';
import { commandsAtWork } from '../helpers/right-people-at-work.ts';
import { checkWorld, openWorld, slackCommands } from '../helpers/right-people.ts';
import type { Command } from '../helpers/right-people.ts';

const runs = 60;

/** What happens in Slack. */
const commands: readonly fc.Arbitrary<Command>[] = [...slackCommands];

const story = fc.array(fc.oneof(...commands), { minLength: 5, maxLength: 40, size: 'max' });

test('no story makes two records of one person or one of two, or gives a right that neither Slack nor a confirmation gives', async () => {
  await fc.assert(
    fc.asyncProperty(story, async (told) => {
      const world = await openWorld();
      try {
        for (const command of told) {
          await command.run(world);
          await checkWorld(world);
        }
      } finally {
        await world.close();
      }
    }),
    { numRuns: runs, seed: 20_261_123 },
  );
}, 60_000);

const everything: readonly fc.Arbitrary<Command>[] = [...slackCommands, ...commandsAtWork];

test('nor does one with rosters, claims, asks and departures, or leave an ask without a living owner', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(...everything), { minLength: 5, maxLength: 40, size: 'max' }), async (told) => {
      const world = await openWorld();
      try {
        for (const command of told) {
          await command.run(world);
          await checkWorld(world);
        }
        const { context } = world;
        await followReportingLines(context, context.store, 'everybody', null, context.clock());
        await expectNobodyAlone(context.store);
      } finally {
        await world.close();
      }
    }),
    { numRuns: Number(process.env['STORIES'] ?? runs), seed: 20_261_127 },
  );
}, 600_000);
