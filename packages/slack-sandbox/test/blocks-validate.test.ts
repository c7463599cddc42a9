/** https://docs.slack.dev/reference/methods/blocks.validate */
import { expect, test } from 'vitest';
import { expectRefusal } from './support/refusal.ts';
import { clientFor, startWorkspace } from './support/workspace.ts';

const section = (text: string) => ({ type: 'section', text: { type: 'plain_text', text } }) as const;
const [said, empty] = [section('Tea?'), section('')];

test('what Slack takes is answered with ok, and nothing comes of it', async () => {
  const sandbox = await startWorkspace();
  const { blocks } = clientFor(sandbox);
  expect(await blocks.validate({ blocks: [said] })).toMatchObject({ ok: true });
  expect(await blocks.validate({ message: { blocks: [said] } })).toMatchObject({ ok: true });
  expect(await blocks.validate({ view: { type: 'home', blocks: [said] } })).toMatchObject({ ok: true });
  expect(sandbox.as('U1').messages()).toEqual([]);
  expect(sandbox.as('U1').home()).toBeUndefined();
});

test('what it refuses is named by what was given, with the place', async () => {
  const { blocks } = clientFor(await startWorkspace());
  const errorsOf = async (given: Parameters<typeof blocks.validate>[0]) =>
    blocks.validate(given).then(
      () => undefined,
      (error: { data?: unknown }) => error.data,
    );
  expect(await errorsOf({ blocks: [empty] })).toMatchObject({
    error: 'invalid_blocks',
    errors: [{ pointer: '/0/text/text' }],
  });
  expect(await errorsOf({ message: { blocks: [said, empty] } })).toMatchObject({
    error: 'invalid_message',
    errors: [{ pointer: '/blocks/1/text/text' }],
  });
  expect(await errorsOf({ view: { type: 'home', blocks: [empty] } })).toMatchObject({
    error: 'invalid_view',
    errors: [{ pointer: '/blocks/0/text/text' }],
  });
});

test('exactly one thing is asked about', async () => {
  const { blocks } = clientFor(await startWorkspace());
  await expectRefusal(blocks.validate({}), 'invalid_arguments');
  await expectRefusal(blocks.validate({ blocks: [said], message: { blocks: [said] } }), 'invalid_arguments');
});
