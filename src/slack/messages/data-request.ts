/** Requests about somebody's own data: to admins, to who wrote an entry, and back to who asked. */
import { isWith } from '../../acts/data-requests.ts';
import { dayOf } from '../../acts/own.ts';
import { findDataRequest } from '../../store/data-requests.ts';
import { findInteraction } from '../../store/interactions.ts';
import { summaryOf } from '../loading/log-list.ts';
import { nameOf } from '../loading/name-of.ts';
import * as views from '../views/people/data-request.ts';
import { entryLine } from '../views/log/entry.ts';
import { message } from './message.ts';

/** It follows when the request is settled. */
export const dataRequest = message('data-request', {
  async render({ store, wasSent }, subject, recipient, now) {
    const request = await findDataRequest(store, subject.request);
    if (request === undefined || subject.person !== recipient.id || !(await isWith(store, recipient, request)))
      return undefined;
    if (request.state !== 'open' && !(await wasSent())) return undefined;
    const { today } = await dayOf(store, recipient, now);
    return views.dataRequestMessage({ request, personName: await nameOf(store, request.personId), today });
  },
});

/** To who wrote the entry. */
export const entryDisputed = message('entry-disputed', {
  async render(context, subject, recipient, now) {
    const { store, behaviours } = context;
    const request = await findDataRequest(store, subject.request);
    if (request === undefined || !(await isWith(store, recipient, request))) return undefined;
    if (request.state !== 'open' && !(await context.wasSent())) return undefined;
    const entry = request.interactionId === null ? undefined : await findInteraction(store, request.interactionId);
    if (entry === undefined) return undefined;
    const what = entryLine(await summaryOf({ store, behaviours, clock: () => now }, recipient, entry));
    const { today } = await dayOf(store, recipient, now);
    return views.entryDisputed({ request, personName: await nameOf(store, request.personId), today }, what);
  },
});

/** To who asked, once. */
export const dataRequestDone = message('data-request-done', {
  async render({ store }, subject, recipient, now) {
    const request = await findDataRequest(store, subject.request);
    if (request?.personId !== recipient.id || request.state !== 'done' || request.settledBy === null) return undefined;
    const { today } = await dayOf(store, recipient, now);
    return views.requestDone({ request, today }, await nameOf(store, request.settledBy));
  },
});
