import type { IdeaId } from '../../behaviours/ids.ts';
import { FieldError } from '../../errors.ts';
import {
  addIdea,
  changeIdea,
  findIdea,
  markIdeaCredited,
  markIdeaUsed,
  removeIdea,
  restoreIdea,
} from '../../store/ideas.ts';
import type { Idea } from '../../store/ideas.ts';
import type { Remembered } from '../../store/consequences.ts';
import { remember } from './handler.ts';
import type { Applying, ChangeHandler } from './handler.ts';
import { localDate } from '../../time/zoned.ts';
import type { LocalDate } from '../../time/zoned.ts';

/** An idea can be taken back until it was used. */
export const hear: ChangeHandler<'hear-idea'> = {
  async apply(given, { text }) {
    const { store, rep, on, now } = given;
    await remember(given, 'hear-idea', await addIdea(store, { repId: rep.id, text, heardOn: on }, now));
  },
  async onRecord(store, { recordId }) {
    const idea = await findIdea(store, recordId);
    return idea && { kind: 'hear-idea', text: idea.text };
  },
  async isBuiltOn(store, { recordId }) {
    const idea = await findIdea(store, recordId);
    return idea?.usedOn !== null || idea.creditedOn !== null;
  },
  undo: ({ store }, { recordId }) => removeIdea(store, recordId),
  amend: ({ store }, { recordId }, { text }) => changeIdea(store, recordId, text),
};

/** That it was used can be taken back until the others were told whose it is. */
export const use: ChangeHandler<'use-idea'> = {
  async apply(given, { ideaId, where }) {
    const idea = await ideaOf(given, ideaId);
    await markIdeaUsed(given.store, idea.id, given.on, where);
    await remember(given, 'use-idea', idea.id, before(idea));
  },
  async onRecord(store, { recordId }) {
    const idea = await findIdea(store, recordId);
    return idea && { kind: 'use-idea', ideaId: recordId, where: idea.usedWhere };
  },
  async isBuiltOn(store, { recordId, remembered }) {
    return (await findIdea(store, recordId))?.creditedOn !== remembered['creditedOn'];
  },
  undo: ({ store }, { recordId, remembered }) => restoreIdea(store, recordId, known(remembered)),
};

export const credit: ChangeHandler<'credit-idea'> = {
  async apply(given, { ideaId }) {
    const idea = await ideaOf(given, ideaId);
    await markIdeaCredited(given.store, idea.id, given.on);
    await remember(given, 'credit-idea', idea.id, { ...before(idea), on: given.on });
  },
  onRecord: (_store, { recordId }) => Promise.resolve({ kind: 'credit-idea', ideaId: recordId }),
  async isBuiltOn(store, { recordId, remembered }) {
    return (await findIdea(store, recordId))?.creditedOn !== remembered['on'];
  },
  undo: ({ store }, { recordId, remembered }) => restoreIdea(store, recordId, known(remembered)),
};

async function ideaOf({ store, rep }: Applying, ideaId: IdeaId): Promise<Idea> {
  const idea = await findIdea(store, ideaId);
  if (idea?.repId !== rep.id) throw new FieldError('earlierIdea', `Choose one of ${rep.name}’s own ideas.`);
  return idea;
}

function before({ usedOn, creditedOn }: Idea): Remembered {
  return { usedOn, creditedOn };
}

function known(remembered: Remembered): { usedOn: LocalDate | null; creditedOn: LocalDate | null } {
  const day = (key: string) => (typeof remembered[key] === 'string' ? localDate(remembered[key]) : null);
  return { usedOn: day('usedOn'), creditedOn: day('creditedOn') };
}
