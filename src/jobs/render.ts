/** From a row of the outbox to what Slack is to show. */
import type { Context } from '../context.ts';
import { messageKinds } from '../slack/messages/index.ts';
import type { RenderedMessage } from '../slack/kit/rendered-message.ts';
import type { MessageKind } from '../slack/messages/message.ts';
import { fitTogether, nothingAnyMore, together } from '../slack/messages/together.ts';
import { carriedWith, findDelivery } from '../store/outbox-claim.ts';
import type { Delivery } from '../store/outbox.ts';
import type { Person } from '../store/people.ts';

type Rendering = Pick<Context, 'store' | 'behaviours' | 'clock'>;

/** The kinds that may stand in one message with others. */
export const joiningKinds: readonly string[] = messageKinds
  .filter(({ reach, joins }) => joins && reach === 'at-work')
  .map(({ kind }) => kind);

/** Who is new hears first what this is. */
const first = 'welcome';

export function kindOf(delivery: Pick<Delivery, 'kind'>): MessageKind {
  const kind = messageKinds.find((candidate) => candidate.kind === delivery.kind);
  if (kind === undefined) throw new Error(`No message kind ${delivery.kind}`);
  return kind;
}

/** What the message says now; undefined where it is no longer true. */
export async function render(
  context: Rendering,
  delivery: Delivery,
  recipient: Person,
): Promise<RenderedMessage | undefined> {
  return kindOf(delivery).render(context, delivery.subject, recipient, context.clock());
}

export interface Part {
  readonly delivery: Delivery;
  readonly message: RenderedMessage;
}

/** One message of as many of these as fit beside the first, which is in it in any case; hello is said before the rest. */
export function inOnePost(parts: readonly [Part, ...Part[]]): { message: RenderedMessage; left: Delivery[] } {
  const [carrier, ...others] = parts;
  const taken: Part[] = [carrier];
  const left: Delivery[] = [];
  for (const part of others) {
    const fits = part.message.picture === undefined && fitTogether([...taken, part].map(({ message }) => message));
    if (fits) taken.push(part);
    else left.push(part.delivery);
  }
  const messages = taken.toSorted((one, other) => inOrder(one.delivery, other.delivery)).map(({ message }) => message);
  return { message: together(messages) ?? carrier.message, left };
}

/**
 * The post in which this message stands, as it should read now.
 * @returns undefined where nothing in it is true any more: then it stays as it is
 */
export async function renderPost(
  context: Rendering,
  delivery: Delivery,
  recipient: Person,
): Promise<RenderedMessage | undefined> {
  const carrier = await carrierOf(context, delivery);
  const carried = await carriedWith(context.store, carrier.id);
  if (carried.length === 0) return render(context, carrier, recipient);
  const messages: RenderedMessage[] = [];
  for (const one of [carrier, ...carried].toSorted(inOrder))
    messages.push((await render(context, one, recipient)) ?? nothingAnyMore());
  return together(messages);
}

async function carrierOf({ store }: Rendering, delivery: Delivery): Promise<Delivery> {
  return delivery.carriedBy === null ? delivery : ((await findDelivery(store, delivery.carriedBy)) ?? delivery);
}

function inOrder(one: Delivery, other: Delivery): number {
  return Number(other.kind === first) - Number(one.kind === first) || one.id - other.id;
}
