import type { KnownBlock, ModalView } from '@slack/types';
import type { Behaviour } from '../../../behaviours/behaviour.ts';
import { wordsForRep } from '../../../leading/access.ts';
import type { Texts } from '../../../store/interactions.ts';
import type { LocalDate } from '../../../time/zoned.ts';
import { formatDate } from '../../../time/zoned.ts';
import { actions, button, confirmation, context, plain, quotation, section } from '../../kit/blocks.ts';
import { limits } from '../../kit/limits.ts';
import { correctLog, deleteEntry, shareNote } from '../../routes/logging.ts';
import { literal } from '../../kit/text.ts';

/** An entry in the log, as its author sees it; without its words. */
export interface EntrySummary {
  readonly id: number;
  readonly behaviourName: string;
  readonly repName: string | undefined;
  readonly repShortName: string | undefined;
  readonly happenedOn: LocalDate;
  readonly today: LocalDate;
  readonly minutes: number | null;
  readonly shared: boolean;
  readonly hasTexts: boolean;
  /** The words are of a kind that whom it is about may be shown. */
  readonly mayShare: boolean;
  /** What it says to whom it is about doesn't reach them now. */
  readonly seenLater?: SeenLater | undefined;
}

/** Something waits until its reader is at work. */
export interface SeenLater {
  /** `Mon, Nov 30, 9:00 AM` by the reader's clock; undefined where nobody knows when they are back. */
  readonly at: string | undefined;
}

/** `Ada will see it Mon, Nov 30, 9:00 AM, their time.` In mrkdwn. */
export function seenLaterWords(readerShortName: string, { at }: SeenLater): string {
  const name = literal(readerShortName);
  return at === undefined
    ? `${name} is away, and will see it when they’re back.`
    : `${name} will see it ${at}, their time.`;
}

/** What was just saved, who can read it, and the ways to change that. */
export function savedEntryBlocks(entry: EntrySummary): KnownBlock[] {
  const confirm = confirmation(
    'Delete this?',
    'It no longer counts, and what you wrote is gone for good.',
    'Delete it',
  );
  return [
    section(`Saved: ${entryLine(entry)}.`),
    ...(entry.hasTexts ? [context(whoReads(entry))] : []),
    ...(entry.seenLater === undefined ? [] : [context(seenWords(entry, entry.seenLater))]),
    actions(`entry-${entry.id}`, [
      ...(canBeShared(entry)
        ? [button(shareNote, { interaction: entry.id }, `Share with ${entry.repShortName ?? entry.repName ?? ''}`)]
        : []),
      button(correctLog, { interaction: entry.id }, 'Correct'),
      button(deleteEntry, { interaction: entry.id }, 'Delete', { confirm }),
    ]),
  ];
}

export function savedEntryView(entry: EntrySummary): ModalView {
  return closingView('Saved', savedEntryBlocks(entry));
}

export function deletedEntryBlocks(): KnownBlock[] {
  return [section('Deleted. It no longer counts.')];
}

export function deletedEntryView(): ModalView {
  return closingView('Deleted', deletedEntryBlocks());
}

/** One line for notifications and screen readers. */
export function savedEntryText(entry: EntrySummary): string {
  const later = entry.seenLater === undefined ? '' : ` ${seenWords(entry, entry.seenLater)}`;
  return `Saved: ${entryLine(entry)}.${entry.hasTexts ? ` ${whoReads(entry)}` : ''}${later}`;
}

function seenWords({ repShortName, repName }: EntrySummary, later: SeenLater): string {
  return seenLaterWords(repShortName ?? repName ?? 'Your rep', later);
}

/** `*Ride-along* with Priya Nair, Oct 12, 60 minutes`. */
export function entryLine(entry: Omit<EntrySummary, 'id' | 'shared' | 'hasTexts'>): string {
  const withWhom = entry.repName === undefined ? '' : ` with ${literal(entry.repName)}`;
  const when = entry.happenedOn === entry.today ? 'today' : formatDate(entry.happenedOn, entry.today);
  const length = entry.minutes === null || entry.minutes === 0 ? '' : `, ${entry.minutes} minutes`;
  return `*${literal(entry.behaviourName)}*${withWhom}, ${when}${length}`;
}

/** `Check-in with Dana`: what an entry is called where whom it is about reads it. */
export function headingForRep(behaviour: Behaviour | undefined, authorName: string): string {
  return (behaviour?.forRep?.heading ?? 'Talk with {name}').replaceAll('{name}', () => authorName);
}

function whoReads({ repShortName, shared }: EntrySummary): string {
  if (!shared) return 'Only you can read what you wrote.';
  return `${literal(repShortName ?? 'The rep')} can read what you wrote.`;
}

function canBeShared({ repName, shared, hasTexts, mayShare }: EntrySummary): boolean {
  return mayShare && repName !== undefined && hasTexts && !shared;
}

/** The words of an entry for its author, each under its question. */
export function noteBlocks(behaviour: Behaviour | undefined, texts: Texts): KnownBlock[] {
  const words = Object.entries(texts).filter(([, text]) => text.trim() !== '');
  return words.flatMap(([field, text]) => {
    const label = behaviour?.form.find(({ id }) => id === field)?.label;
    return [...(label === undefined ? [] : [context(`*${literal(label)}*`)]), quotation(text)];
  });
}

/** The words of a shared entry for everybody else who reads them: those meant to be shared, in words for the other side. */
export function sharedNoteBlocks(
  behaviour: Behaviour | undefined,
  texts: Texts,
  authorShortName: string,
): KnownBlock[] {
  return wordsForRep(behaviour?.form ?? [], true).flatMap(({ id, forRep }) => {
    const text = texts[id] ?? '';
    if (text.trim() === '') return [];
    return [context(`*${literal(forRep.replaceAll('{name}', () => authorShortName))}*`), quotation(text)];
  });
}

/** @param words as `noteBlocks` or `sharedNoteBlocks` have them */
export function noteView(line: string, words: readonly KnownBlock[]): ModalView {
  return closingView('The note', [section(line), ...(words.length === 0 ? [context('Nothing was written.')] : words)]);
}

function closingView(title: string, blocks: KnownBlock[]): ModalView {
  return {
    type: 'modal',
    title: plain(title, limits.modalTitle),
    close: plain('Close', limits.modalButton),
    blocks,
  };
}
