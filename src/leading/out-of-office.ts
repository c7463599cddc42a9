/** What a status in Slack says about being at work. */
import { absenceWords } from './absence-words.ts';
import type { Language } from './absence-words.ts';

export interface SlackStatus {
  /** `:palm_tree:`; empty where there is none. */
  readonly emoji: string;
  readonly text: string;
}

/** Slack's own suggestions for vacation and sickness, and their nearest kin. */
const emojiOfAbsence = new Set([
  ':palm_tree:',
  ':desert_island:',
  ':beach_with_umbrella:',
  ':umbrella_on_ground:',
  ':face_with_thermometer:',
  ':face_with_head_bandage:',
]);

const withoutSpaces: readonly Language[] = ['japanese', 'chinese', 'korean'];
/** A border that knows letters with accents, which `\\b` takes for the end of a word; "absent-minded" is one word. */
const [begins, ends] = ['(?<![\\p{L}\\p{N}]|\\p{L}-)', '(?![\\p{L}\\p{N}]|-\\p{L})'];
/** What may follow an absence that is all that is said: an end, a mark, a date, or a word of how long. */
const mayFollow = new RegExp(
  `^(?:$| *[^\\p{L}\\p{N} \\-/&'’]| *[-/&] *(?:\\P{L}|$)| -| *\\d| (?:${[
    'until|till|til|through|from|today|this|all|with|and|in|on|at',
    'bis|vom|heute|diese|mit|und|zu|am',
    'jusqu|du|aujourd|cette|avec|et|à',
    'hasta|del|hoy|esta|con|y|de|en',
    'até|do|hoje|com|e|fino|dal|oggi|questa|tot|vandaag|deze|met',
    'idag|i dag|denna|denne|hele|hela|med|og|och|od|dziś|dzisiaj|z|i',
  ].join('|')})(?![\\p{L}\\p{N}]))`,
  'u',
);

const patterns = Object.entries(absenceWords).map(([language, { out, alone, not, untilThen }]) => {
  const [from, to] = withoutSpaces.some((one) => one === language) ? ['', ''] : [begins, ends];
  const anyOf = (words: readonly string[]) => `${from}(?:${words.join('|')})${to}`;
  return {
    out: new RegExp(anyOf(out), 'u'),
    alone: new RegExp(`^\\P{L}*?(?:${alone.join('|')})${to}`, 'u'),
    not: new RegExp(anyOf(not), 'u'),
    untilThen: new RegExp(anyOf(untilThen), 'gu'),
  };
});

/**
 * Does this status mean that the person is out? It does where its emoji is one of vacation or sickness, or its words say so in one of
 * the languages known, unless they speak of another time: "back from vacation", "Urlaubsplanung". A meeting, a commute or working
 * from home is no absence.
 */
export function meansOut({ emoji, text }: SlackStatus): boolean {
  const whole = text.normalize('NFC').trim().toLowerCase().replace(/\s+/gu, ' ');
  const words = patterns.reduce((left, { untilThen }) => left.replace(untilThen, ' '), whole).trim();
  if (patterns.some(({ not }) => not.test(words))) return false;
  return emojiOfAbsence.has(emoji.trim()) || patterns.some((pattern) => says(pattern, words));
}

function says({ out, alone }: Pick<(typeof patterns)[number], 'out' | 'alone'>, words: string): boolean {
  if (out.test(words)) return true;
  const found = alone.exec(words)?.[0];
  return found !== undefined && mayFollow.test(words.slice(found.length));
}

/** What is kept of a status: whether, since when and until when the person is out. The words themselves are not kept. */
export interface OutOfOffice {
  readonly outSince: Date | null;
  /** Null: until the status changes. */
  readonly outUntil: Date | null;
}

/**
 * What a status means for a person.
 * @param expiresAt seconds since 1970, as Slack says it; 0 where it doesn't expire
 * @param known what was kept before: an absence that goes on keeps its beginning
 */
export function outOfOfficeBy(
  status: SlackStatus & { readonly expiresAt: number },
  known: OutOfOffice,
  now: Date,
): OutOfOffice {
  const outUntil = status.expiresAt > 0 ? new Date(status.expiresAt * 1000) : null;
  if (!meansOut(status) || (outUntil !== null && outUntil <= now)) return { outSince: null, outUntil: null };
  const goesOn = known.outSince !== null && (known.outUntil === null || known.outUntil > now);
  return { outSince: goesOn ? known.outSince : now, outUntil };
}
