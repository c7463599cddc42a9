import { z } from 'zod';
import { route } from '../kit/route.ts';

const id = z.number().int().positive();

export const logList = z.object({
  /** What I logged, or what was logged about me. */
  about: z.enum(['mine', 'me']),
  page: z.number().int().min(0).max(10_000),
});

/** What a log form is opened with. The acting person's rights to it are read from the database. */
export const logOpening = z.object({
  behaviour: z.string().max(60).optional(),
  /** The button named the act: there is no other to choose. */
  only: z.literal(true).optional(),
  rep: id.optional(),
  nudge: id.optional(),
  booking: id.optional(),
  /** To a whole team: what became of it. */
  promise: id.optional(),
  /** The assignment that is looked at again. */
  assignment: id.optional(),
  /** An entry to correct. */
  interaction: id.optional(),
  /** Words to begin with, typed before. */
  text: z.string().max(3000).optional(),
});
export type LogOpening = z.infer<typeof logOpening>;

/** Opens the log form: "Did it", "Log something", "Correct". */
export const openLog = route('log.open', logOpening);
/** The same for correcting, where a button for opening stands beside it: ids of actions in one block must differ. */
export const correctLog = route('log.correct', z.object({ interaction: id, list: logList.optional() }));
/** The form's rep or behaviour was changed: the fields follow. */
export const changeLog = route('log.change', z.object({}));
/** Everything that can be filled in. */
export const moreLog = route('log.more', z.object({}));
export const shareNote = route('log.share', z.object({ interaction: id }));
export const deleteEntry = route('log.delete', z.object({ interaction: id, list: logList.optional() }));
/** Shows the words of one entry to somebody who may read them. */
export const readNote = route('log.read', z.object({ interaction: id }));

/** Whom a shared note is about answers it. */
export const openReply = route('note.open-reply', z.object({ interaction: id }));
export const saveReply = route('note.reply', z.object({ interaction: id }));

export type LogList = z.infer<typeof logList>;
/** The log form itself. Words never travel in it: Slack keeps them in the form's state. */
export const saveLog = route(
  'log.save',
  logOpening.omit({ text: true }).extend({
    list: logList.optional(),
    more: z.literal(true).optional(),
    /** Days, numbers, choices and records that don't stand in the form as fields. */
    given: z.record(z.string().max(60), z.string().max(100)).optional(),
  }),
);
export type LogFormCarried = ReturnType<typeof saveLog.decode>;
export const listLog = route('log.list', logList);
export const olderLog = route('log.older', logList);
export const newerLog = route('log.newer', logList);
