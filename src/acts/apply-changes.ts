/**
 * What follows from an entry in the log beyond the entry itself, in its transaction. The records stand for themselves afterwards:
 * when the entry is corrected they are put right where that can still be, and when it is deleted they go where nothing was built
 * on them: an open promise of which nothing was moved, an assignment nobody looked at, an expectation nobody confirmed, an idea
 * nobody used. What was built on stays. Thanks that reached a rep stay, too. Skill tags always go with their entry.
 */
import { isDeepStrictEqual } from 'node:util';
import type { Change } from '../behaviours/change.ts';
import type { ConfidenceTopic } from '../behaviours/facts.ts';
import type { InteractionId } from '../behaviours/ids.ts';
import { UserError } from '../errors.ts';
import { consequencesOf, removeConsequence } from '../store/consequences.ts';
import type { Consequence } from '../store/consequences.ts';
import type { Store } from '../store/db.ts';
import {
  addSkillNote,
  askConfidence,
  confidenceAfter,
  removeSkillNotes,
  stopAskingConfidence,
} from '../store/skills.ts';
import type { Applying, Following } from './changes/handler.ts';
import { handlerOf, leavesRecord } from './changes/index.ts';
import type { RecordChange, RecordKind } from './changes/index.ts';
import { wordsIn } from './changes/words.ts';
import type { RecordWords } from './changes/words.ts';
import { ownReport } from './own.ts';
import { tellRep } from './tell-rep.ts';

const ofTeams: readonly Change['kind'][] = ['answer-pulse', 'settle-promise', 'move-promise'];

const topics: readonly ConfidenceTopic[] = ['how-we-win', 'dream-clients', 'our-value'];

/** @throws FieldError if a change names a record that isn't the rep's and the manager's, or is settled */
export async function applyChanges(given: Following, changes: readonly Change[]): Promise<void> {
  for (const change of changes) {
    if (!canFollow(given, change.kind)) continue;
    if (leavesRecord(change)) await handlerOf(change.kind).apply(given, change);
    else if (change.kind === 'note-skill') await noteSkill(given, change);
    else if (change.kind === 'ask-confidence') await askHowSure(given);
  }
}

/** From an entry about a team nothing follows but the answer to its pulse and what becomes of it, which look at no rep. */
function canFollow(given: Following, kind: Change['kind']): given is Applying {
  return given.rep !== undefined || ofTeams.includes(kind);
}

/**
 * The entry was corrected. A record whose words or days were changed is put right in place; what can't be is taken back and
 * carried out anew; days on which something was recorded first stay.
 * @param moved the entry has another day
 * @throws UserError if something was built on what the correction would change, or the rep reports to somebody else by now
 */
export async function correctChanges(given: Following, changes: readonly Change[], moved: boolean): Promise<void> {
  const { store, interactionId } = given;
  const left = changes.filter((change) => leavesRecord(change));
  for (const consequence of await consequencesOf(store, interactionId)) {
    const handler = handlerOf(consequence.kind as RecordKind);
    const at = left.findIndex(({ kind }) => kind === consequence.kind);
    const wanted = left[at];
    const isBuiltOn = await handler.isBuiltOn(store, consequence);
    if (wanted === undefined) {
      if (!isBuiltOn) await undo(given, consequence);
      continue;
    }
    const isSame = isDeepStrictEqual(wanted, await handler.onRecord(store, consequence));
    const followsDay = moved && handler.amend === undefined && !isBuiltOn;
    if (isSame && !followsDay) left.splice(at, 1);
    else if (isBuiltOn && handler.isAlwaysAmendable !== true) throw builtOn(given);
    else if (handler.amend === undefined) await undo(given, consequence);
    else if (canFollow(given, consequence.kind)) {
      await stillReports(given);
      await handler.amend(given, consequence, wanted);
      left.splice(at, 1);
    }
  }
  if (left.length > 0) await stillReports(given);
  await removeSkillNotes(store, interactionId);
  if (!changes.some(({ kind }) => kind === 'ask-confidence')) await stopAskingConfidence(store, interactionId);
  await applyChanges(given, [...left, ...changes.filter((change) => !leavesRecord(change))]);
}

/** The entry is deleted: its skill tags go, open questions go, and the records on which nothing was built. */
export async function takeBackChanges(given: Following): Promise<void> {
  const { store, interactionId } = given;
  for (const consequence of await consequencesOf(store, interactionId))
    if (!(await handlerOf(consequence.kind as RecordKind).isBuiltOn(store, consequence)))
      await undo(given, consequence);
  await removeSkillNotes(store, interactionId);
  await stopAskingConfidence(store, interactionId);
}

/**
 * The entry is to be about somebody else: everything is taken back.
 * @throws UserError if something was built on any of it
 */
export async function takeBackAll(given: Following): Promise<void> {
  const { store, interactionId } = given;
  const hasAnswers = (await confidenceAfter(store, interactionId)).some(({ value }) => value !== null);
  const consequences = await consequencesOf(store, interactionId);
  for (const consequence of consequences)
    if (hasAnswers || (await handlerOf(consequence.kind as RecordKind).isBuiltOn(store, consequence)))
      throw builtOn(given);
  if (hasAnswers) throw builtOn(given);
  await takeBackChanges(given);
}

/** What an entry put on record, as it stands now: fills the form in which the entry is corrected. */
export interface OnRecord {
  readonly words: RecordWords;
  readonly promise: { readonly text: string; readonly dueOn: string } | undefined;
}

export async function onRecordOf(store: Store, interactionId: InteractionId): Promise<OnRecord> {
  const standing: RecordChange[] = [];
  for (const consequence of await consequencesOf(store, interactionId)) {
    const change = await handlerOf(consequence.kind as RecordKind).onRecord(store, consequence);
    if (change !== undefined) standing.push(change);
  }
  const promise = standing.find((change) => change.kind === 'make-promise');
  return {
    words: Object.assign({}, ...standing.map(wordsIn)) as RecordWords,
    promise: promise && { text: promise.text, dueOn: promise.dueOn },
  };
}

/** @throws UserError where the entry is about somebody who reports to somebody else by now */
async function stillReports({ store, acting, rep }: Following): Promise<void> {
  if (rep !== undefined) await ownReport(store, acting, rep.id);
}

async function undo(given: Following, consequence: Consequence): Promise<void> {
  if (!canFollow(given, consequence.kind)) return;
  await handlerOf(consequence.kind as RecordKind).undo(given, consequence);
  await removeConsequence(given.store, consequence.id);
}

async function noteSkill(given: Applying, { tag, level }: Extract<Change, { kind: 'note-skill' }>): Promise<void> {
  const { store, acting, rep, interactionId, on, now } = given;
  await addSkillNote(store, { managerId: acting.id, repId: rep.id, interactionId, tag, level, notedOn: on }, now);
}

/** Essay 004: the three questions. Asked again of nobody: what stands open or answered stays. */
async function askHowSure({ context, store, rep, interactionId, now }: Applying): Promise<void> {
  await askConfidence(store, { repId: rep.id, interactionId, topics }, now);
  await tellRep(context, store, { kind: 'confidence', repId: rep.id, subject: { interaction: interactionId } }, now);
}

function builtOn({ rep }: Following): UserError {
  return new UserError(
    `Something already came of this: ${rep?.name ?? 'someone'} confirmed it, or it was kept, moved or looked at again. Nothing changed. Leave those words as they are, or log what’s new.`,
  );
}
