/** A signed request that somebody caught, and sends to another instance than the one that it was for. */
import { expect, test } from 'vitest';
import { startBot } from '../helpers/bot.ts';
import { slackIdOf } from '../helpers/people.ts';
import { freshOnServer, hasServer } from '../helpers/place.ts';
import { postsTo } from '../helpers/posts.ts';
import { freePort } from '../helpers/free-port.ts';
import { commandBody, sendSigned } from '../helpers/requests.ts';
import { openSandbox, testClock } from '../helpers/sandbox.ts';

test.skipIf(!hasServer)(
  'a request is answered by one of two instances, and replayed to the other does nothing',
  async () => {
    const clock = testClock();
    const [sandbox, databasePath] = [await openSandbox({ clock }), await freshOnServer()];
    const [port, other] = [await freePort(), await freePort()];
    for (const httpPort of [port, other]) await startBot({ sandbox, clock, databasePath, httpPort });
    const dana = slackIdOf('dana');
    // Answers come as messages, as this place for answers is gone.
    const answers = () => postsTo(sandbox, dana);
    const at = Math.floor(Date.now() / 1000);
    const request = { body: commandBody('/firstline', 'help', dana), at };
    await sendSigned(port, request);
    await sandbox.until('an answer', () => answers().length === 1, 10_000);
    const help = answers()[0];
    for (const to of [other, port]) expect((await sendSigned(to, request)).status).toBe(200);
    // Once what came after it is answered, the replayed one would have been, too.
    for (const to of [other, port]) {
      const before = answers().filter((text) => text !== help).length;
      await sendSigned(to, { body: commandBody('/firstline', 'what now', dana, { trigger_id: `1.2.${to}` }), at });
      await sandbox.until('its answer', () => answers().filter((text) => text !== help).length > before, 10_000);
    }
    expect(answers().filter((text) => text === help)).toHaveLength(1);
  },
);
