import { folded, wordsOf } from './folded.ts';
import {
  alone,
  calledOff,
  closedWords,
  doneWords,
  endedWords,
  fillers,
  hedges,
  japanese,
  lostWords,
  noFlags,
  notWords,
  openWords,
  stageStems,
  stageWords,
  wonWords,
  yesFlags,
} from './outcome-words.ts';

export type Outcome = 'won' | 'lost' | 'open';

/** What a word says by itself: a stage names one of few, again and again. */
const known = new Map<string, Outcome | undefined>();
const mostKnown = 10_000;

/**
 * How a deal stands, by the words of its stage or status in ten languages: `Closed Won`, `Geschlossen/verloren`, `失注`. What is hedged
 * or denied (`Won - pending signature`, `Not lost yet`, `Verloren?`), names both (`Won/Lost`) or only says that it ended (`Closed`)
 * says nothing.
 * @returns undefined where the words say nothing of how it ended
 */
export function outcomeOf(text: string): Outcome | undefined {
  if (text === '') return undefined;
  if (known.has(text)) return known.get(text);
  const outcome = read(text);
  if (known.size < mostKnown) known.set(text, outcome);
  return outcome;
}

function read(text: string): Outcome | undefined {
  const { won, lost, words } = ends(text);
  if (won && lost) return undefined;
  if (won || lost) return isHedged(text, words, lost) ? undefined : won ? 'won' : 'lost';
  const whole = words.filter((word) => !fillers.has(word));
  if (openWords.has(words.join(' ')) || (whole.length > 0 && whole.every((word) => openWords.has(word)))) return 'open';
  return japanese.open.test(folded(text)) || words.includes('open') ? 'open' : undefined;
}

function ends(text: string): { won: boolean; lost: boolean; words: string[] } {
  const words = wordsOf(text);
  const plain = folded(text);
  const rest = words.filter((word) => !fillers.has(word) && !closedWords.has(word));
  const only = rest.length === 1 ? (rest[0] ?? '') : '';
  return {
    won: words.some((word) => wonWords.has(word)) || alone.won.has(only) || japanese.won.test(plain),
    lost:
      words.some((word) => lostWords.has(word) || calledOff.has(word)) ||
      alone.lost.has(rest.join(' ')) ||
      japanese.lost.test(plain),
    words,
  };
}

/** What follows “Lost –” is its reason, and says nothing of the deal: `Lost - not ready yet`. */
function isHedged(text: string, words: readonly string[], isLost: boolean): boolean {
  if (/[?？]/u.test(text) || japanese.hedge.test(folded(text))) return true;
  const percent = /(\d+)\s*[%％]/u.exec(text)?.[1];
  if (percent !== undefined && !['0', '100'].includes(percent)) return true;
  const at = words.findIndex((word) => wonWords.has(word) || lostWords.has(word) || calledOff.has(word));
  if (calledOff.has(words[at] ?? '') && words.some(isOnTheWay)) return true;
  const hasReason = isLost && /\p{L}\s*(?: [-–—]|[:(,;/])\s*\p{L}/u.test(text) && at <= 1;
  const looked = hasReason ? words.slice(0, at + 1) : words;
  return (
    looked.some((word) => hedges.has(word)) ||
    notWords.has(words[at - 1] ?? '') ||
    notWords.has(words[at - 2] ?? '') ||
    (isLost && words[at + 1] === 'contact')
  );
}

/** Does it only say that the deal ended, and not how: `Closed`, `Abgeschlossen`, `Won/Lost`? */
export function isVagueEnd(text: string): boolean {
  if (text === '' || outcomeOf(text) !== undefined) return false;
  const { won, lost, words } = ends(text);
  if (won && lost) return true;
  if (won || lost || words.some((word) => notWords.has(word) || hedges.has(word))) return false;
  const rest = words.filter((word) => !fillers.has(word));
  return (
    words.some((word) => closedWords.has(word)) ||
    (rest.length > 0 && rest.every((word) => doneWords.has(word))) ||
    japanese.closed.test(folded(text))
  );
}

/**
 * Do the words of a stage say that the deal is still open: `Negotiation/Review`, `Angebot versendet`, `提案中`? False for what says
 * nothing (`Phase 3`), for an end, and for what may be one (`Contract signed`).
 */
export function isCommonStage(text: string): boolean {
  const outcome = outcomeOf(text);
  if (outcome !== undefined) return outcome === 'open';
  const { won, lost, words } = ends(text);
  if (won || lost || isVagueEnd(text) || words.some((word) => endedWords.has(word))) return false;
  return words.some(isOnTheWay) || japanese.stage.test(folded(text));
}

function isOnTheWay(word: string): boolean {
  return stageWords.has(word) || stageStems.some((stem) => word.startsWith(stem));
}

/** A yes or no as programs and people in ten languages write it; undefined for anything else. */
export function readFlag(text: string): boolean | undefined {
  const word = folded(text);
  if (yesFlags.has(word)) return true;
  return noFlags.has(word) ? false : undefined;
}
