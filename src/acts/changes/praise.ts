import { findPerson } from '../../store/people.ts';
import { addPraise, changePraise, findPraise, removePraise, setPraisePublic } from '../../store/praises.ts';
import { wasSent } from '../../store/outbox.ts';
import { makePublic, refreshPraise } from '../praise.ts';
import { tellRep } from '../tell-rep.ts';
import { remember } from './handler.ts';
import type { ChangeHandler } from './handler.ts';
import { refreshAbout } from '../refresh.ts';

/** Thanks that reached the rep can't be unsaid: their words can be put right, and they stay when the entry goes. */
export const praise: ChangeHandler<'praise'> = {
  isAlwaysAmendable: true,
  async apply(given, { text, isPublic, isSaid }) {
    const { context, store, acting, rep, interactionId, on, now } = given;
    const thanks = { managerId: acting.id, repId: rep.id, interactionId, text, isPublic, givenOn: on };
    const id = await addPraise(store, thanks, now);
    await remember(given, 'praise', id, { wanted: isSaid === true ? 'said' : isPublic ? 'public' : 'private' });
    if (isSaid === true) return;
    await tellRep(context, store, { kind: 'praise', repId: rep.id, subject: { praise: id } }, now);
    if (isPublic) await makePublic(context, store, { ...thanks, id }, now);
  },
  async onRecord(store, { recordId, remembered }) {
    const given = await findPraise(store, recordId);
    const { wanted } = remembered;
    const said = wanted === 'said' ? { isSaid: true as const } : {};
    return given && { kind: 'praise', text: given.text, isPublic: wanted === 'public', ...said };
  },
  isBuiltOn: (store, { recordId }) => wasSent(store, 'praise', { praise: recordId }),
  async undo({ store }, { recordId }) {
    await removePraise(store, recordId);
    await refreshAbout(store, 'praise', { praise: recordId });
  },
  async amend({ context, store, now }, { recordId, remembered }, { text, isPublic, isSaid }) {
    await changePraise(store, recordId, text);
    const given = await findPraise(store, recordId);
    if (given === undefined) return;
    if (remembered['wanted'] === 'said' && isSaid !== true)
      await tellRep(context, store, { kind: 'praise', repId: given.repId, subject: { praise: recordId } }, now);
    if (isPublic && !given.isPublic) {
      await setPraisePublic(store, recordId, true);
      await makePublic(context, store, given, now);
    }
    if ((await findPerson(store, given.repId)) !== undefined) await refreshPraise(store, recordId);
  },
};
