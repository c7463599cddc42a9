import { expect, test } from 'vitest';
import type { Behaviour } from '../../src/behaviours/behaviour.ts';
import { behaviours } from '../../src/behaviours/index.ts';
import { startBot } from '../helpers/bot.ts';
import { slackIdOf } from '../helpers/people.ts';
import { openSandbox, testClock } from '../helpers/sandbox.ts';

/** All that a new behaviour is: what one file in src/behaviours would hold. */
const walkTogether: Behaviour = {
  id: 'walk-together',
  name: 'Walk together',
  noun: { one: 'walk together', many: 'walks together' },
  act: 'Go for a walk with the rep.',
  subject: 'time-with-them',
  essays: ['002'],
  nudges: 'manager',
  about: 'rep',
  cadence: 'every week',
  importance: 100,
  isCoaching: false,
  settings: [{ key: 'rhythmDays', label: 'Days between walks', unit: 'days', initial: 7, minimum: 1, maximum: 60 }],
  rule: 'A walk is due every week.',
  asLogged: 'Walk together',
  isLoggedByHand: true,
  forRep: { heading: 'Walk with {name}', noun: { one: 'walk', many: 'walks' }, counts: 'always' },
  form: [{ kind: 'text', id: 'whereTo', label: 'Where did you walk?', reader: 'author' }],
  usualMinutes: 20,
  followUp: 'Did you walk with {name}?',
  due: (team) =>
    team.reps
      .filter((facts) => !facts.interactions.some((interaction) => interaction.behaviour === 'walk-together'))
      .map((facts) => ({
        behaviour: 'walk-together',
        repId: facts.rep.id,
        dealId: null,
        askId: null,
        item: null,
        evidence: {
          sentence: 'No walk yet.',
          record: null,
          elapsed: 7,
          rhythm: 7,
          dueSince: facts.reportsSince,
        },
        words: {
          headline: `Walk with ${facts.rep.name}`,
          act: 'Once around the block.',
          openingLine: '“Coffee to go?”',
        },
        urgent: false,
        weight: 1,
        prefill: {},
      })),
};

/** How a row of Home begins once there was a walk. */
function walked(name: string): string {
  return `*${name}* · talked today`;
}

test('a behaviour that is only described gets its nudge and form, its row in Home, and its place in recap and digest', async () => {
  const clock = testClock();
  const sandbox = await openSandbox({ clock });
  const bot = await startBot({ sandbox, clock, behaviours: [...behaviours, walkTogether] });
  const manager = sandbox.as(slackIdOf('dana'));
  await manager.openHome();
  const rows = (): number => JSON.stringify(manager.home() ?? {}).split('next: walk together').length - 1;
  await sandbox.until('the Home rows of three people', () => rows() === 3);

  clock.moveTo(new Date('2026-11-23T09:00:30Z'));
  await bot.tick();
  const plan = await sandbox.until('the plan', () => manager.messages().find(({ text }) => text.includes('Walk with')));
  const [, whom = '', blockId = ''] =
    /\*Walk with ([^*]+)\*.*?"block_id":"(nudge-\d+)"/u.exec(JSON.stringify(plan.blocks)) ?? [];
  await manager.press({ label: 'Done', messageTs: plan.ts, blockId });
  const form = await sandbox.until('the form', () => manager.modal());
  expect(JSON.stringify(form.blocks)).toContain('Where did you walk?');
  manager.fill({ whereTo: 'Along the river' });
  expect(await manager.submit()).toEqual({});
  await sandbox.until('Home to say that they walked', () => JSON.stringify(manager.home()).includes(walked(whom)));
  expect(JSON.stringify(manager.home())).not.toContain(`${walked(whom)} · next: walk together`);

  clock.moveTo(new Date('2026-11-27T15:30:00Z'));
  await bot.tick();
  const lead = sandbox.as(slackIdOf('lee'));
  const digest = await sandbox.until('the digest', () =>
    lead.messages().find(({ text }) => text.startsWith('Week ending Fri, Nov 27')),
  );
  expect(JSON.stringify(digest.blocks)).toContain(`Seen again: ${whom}.`);
  expect(JSON.stringify(digest.blocks)).toContain('*Dana Osei* · time with 1 of 3 people');
  const recap = await sandbox.until('the recap', () =>
    manager.messages().find(({ blocks }) => JSON.stringify(blocks).includes('Your week with your people')),
  );
  expect(JSON.stringify(recap.blocks)).toContain(`*${whom}:* walk together (Mon)`);
});
