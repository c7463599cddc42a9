/** What a status in Slack says about being at work. */

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

/** Whole words, so that "homesick" and "leave a comment" are none. */
const wordsOfAbsence = [
  /\bout[ -]of[ -](?:the[ -])?office\b/u,
  /\booo\b/u,
  /\b(?:on|annual|parental|maternity|paternity|sick|family|medical|compassionate) leave\b/u,
  /\bvacation(?:ing)?\b/u,
  /\bon (?:a )?(?:public )?holidays?\b/u,
  /\bpto\b/u,
  /\bdays? off\b/u,
  /^(?:(?:out|off|home|at home|i am|i’m|i'm|feeling|called in) )?sick\b/u,
  /\b(?:out|off) sick\b/u,
  /\b(?:im )?urlaub\b/u,
  /\bkrank(?:geschrieben)?\b/u,
];

/** Until then they are out: it says nothing of when it begins. */
const wordsOfReturn =
  /\b(?:back|return|returning|until|till|through)(?: (?:on|by|in))? (?:tomorrow|next week|next month|soon)\b/gu;
/** It is over, or still to come. */
const wordsOfAnotherTime = /\b(?:back from|next week|next month|tomorrow|soon|planning|upcoming)\b/u;

/**
 * Does this status mean that the person is out? It does where its emoji is one of vacation or sickness, or its words say so, unless
 * they speak of another time: "back from vacation". A meeting, a commute or working from home is no absence.
 */
export function meansOut({ emoji, text }: SlackStatus): boolean {
  const words = text.trim().toLowerCase().replaceAll(wordsOfReturn, '');
  if (wordsOfAnotherTime.test(words)) return false;
  return emojiOfAbsence.has(emoji.trim()) || wordsOfAbsence.some((pattern) => pattern.test(words));
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
