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
import { tellOfKept } from '../kept-promise.ts';
import { tellOfPromise } from '../promises.ts';
import { refreshPromise } from '../refresh-promise.ts';
import { remember } from './handler.ts';
import type { Applying, ChangeHandler } from './handler.ts';

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
  async undo({ store }, { recordId }) {
    await removePromise(store, recordId);
    await refresh(store, recordId);
  },
  async amend({ store }, { id, recordId }, { text, dueOn }) {
    await changePromise(store, recordId, { text, dueOn });
    await changeConsequence(store, id, { dueOn });
    await refresh(store, recordId);
  },
};

export const settle: ChangeHandler<'settle-promise'> = {
  async apply(given, { promiseId, state }) {
    const { context, store, acting, on, now } = given;
    const promise = await openPromise(given, promiseId);
    await settlePromise(store, promise.id, state, on);
    await remember(given, 'settle-promise', promise.id, { state });
    await refresh(store, promise.id);
    if (state === 'kept') await tellOfKept(context, store, acting, promise, now);
  },
  async onRecord(store, { recordId }) {
    const promise = await findPromise(store, recordId);
    if (promise === undefined || promise.state === 'open') return undefined;
    return { kind: 'settle-promise', promiseId: recordId, state: promise.state };
  },
  isBuiltOn: async (store, { recordId, remembered }) =>
    (await findPromise(store, recordId))?.state !== remembered['state'],
  async undo({ store }, { recordId }) {
    await reopenPromise(store, recordId);
    await refresh(store, recordId);
  },
};

export const move: ChangeHandler<'move-promise'> = {
  async apply(given, { promiseId, dueOn }) {
    const promise = await openPromise(given, promiseId);
    await movePromise(given.store, promise.id, dueOn);
    await remember(given, 'move-promise', promise.id, { from: promise.dueOn, to: dueOn });
    await refresh(given.store, promise.id);
  },
  async onRecord(store, { recordId }) {
    const promise = await findPromise(store, recordId);
    return promise && { kind: 'move-promise', promiseId: recordId, dueOn: promise.dueOn };
  },
  async isBuiltOn(store, { recordId, remembered }) {
    const promise = await findPromise(store, recordId);
    return promise?.state !== 'open' || promise.dueOn !== remembered['to'];
  },
  async undo({ store }, { recordId, remembered }) {
    await movePromise(store, recordId, String(remembered['from']));
    await refresh(store, recordId);
  },
};

async function openPromise({ store, acting, rep }: Applying, promiseId: number): Promise<PromiseRecord> {
  const promise = await findPromise(store, promiseId);
  if (promise?.state !== 'open' || promise.managerId !== acting.id || promise.repId !== rep.id)
    throw new FieldError('promiseKept', `Choose a promise to ${rep.name} that is still open.`);
  return promise;
}

async function refresh(store: Applying['store'], promiseId: number): Promise<void> {
  await refreshPromise(store, promiseId);
}
