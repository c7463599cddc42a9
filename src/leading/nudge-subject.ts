/** What a nudge is about, in the short own words of who promised, asked or suggested it. Rules see no such words, and no nudge keeps them. */
import type { AskId } from '../behaviours/ids.ts';
import { shorten } from '../behaviours/shorten.ts';
import type { NudgeWords } from '../behaviours/behaviour.ts';

/** A record that a nudge asks to settle: it has buttons of its own. */
export interface Thing {
  readonly kind: 'promise' | 'ask' | 'assignment' | 'idea';
  readonly id: number;
}

const longestSubject = 80;
/** Stands in `NudgeWords.headlineWith` where the words go. */
const place = '{subject}';

/** The thing that a nudge, or what is due, is about: its ask, else its item (`promise:12`). */
export function thingOf({
  askId,
  item,
}: {
  readonly askId: AskId | null;
  readonly item: string | null;
}): Thing | undefined {
  if (askId !== null) return { kind: 'ask', id: askId };
  const [, kind, id] = /^(promise|assignment|idea):(\d+)$/u.exec(item ?? '') ?? [];
  return kind === undefined ? undefined : { kind: kind as Thing['kind'], id: Number(id) };
}

/**
 * Typed words as they stand in a sentence: on one line, without the full stop or the quotes around them, and cut at a word's end.
 * @returns undefined where nothing is left, so that nobody quotes a hole
 */
export function shortSubject(text: string | undefined): string | undefined {
  const line = (text ?? '').replaceAll(/\s+/gu, ' ').replaceAll(/[“”„«»]/gu, '"');
  const bare = line.replaceAll(/^["'\s]+|["'\s.;,:]+$/gu, '');
  if (bare === '') return undefined;
  return shorten(bare, longestSubject);
}

/** The headline with what it is about, as the reader may know it; without, where they may not or it is gone. */
export function headlineOf({ headline, headlineWith }: NudgeWords, subject: string | undefined): string {
  return subject === undefined || headlineWith === undefined
    ? headline
    : headlineWith.replaceAll(place, () => `“${subject}”`);
}
