import type { PromiseId } from '../../behaviours/ids.ts';
import { FieldError } from '../../errors.ts';
import { changeConsequence } from '../../store/consequences.ts';
import {
  addPromise,
  changePromise,
  findPromise,
  movePromise,
  removePromise,
  reopenPromise,
  settlePromise,
} from '../../store/promises.ts';
import type { PromiseRecord } from '../../store/promises.ts';
import { wantRefreshOfRecaps } from '../../store/recap-refresh.ts';
import { tellOfKept } from '../kept-promise.ts';
import { tellOfPromise } from '../promises.ts';
import { refreshPromise } from '../refresh-promise.ts';
import { tellsOf } from '../team-promise.ts';
import { remember } from './handler.ts';
import type { ChangeHandler, Following } from './handler.ts';
import { localDate } from '../../time/zoned.ts';

/** A promise can be taken back while it is open and has its first day; the rep's message says that it was. */
export const makePromise: ChangeHandler<'make-promise'> = {
  async apply(given, { text, dueOn }) {
    const { context, store, acting, rep, interactionId, now } = given;
    const promise = { managerId: acting.id, repId: rep.id, text, madeOn: given.on, dueOn, interactionId };
    const id = await addPromise(store, promise, now);
    await remember(given, 'make-promise', id, { dueOn });
    await tellOfPromise(context, store, { id, repId: rep.id }, now);
  },
  async onRecord(store, { recordId }) {
    const promise = await findPromise(store, recordId);
    return promise && { kind: 'make-promise', text: promise.text, dueOn: promise.dueOn };
  },
  async isBuiltOn(store, { recordId, remembered }) {
    const promise = await findPromise(store, recordId);
    return promise?.state !== 'open' || promise.dueOn !== remembered['dueOn'];
  },
  async undo(given, { recordId }) {
    await removePromise(given.store, recordId);
    await refresh(given, recordId);
  },
  async amend(given, { id, recordId }, { text, dueOn }) {
    await changePromise(given.store, recordId, { text, dueOn });
    await changeConsequence(given.store, id, { dueOn });
    await refresh(given, recordId);
  },
};

export const settle: ChangeHandler<'settle-promise'> = {
  async apply(given: Following, { promiseId, state }) {
    const { context, store, acting, on, now } = given;
    const promise = await openPromise(given, promiseId);
    await settlePromise(store, promise.id, state, on);
    await remember(given, 'settle-promise', promise.id, { state });
    await refresh(given, promise.id);
    if (state === 'kept') await tellOfKept(context, store, acting, promise, now);
  },
  async onRecord(store, { recordId }) {
    const promise = await findPromise(store, recordId);
    if (promise === undefined || promise.state === 'open') return undefined;
    return { kind: 'settle-promise', promiseId: recordId, state: promise.state };
  },
  isBuiltOn: async (store, { recordId, remembered }) =>
    (await findPromise(store, recordId))?.state !== remembered['state'],
  async undo(given: Following, { recordId }) {
    await reopenPromise(given.store, recordId);
    await refresh(given, recordId);
  },
};

export const move: ChangeHandler<'move-promise'> = {
  async apply(given: Following, { promiseId, dueOn }) {
    const promise = await openPromise(given, promiseId);
    await movePromise(given.store, promise.id, dueOn);
    await remember(given, 'move-promise', promise.id, { from: promise.dueOn, to: dueOn });
    await refresh(given, promise.id);
  },
  async onRecord(store, { recordId }) {
    const promise = await findPromise(store, recordId);
    return promise && { kind: 'move-promise', promiseId: recordId, dueOn: promise.dueOn };
  },
  async isBuiltOn(store, { recordId, remembered }) {
    const promise = await findPromise(store, recordId);
    return promise?.state !== 'open' || promise.dueOn !== remembered['to'];
  },
  async undo(given: Following, { recordId, remembered }) {
    await movePromise(given.store, recordId, localDate(String(remembered['from'])));
    await refresh(given, recordId);
  },
};

/** Of the rep's, or from an entry about nobody in particular, one to a whole team. */
async function openPromise({ store, acting, rep }: Following, promiseId: PromiseId): Promise<PromiseRecord> {
  const promise = await findPromise(store, promiseId);
  if (!tellsOf(promise, acting, rep) || promise.state !== 'open')
    throw new FieldError('promiseKept', `Choose an open promise to ${rep?.name ?? 'your team'}.`);
  return promise;
}

async function refresh({ store, now }: Following, promiseId: PromiseId): Promise<void> {
  for (const repId of await refreshPromise(store, promiseId))
    await wantRefreshOfRecaps(store, { repId, mayBeOlder: true }, now);
}
