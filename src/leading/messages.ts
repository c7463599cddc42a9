/**
 * Every message that the bot sends: what it is about, when it reaches somebody, and what makes it old. How it reads stands in
 * `src/slack/messages`, a file a message; both lists are the same by type.
 */
import { z } from 'zod';
import { channelTroubles } from './wins-channel.ts';
import { isLocalDate, localDate } from '../time/zoned.ts';

const id = z.number();
/** Of a person: whoever makes one person of two finds it by this. */
export const personId = z.number();
/** A local day. */
const day = z.string().refine(isLocalDate).transform(localDate);
/** A text of ours that names something: an instant, a batch, a month. */
const text = z.string();

const batch = { person: personId, batch: text };
const booking = { booking: id };
const promise = { promise: id };
const pulse = { pulse: id };
const request = { request: id };
const assignment = { cycle: id, assignment: id };
/** `departures` are ids, as `3,4`. */
const leavers = { departures: text, person: personId };
/** The lines between two ids that were told of at one instant. */
const lines = { manager: personId, from: id, to: id, at: text };

/** What can change so that a message about it shows something old; and what names it, as in the subject of that message. */
const changing = {
  absence: { person: personId, since: text },
  'answer-about-pulse': pulse,
  'answer-about-result': pulse,
  'answer-to-hello': batch,
  ask: { ask: id },
  'ask-of-holder': { ask: id, holder: personId },
  'ask-of-person': { ask: id, person: personId },
  'ask-step': { ask: id, step: id },
  assignment,
  booking,
  'booking-that-happened': booking,
  claim: { claim: id },
  confidence: { interaction: id },
  'cleared-deal': promise,
  evaluation: assignment,
  expectation: { expectation: id },
  'link-proposal': { proposal: id },
  'note-reply': { reply: id },
  praise: { praise: id },
  promise,
  pulse,
  request,
  'request-to-admin': { ...request, person: personId },
  'shared-note': { interaction: id, rep: personId },
  'wins-channel': { person: personId, about: text },
} as const satisfies Record<string, z.ZodRawShape>;

export type Changing = keyof typeof changing;
export type Named<What extends Changing> = z.infer<z.ZodObject<(typeof changing)[What]>>;

/** What names it is the whole subject: no other message can be made old by it. */
type ChangingLike<Subject> = {
  [What in Changing]: [Named<What>, Subject] extends [Subject, Named<What>] ? What : never;
}[Changing];

interface How<Subject> {
  /**
   * When it reaches somebody. `at-once`: a rep's own ask and the answers to it, and what answers somebody's own tap. `at-work`: all
   * that can wait, until the recipient is at work: not at night, on a day off or while they are out.
   */
  readonly reach: 'at-once' | 'at-work';
  /** May stand in one message with others that reach the same person at the same time. It has no picture then. */
  readonly joins: boolean;
  /** What makes it old, beside what stands in its recipient's week or team. */
  readonly staleWith?: readonly ChangingLike<Subject>[];
  /** It shows its recipient who has no manager: it is old when that changes. */
  readonly showsOrphans?: true;
  /** Where in the name of its occurrence, `kind|…|…`, an id of a person stands. */
  readonly people: readonly number[];
}

interface About<Shape extends z.ZodRawShape> extends How<z.infer<z.ZodObject<Shape>>> {
  readonly subject: z.ZodObject<Shape>;
}

function about<Shape extends z.ZodRawShape>(shape: Shape, how: How<z.infer<z.ZodObject<Shape>>>): About<Shape> {
  return { subject: z.object(shape), ...how };
}

const atOnce = { reach: 'at-once', joins: false } as const;
const atWork = { reach: 'at-work', joins: false } as const;
/** At work, and in one message with others. */
const along = { reach: 'at-work', joins: true } as const;

