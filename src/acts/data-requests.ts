/** What a person asks for about what is stored about them: sent to whoever can give it, acknowledged, withdrawn, settled. */
import type { InteractionId } from '../behaviours/ids.ts';
import type { Context } from '../context.ts';
import { UserError } from '../errors.ts';
import { kindsForRep } from '../leading/access.ts';
import { recordAudit } from '../store/audit.ts';
import { addDataRequest, findDataRequest, openDataRequests, settleDataRequest } from '../store/data-requests.ts';
import type { DataRequest } from '../store/data-requests.ts';
import { writing } from '../store/db.ts';
import type { Store } from '../store/db.ts';
import { receiveOnce } from '../store/inbound.ts';
import { findInteraction } from '../store/interactions.ts';
import type { Interaction } from '../store/interactions.ts';
import { admins, findPerson } from '../store/people.ts';
import type { Person } from '../store/people.ts';
import { localDayOf } from './local-day.ts';
import { say } from './say.ts';
import { wordsOf } from './typed-words.ts';
import { refreshAbout } from './refresh.ts';

/**
 * Asks the admins for a copy of one's own data, or to be forgotten. While that is open, asking again changes nothing.
 * @throws UserError where there is no admin to ask
 */
export async function askAboutMyData(context: Context, acting: Person, kind: 'export' | 'erasure'): Promise<void> {
  const now = context.clock();
  await writing(context.store, async (store) => {
    if ((await openDataRequests(store, acting.id)).some((request) => request.kind === kind)) return;
    const told = await admins(store);
    if (told.length === 0)
      throw new UserError('Nobody runs Firstline here yet, so nobody would get this. Ask your manager who set it up.');
    const askedOn = await localDayOf(store, acting, now);
    const request = { personId: acting.id, kind, interactionId: null, text: null, askedOn };
    const id = await addDataRequest(store, request, now);
    for (const { id: recipientId } of told)
      await say(
        context,
        store,
        {
          occurrenceKey: `data-request|${id}|${recipientId}`,
          kind: 'data-request',
          recipientId,
          subject: { request: id, person: recipientId },
        },
        now,
      );
    await audit(store, acting, `data.${kind}-asked`, id, now);
  });
}

/**
 * An entry about the acting person is wrong: whoever wrote it hears why.
 * @returns the entry's author
 * @throws UserError for an entry that isn't about them, or that they don't see; FieldError without words
 */
export async function disputeEntry(
  context: Context,
  acting: Person,
  input: { readonly interactionId: InteractionId; readonly text: string; readonly once: string },
): Promise<Person | undefined> {
  const now = context.clock();
  const entry = await entryAboutMe(context, acting, input.interactionId);
  const text = wordsOf('text', input.text, 'Say what isn’t right, in a sentence.');
  await writing(context.store, async (store) => {
    if (!(await receiveOnce(store, input.once, now))) return;
    const askedOn = await localDayOf(store, acting, now);
    const request = { personId: acting.id, kind: 'correction', interactionId: entry.id, text, askedOn } as const;
    const id = await addDataRequest(store, request, now);
    await say(
      context,
      store,
      {
        occurrenceKey: `entry-disputed|${id}`,
        kind: 'entry-disputed',
        recipientId: entry.managerId,
        subject: { request: id },
      },
      now,
    );
    await audit(store, acting, 'data.correction-asked', id, now);
  });
  return findPerson(context.store, entry.managerId);
}

/**
 * An entry that the acting person sees as being about them.
 * @throws UserError for any other, the same for one that isn't there
 */
export async function entryAboutMe(
  { store, behaviours }: Pick<Context, 'store' | 'behaviours'>,
  acting: Person,
  interactionId: InteractionId,
): Promise<Interaction> {
  const entry = await findInteraction(store, interactionId);
  const { without, onlyShared } = kindsForRep(behaviours);
  const isSeen =
    entry?.repId === acting.id &&
    !without.includes(entry.behaviour) &&
    (!onlyShared.includes(entry.behaviour) || (entry.shared && entry.hasTexts));
  if (!isSeen || entry === undefined)
    throw new UserError('That isn’t about you, or it’s gone. Open “What’s stored about me” to see what is there.');
  return entry;
}

/** The person takes it back. The second time changes nothing. @throws UserError for somebody else's */
export async function withdrawDataRequest(context: Context, acting: Person, requestId: number): Promise<void> {
  const now = context.clock();
  await writing(context.store, async (store) => {
    const request = await findDataRequest(store, requestId);
    if (request?.personId !== acting.id)
      throw new UserError('That request isn’t yours. “What’s stored about me” shows your own.');
    await settle(store, acting, request, 'withdrawn', now);
  });
}

/**
 * It is done, and the person hears. The second time changes nothing.
 * @throws UserError for whoever it isn't with: an admin, or the author of the entry
 */
export async function finishDataRequest(context: Context, acting: Person, requestId: number): Promise<void> {
  const now = context.clock();
  await writing(context.store, async (store) => {
    const request = await findDataRequest(store, requestId);
    if (request === undefined || !(await isWith(store, acting, request)))
      throw new UserError('That request isn’t with you, so nothing changed.');
    if (!(await settle(store, acting, request, 'done', now))) return;
    await say(
      context,
      store,
      {
        occurrenceKey: `data-request-done|${request.id}`,
        kind: 'data-request-done',
        recipientId: request.personId,
        subject: { request: request.id },
      },
      now,
    );
  });
}

/** An admin's, or of an entry its author's. */
export async function isWith(store: Store, acting: Person, request: DataRequest): Promise<boolean> {
  if (request.kind !== 'correction') return acting.isAdmin;
  const entry = request.interactionId === null ? undefined : await findInteraction(store, request.interactionId);
  return entry?.managerId === acting.id;
}

async function settle(
  store: Store,
  acting: Person,
  request: DataRequest,
  state: 'done' | 'withdrawn',
  now: Date,
): Promise<boolean> {
  const on = await localDayOf(store, acting, now);
  if (!(await settleDataRequest(store, request.id, { state, on, by: acting.id }))) return false;
  for (const { id } of await admins(store))
    await refreshAbout(store, 'request-to-admin', { request: request.id, person: id });
  await refreshAbout(store, 'request', { request: request.id });
  await audit(store, acting, `data.request-${state}`, request.id, now);
  return true;
}

async function audit(store: Store, acting: Person, event: string, id: number, now: Date): Promise<void> {
  await recordAudit(store, { actorId: acting.id, event, subjectKind: 'data-request', subjectId: id }, now);
}
