/**
 * What a pulse asks, and what of its answers is ever told. Essay 001: people follow those who care about them, can help them, and
 * can be trusted. Nothing here says who answered what: answers come without names, and only as much leaves as can't be traced.
 */

import { FieldError } from '../errors.ts';

/** What a rep agrees with, from 1 (not at all) to 5 (fully). */
export const pulseStatements = [
  { id: 'cares', words: 'My manager cares about me as a person.' },
  { id: 'helps', words: 'My manager can help me to do better.' },
  { id: 'trusts', words: 'I can trust my manager.' },
] as const satisfies readonly { readonly id: string; readonly words: string }[];

export type PulseStatementId = (typeof pulseStatements)[number]['id'];

/** A result of fewer answers than this is never shown, nor sentences of fewer people. */
export const pulseMinimum = 5;

/** In characters as people count them. */
export const longestSentence = 300;

/** What one answer may take as JSON in UTF-8, whatever the script: all answers get the same room. */
export const ballotBytes = 2_048;
/** The same without the receipt and the points. */
const longestSentenceBytes = 1_900;

/** Averages beyond these are told as "4.5 or more" and "1.5 or less": that all said the same is never certain. */
export const mostPoints = 4.5;
export const leastPoints = 1.5;

/** What is published: once, at the close, and never worked out again. */
export interface PulseResult {
  readonly statements: readonly {
    readonly id: PulseStatementId;
    /** The average in halves; 4.5 means 4.5 or more, 1.5 means 1.5 or less. */
    readonly points: number;
  }[];
  /** In no order that means anything; none where fewer people wrote one than the pulse's minimum. */
  readonly sentences: readonly string[];
}

/** One answer, with nobody's name on it. */
export interface Ballot {
  /** Known to the one who gave it alone, and only as long as their window is open. */
  readonly receipt: string;
  /** From 1 to 5, in the order of `pulseStatements`. */
  readonly points: readonly number[];
  /** Empty where they wrote none. */
  readonly sentence: string;
}

/**
 * What may be told of the answers, or undefined where they are too few. Averages are rounded to halves; how many answered is never told.
 * @param ballots in an order that has nothing to do with who came first
 */
export function resultOf(ballots: readonly Ballot[], minimum: number): PulseResult | undefined {
  if (ballots.length < minimum) return undefined;
  const sentences = ballots.map(({ sentence }) => sentence).filter((sentence) => sentence !== '');
  return {
    statements: pulseStatements.map(({ id }, index) => ({ id, points: rounded(averageOf(ballots, index)) })),
    sentences: sentences.length < minimum ? [] : sentences,
  };
}

function averageOf(ballots: readonly Ballot[], statement: number): number {
  return ballots.reduce((sum, { points }) => sum + (points[statement] ?? 0), 0) / ballots.length;
}

function rounded(average: number): number {
  return Math.min(mostPoints, Math.max(leastPoints, Math.round(average * 2) / 2));
}

/**
 * The points as they are counted.
 * @throws FieldError beside the first statement that has none
 */
export function checkedPoints(points: readonly number[]): number[] {
  return pulseStatements.map(({ id }, index) => {
    const given = points[index];
    if (given === undefined || !Number.isInteger(given) || given < 1 || given > 5)
      throw new FieldError(id, 'Choose one of the five.');
    return given;
  });
}

/**
 * The sentence on one line, as it is kept; empty where nothing was written.
 * @throws FieldError if it is too long
 */
export function checkedSentence(typed: string): string {
  const sentence = typed
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  const characters = [...new Intl.Segmenter('en').segment(sentence)].length;
  const bytes = new TextEncoder().encode(JSON.stringify(sentence)).length;
  if (characters > longestSentence || bytes > longestSentenceBytes)
    throw new FieldError('sentence', `That’s too long. Use ${longestSentence} characters or fewer.`);
  return sentence;
}
