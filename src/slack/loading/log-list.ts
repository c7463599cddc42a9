import type { InteractionId } from '../../behaviours/ids.ts';
import { reportsNow } from '../../store/reporting-lines.ts';
import type { ModalView } from '@slack/types';
import { localDayOf } from '../../acts/local-day.ts';
import { mayReadEntry } from '../../acts/read-entry.ts';
import type { Behaviour } from '../../behaviours/behaviour.ts';
import type { Context } from '../../context.ts';
import { UserError } from '../../errors.ts';
import { canBeShared, kindsForRep } from '../../leading/access.ts';
import { findInteraction, interactionsBetween, readTexts } from '../../store/interactions.ts';
import type { Interaction } from '../../store/interactions.ts';
import { findPeople, findPerson } from '../../store/people.ts';
import type { Person } from '../../store/people.ts';
import { shortNameForReader } from '../../store/short-names.ts';
import { shortNameOf } from './name-of.ts';
import { repliesUnder } from './note-reply-data.ts';
import { openView } from '../wire/open-view.ts';
import type { LogList } from '../routes/logging.ts';
import { entryLine, headingForRep, noteBlocks, noteView, sharedNoteBlocks } from '../views/log/entry.ts';
import type { EntrySummary } from '../views/log/entry.ts';
import { replyBlocks, replyButton } from '../views/log/note-reply.ts';
import { logListView } from '../views/log/log-list.ts';
import type { ListedEntry } from '../views/log/log-list.ts';

type Reading = Pick<Context, 'store' | 'behaviours' | 'clock'>;

const entriesAPage = 8;

/**
 * Shows the acting person what they logged, or where nobody reports to them, what was logged about them.
 * @throws UserError if the trigger has run out
 */
export async function openLogList(context: Context, acting: Person, triggerId: string): Promise<void> {
  const leads = (await reportsNow(context.store, acting.id)).length > 0;
  const hasLogged = leads || (await countOf(context, sideOf(context, acting, 'mine')));
  await openView(context, triggerId, await loadLogList(context, acting, { about: hasLogged ? 'mine' : 'me', page: 0 }));
}

/** One page of a list, newest first. An empty page steps back to the one before. */
export async function loadLogList(context: Reading, acting: Person, list: LogList): Promise<ModalView> {
  const { store } = context;
  const side = sideOf(context, acting, list.about);
  const found = await interactionsBetween(store, {
    ...side,
    limit: entriesAPage + 1,
    offset: list.page * entriesAPage,
  });
  if (found.length === 0 && list.page > 0) return loadLogList(context, acting, { ...list, page: list.page - 1 });
  const shown = found.slice(0, entriesAPage);
  const other = sideOf(context, acting, list.about === 'mine' ? 'me' : 'mine');
  return logListView({
    list,
    entries: await Promise.all(shown.map((entry) => listed(context, acting, entry))),
    hasOlder: found.length > entriesAPage,
    hasOther: await countOf(context, other),
  });
}

/**
 * The words of one entry, for those who may read them.
 * @throws UserError for everybody else
 */
export async function loadNote(context: Reading, acting: Person, interactionId: InteractionId): Promise<ModalView> {
  const entry = await findInteraction(context.store, interactionId);
  if (entry === undefined || !(await mayRead(context, acting, entry)))
    throw new UserError('You can’t read that one, or it’s gone. `/firstline log` shows what you can.');
  const behaviour = context.behaviours.find(({ id }) => id === entry.behaviour);
  const texts = await readTexts(context.store, entry.id);
  const summary = await summaryOf(context, acting, entry);
  const replies = replyBlocks(await repliesUnder(context.store, acting, entry.id), summary.today);
  if (entry.managerId === acting.id) return noteView(entryLine(summary), [...noteBlocks(behaviour, texts), ...replies]);
  const author = await shortNameOf(context.store, acting.id, entry.managerId);
  const line = entryLine(asToldToRep(summary, behaviour, author));
  const canReply = entry.repId === acting.id && entry.shared;
  const reply = canReply ? [replyButton(entry.id)] : [];
  return noteView(line, [...sharedNoteBlocks(behaviour, texts, author), ...replies, ...reply]);
}

/** The same entry in the words for whom it is about. */
function asToldToRep(summary: EntrySummary, behaviour: Behaviour | undefined, authorName: string): EntrySummary {
  return { ...summary, behaviourName: headingForRep(behaviour, authorName), repName: undefined };
}

/** May the acting person read the words of this entry? */
export function mayRead(
  context: Pick<Context, 'store' | 'behaviours'>,
  acting: Person,
  entry: Interaction,
): Promise<boolean> {
  return mayReadEntry(context, context.store, acting, entry);
}

/** An entry without its words, as its author sees it. @param about whom it is about, where that is known already */
export async function summaryOf(
  context: Reading,
  acting: Person,
  entry: Interaction,
  about?: Person,
): Promise<EntrySummary> {
  const { store, behaviours } = context;
  const today = await localDayOf(store, acting, context.clock());
  const rep = about ?? (entry.repId === null ? undefined : await findPerson(store, entry.repId));
  const { id, happenedOn, minutes, shared, hasTexts } = entry;
  const behaviour = behaviours.find(({ id: kind }) => kind === entry.behaviour);
  const behaviourName = behaviour?.name ?? entry.behaviour;
  const mayShare = behaviour !== undefined && canBeShared(behaviour);
  const repShortName = rep && (await shortNameForReader(store, acting.id, rep.name));
  return {
    id,
    behaviourName,
    mayShare,
    repName: rep?.name,
    repShortName,
    happenedOn,
    today,
    minutes,
    shared,
    hasTexts,
  };
}

async function listed(context: Reading, acting: Person, entry: Interaction): Promise<ListedEntry> {
  const summary = await summaryOf(context, acting, entry);
  const [manager] = await findPeople(context.store, [entry.managerId]);
  const behaviour = context.behaviours.find(({ id }) => id === entry.behaviour);
  const name = manager?.name ?? 'somebody who left';
  return {
    ...(entry.managerId === acting.id ? summary : asToldToRep(summary, behaviour, name)),
    canRead: entry.hasTexts && (await mayRead(context, acting, entry)),
  };
}

/** What one logged, or what passed between one and others; never what they noted for themselves alone. */
function sideOf({ behaviours }: Pick<Context, 'behaviours'>, acting: Person, about: LogList['about']) {
  return about === 'mine' ? { managerId: acting.id } : { repId: acting.id, ...kindsForRep(behaviours) };
}

async function countOf({ store }: Reading, side: ReturnType<typeof sideOf>): Promise<boolean> {
  return (await interactionsBetween(store, { ...side, limit: 1 })).length > 0;
}