export const messages = {
  /** Asks somebody who works while their status says "out"; `since` is an instant. */
  'are-you-back': about({ person: personId, since: text }, { ...atOnce, people: [1], staleWith: ['absence'] }),
  /** For whoever holds the ask, kept up to date after it went further. */
  'ask-card': about({ ask: id, holder: personId }, { ...atOnce, people: [2], staleWith: ['ask-of-holder'] }),
  /** A step, for the rep who asked. */
  'ask-news': about({ ask: id, step: id }, { ...atOnce, people: [], staleWith: ['ask-step'] }),
  /** The rep had heard of that step, and it was taken back. */
  'ask-undone': about({ ask: id, step: id, actor: personId }, { ...atOnce, people: [] }),
  /** Asks the rep whether to take it to the lead. */
  'ask-offer': about({ ask: id }, { ...atWork, people: [], staleWith: ['ask'] }),
  /** The rep, or who has it: the day it was needed by is past. */
  'ask-overdue': about({ ask: id, person: personId }, { ...atWork, people: [2], staleWith: ['ask-of-person'] }),
  /** Tells the rep that nobody is there to answer. */
  'ask-waits': about({ ask: id }, { ...atOnce, people: [2], staleWith: ['ask'] }),
  /** What can't wait for the next plan: `between:2026-11-25`. */
  between: about(batch, { ...atWork, people: [1] }),
  /** Asks how a booked act went once its time has passed. */
  'booking-follow-up': about(booking, { ...atWork, people: [], staleWith: ['booking', 'booking-that-happened'] }),
  /** Tells the rep when their manager comes along to what blocks a deal. */
  'come-along': about(booking, { ...along, people: [], staleWith: ['booking'] }),
  /** Three questions to the rep after a strategy brief. */
  confidence: about({ interaction: id }, { ...along, people: [], staleWith: ['confidence'] }),
  /** For the rep: what was agreed, and what was seen of it since. */
  cycle: about(assignment, { ...along, people: [], staleWith: ['assignment'] }),
  /** For the rep, once: they reached what they set out for. */
  'cycle-closed': about(assignment, { ...along, people: [], staleWith: ['evaluation'] }),
  /** For the other one of the two. */
  'cycle-comment': about({ comment: id }, { ...along, people: [] }),
  /** To an admin. */
  'data-request': about({ ...request, person: personId }, { ...along, people: [2], staleWith: ['request-to-admin'] }),
  /** To who asked, once. */
  'data-request-done': about(request, { ...along, people: [] }),
  /** To who wrote the entry. */
  'entry-disputed': about(request, { ...atWork, people: [], staleWith: ['request'] }),
  /** Asks the rep, once a promise about a deal was kept, whether the deal moves again. */
  'deal-cleared': about(promise, { ...along, people: [], staleWith: ['cleared-deal'] }),
  /** Tells the manager that what they removed helped. */
  'deal-moves': about(promise, { ...along, people: [] }),
  /** `on` is the lead's local day. */
  digest: about({ lead: personId, on: day }, { ...atWork, people: [1] }),
  /** For the rep of whom it is expected. */
  expectation: about({ expectation: id }, { ...along, people: [], staleWith: ['expectation'] }),
  /** Before the first nudge, to who is new in a role. */
  greeting: about({ person: personId, as: z.enum(['manager', 'lead', 'both']) }, { ...atWork, people: [2] }),
  /** Asks somebody who answers nothing whether to go on, in the place of a plan: `hello:2026-12-21`. */
  hello: about(batch, { ...atWork, people: [1], staleWith: ['answer-to-hello'] }),
  /** For the manager whom their lead asks something. */
  'lead-question': about({ question: id }, { ...along, people: [] }),
  /** For whoever may say yes to a claim. */
  'line-question': about({ claim: id }, { ...along, people: [2], staleWith: ['claim'] }),
  /** For whoever claimed it, where it came to nothing. */
  'line-answer': about({ claim: id }, { ...along, people: [] }),
  /** For the one who reports. */
  'line-begun': about({ line: id }, { ...along, people: [] }),
  /** For the one who reported, while they report to nobody. */
  'line-ended': about({ line: id }, { ...along, people: [] }),
  /** For the new manager. */
  'lines-begun': about(lines, { ...along, people: [3] }),
  /** For the manager before. */
  'lines-ended': about(lines, { ...along, people: [3] }),
  /** Tells somebody, once, that an admin confirmed who they are. */
  'link-made': about({ person: personId }, { ...along, people: [1] }),
  /** Asks an admin whether two are the same. */
  'link-proposal': about({ proposal: id }, { ...atWork, people: [2], staleWith: ['link-proposal'] }),
  /** `person` is the lead of the manager who is away for good. */
  'manager-away': about(
    { manager: personId, person: personId, since: day },
    { ...atWork, people: [1, 2], showsOrphans: true },
  ),
  /** To whoever held the people of somebody who is back. */
  'manager-back': about(leavers, { ...along, people: [1], showsOrphans: true }),
  /** To the lead who has their people for now. */
  'manager-left': about(leavers, { ...atWork, people: [1], showsOrphans: true }),
  /** To each admin, of all who were found to have left together. */
  'managers-left': about(leavers, { ...atWork, people: [1], showsOrphans: true }),
  /** For who wrote a shared note. */
  'note-reply': about({ reply: id }, { ...along, people: [], staleWith: ['note-reply'] }),
  /** For the rep to whom a manager's words are shown. */
  'note-shared': about({ interaction: id, rep: personId }, { ...along, people: [2], staleWith: ['shared-note'] }),
  /** To an admin, once: a scope of Slack that the app lacks, in Slack's word. */
  'missing-scope': about({ person: personId, scope: text }, { ...along, people: [1] }),
  /** The week's nudges: `plan:2026-11-23`. */
  plan: about(batch, { ...atWork, people: [1] }),
  /** Thanks for the rep alone. */
  praise: about({ praise: id }, { ...along, people: [], staleWith: ['praise'] }),
  /** For the manager who meant it for the wins channel. */
  'praise-kept-private': about(
    { praise: id, why: z.enum(['no-channel', 'not-liked', 'not-posted', ...channelTroubles]) },
    { ...along, people: [] },
  ),
  /** For the rep to whom it was made. */
  promise: about(promise, { ...along, people: [], staleWith: ['promise'] }),
  /** Tells the rep, once, that it was kept. */
  'promise-kept': about(promise, { ...along, people: [], staleWith: ['promise'] }),
  /** To whoever keeps it: its day has passed. */
  'promise-not-kept': about(promise, { ...atWork, people: [], staleWith: ['promise'] }),
  /** For each rep who is asked. */
  pulse: about(pulse, { ...atWork, people: [2], staleWith: ['pulse'] }),
  /** For everybody who was asked: what the leader heard and will do. */
  'pulse-heard': about(pulse, { ...atWork, people: [2], staleWith: ['answer-about-pulse'] }),
  /** Why nobody asks their team; `on` is a local day. */
  'pulse-none': about({ manager: personId, on: day }, { ...atWork, people: [1] }),
  /** To the leader and to the managers whose teams answered together. */
  'pulse-result': about(pulse, { ...atWork, people: [2], staleWith: ['answer-about-result'] }),
  /** `on` is the manager's local day. */
  recap: about({ manager: personId, on: day }, { ...atWork, people: [1] }),
  /** What was closed with somebody who has left, for `person`. */
  'rep-left': about(
    {
      departure: id,
      person: personId,
      asks: id.optional(),
      promises: id.optional(),
      bookings: id.optional(),
    },
    { ...along, people: [2] },
  ),
  /** A rep's month, `2026-11`. */
  'rep-recap': about({ rep: personId, month: text }, { ...atWork, people: [1] }),
  /** To an admin, once: somebody who can't be written to, and Slack's word for why. */
  unreachable: about({ person: personId, whom: personId, problem: text }, { ...along, people: [1, 2] }),
  /** For somebody who reports to a manager. */
  welcome: about({ person: personId }, { ...along, people: [1] }),
  /** It goes to a channel, by Slack's id, and is about the recipient. */
  win: about({ praise: id, channel: text }, { ...atWork, people: [] }),
  /** `about` is Slack's id of the channel: it goes to an admin, not there. */
  'wins-channel': about({ person: personId, about: text }, { ...along, people: [1], staleWith: ['wins-channel'] }),
} as const;

