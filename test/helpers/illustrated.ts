/** A kind of message that has a picture and is only known to tests. */
import { section } from '../../src/slack/kit/blocks.ts';
import type { Picture } from '../../src/pictures/picture.ts';
import { messageKinds } from '../../src/slack/messages/index.ts';
import type { MessageKind } from '../../src/slack/messages/message.ts';
import type { RunningSandbox } from '@firstline/slack-sandbox';
import type { Store } from '../../src/store/db.ts';
import { enqueue } from '../../src/store/outbox.ts';
import type { NewDelivery } from '../../src/store/outbox.ts';

const illustratedKind = 'illustrated';
/** What the message says and shows; changed by tests, as the database is changed by people. */
export const shown = { words: 'Your week', color: 'teal' };

function square(color: string): Picture {
  return {
    name: 'square',
    title: 'A square',
    alt: `It is ${color}.`,
    svg: `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="400"><rect width="9" height="9" fill="${color}"/></svg>`,
  };
}

const illustrated: MessageKind = {
  kind: illustratedKind,
  reach: 'at-once',
  joins: false,
  async render(_context, subject) {
    return {
      text: shown.words,
      blocks: [section(shown.words), section('Below the picture')],
      picture: { picture: square(String(subject['color'] ?? shown.color)), before: 1 },
    };
  },
};

/** The bot knows the kind from here on, in this test file. */
export function registerIllustrated(): void {
  (messageKinds as MessageKind[]).push(illustrated);
}

/** Puts a message with a picture into the outbox; its square has the colour, else the one that is `shown`. */
export async function enqueueIllustrated(
  store: Store,
  to: { readonly recipientId: number; readonly key: string; readonly color?: string },
  now: Date,
): Promise<void> {
  const { key, recipientId, color } = to;
  const subject = { person: recipientId, key, ...(color === undefined ? {} : { color }) };
  await enqueue(
    store,
    // Known to tests only.
    {
      occurrenceKey: key,
      deliveryId: `id-${key}`,
      kind: illustratedKind,
      recipientId,
      subject,
      dueAt: now,
    } as unknown as NewDelivery,
    now,
  );
}

/** What Slack says of a file that isn't ready, or isn't there. */
export const invalidFile = {
  kind: 'error',
  error: 'invalid_blocks',
  because: 'invalid slack file [json-pointer:/blocks/1/slack_file]',
} as const;

/** The types of the blocks of the newest message in the person's conversation with the bot. */
export function newestBlocks(sandbox: Pick<RunningSandbox, 'as'>, slackId: string): readonly string[] {
  return (sandbox.as(slackId).newest()?.blocks ?? []).map((block) => String(Object(block).type));
}