/** What a message is called, in the outbox, too. */
export type MessageKey = keyof typeof messages;
/** What it is about: ids, and names of days. */
export type SubjectOf<Key extends MessageKey> = z.infer<(typeof messages)[Key]['subject']>;

/** A message with what it is about. */
export type AnyMessage = { [Key in MessageKey]: { readonly kind: Key; readonly subject: SubjectOf<Key> } }[MessageKey];

export const messageKeys = Object.keys(messages) as MessageKey[];

/** Those that wait for nothing. */
export const atOnceKeys: readonly MessageKey[] = messageKeys.filter((key) => messages[key].reach === 'at-once');

/** The messages that show their recipient who has no manager. */
export const showingOrphans = messageKeys.filter((key) => 'showsOrphans' in messages[key]);

/** The messages that are old when this changes. */
export function staleWith(what: Changing): MessageKey[] {
  return messageKeys.filter((key) => {
    const { staleWith: causes = [] }: { readonly staleWith?: readonly Changing[] } = messages[key];
    return causes.includes(what);
  });
}

/** Where in the name of an occurrence an id of a person stands; nowhere in one of a message that there is no more. */
export function peopleInOccurrence(kind: string): readonly number[] {
  return isMessageKey(kind) ? messages[kind].people : [];
}

/** Is it the name of a message that there is? */
function isMessageKey(kind: string): kind is MessageKey {
  return Object.hasOwn(messages, kind);
}
