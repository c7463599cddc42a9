/** Phrases that a native speaker wouldn't say, and how we say it now: none of them may come back into a sentence that a person reads. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { stringsOf } from '../helpers/source-strings.ts';

/** The odd phrase, as a pattern over the text of string literals; `X` of a person is any name or placeholder. */
const oddPhrases: readonly (readonly [odd: RegExp, better: string])[] = [
  [/What did you see, when\?/u, 'What I noticed'],
  [/shared words with you/u, 'shared a coaching note with you'],
  [/On: so can they/u, 'Grace can read it, and so can any later manager'],
  [/removes what is in the way/u, 'Dana will clear this by Tuesday'],
  [/A no helps, too/u, 'Even a no helps'],
  [/day it was needed by was past/u, 'This was overdue'],
  [/^It waits for your answer/u, 'Waiting for your answer'],
  [/^What waits$|\bwhat waits\b/u, 'Up next'],
  [/can wait longer than these/u, 'More'],
  [/What .{1,40} promised .{1,60} was for/u, 'Due today: …'],
  [/with half of your team it was/u, 'most of your team had 12 or more'],
  [/where would you like me along/u, 'where could I join you?'],
  [/about whatever .{1,30} likes/u, 'Hannah picks the topic'],
  [/(?:person|people)(?:'\))?\} to lead/u, 'three people who need you'],
  [/^Agreed with .{1,60}: to look again/u, 'You agreed to look again on …'],
  [/^Watch .{1,40} again/u, 'See how Luca is doing on …'],
  [/that the others know whose it was/u, 'nobody has credited Luca yet'],
  [/Say whose idea it was/u, 'Credit Luca for the idea'],
  [/passed over this kind twice/u, 'No answer twice. Should I change something?'],
  [/promises? with (?:its|their) day this week/u, 'One promise due this week, still open'],
  [/what came up to you from/u, 'Camila’s ask has waited 29 days for you'],
  [/Most often in the way, made by/u, 'Our own biggest blocker'],
  [/\bfor who(?:ever)? has a team/u, 'if you have a team'],
  [/note is for who wrote it/u, 'Only the author sees a private note'],
  [/see(?:s)? numbers otherwise/u, 'Otherwise leads and admins see only numbers'],
  [/has all of this to press/u, 'It’s all in your Home tab, too'],
  [/Kept · Ask for their plan/u, 'Asked for your plan'],
  [/times? to connect/u, 'One lunch or coffee together'],
  [/asked for nothing that is still open/u, 'No open asks'],
  [/How it is to be led/u, 'How it’s going with Dana'],
  [/average a statement/u, 'one average per statement'],
  [/whoever hosts this/iu, 'your IT admin'],
  [/a question that you may leave/u, 'an occasional optional question'],
  [/\b[Bb]y your own clock/u, 'In your time zone'],
  [/^not yet /u, 'No development goal yet'],
  [/The day is told, and you are reminded/u, 'Tom sees this date; I’ll remind you'],
  [/read or keep what is written here|nothing came of that/u, 'I can’t read messages here.'],
  [/Shall they say how sure/u, 'Ask them how confident they feel?'],
  [/didn’t come about/u, 'It didn’t happen this time'],
  [/There is a side of this for yourself/u, 'I’m here for you, too'],
  [/\bhelp(?:s)? (?:[A-Z]\w+|\$\{[^}]+\}|a sales manager|you) to (?:make|see)\b/u, 'I help Dana make time for you'],
  [/you hear of every step|hear of every step/u, 'you’ll hear at every step'],
  [/You have an answer by/u, 'Tom gets an answer by'],
  [/is told as you write it/u, 'Tom sees this word for word'],
  [/^Come with me/u, 'Tackle it with Tom'],
  [/nothing is left to do/iu, 'Dana will see you no longer need this'],
  [/^Put it right$|^Another day: this one$/u, 'Fix this / Move it to'],
  [/^Seen again on/u, 'Looked again Thu: keep practicing'],
  [/, which is past/u, 'Was due Tue, Dec 8'],
  [/^Passed: /u, 'No answer: …'],
  [/back among what waits/u, 'I’ll bring it up again'],
  [/nudges about assignments evaluated/u, 'no more reminders to look again'],
  [/closed the gap you work on/u, 'Aisha reached her goal'],
  [/Next week begins with/u, 'Start next week with Devon'],
  [/^(?:\w+ )?[Dd]ays to (?:\$\{|\w{3}\b)/u, 'Week ending Fri, Dec 4'],
  [/^In between$/u, 'Neutral'],
  [/Channel in which wins are told/u, 'Wins channel'],
  [/Days from one time to the next/u, 'Ask at most every … days'],
  // Of their kind.
  [/\(your rhythm: /u, 'Why? says the rhythm'],
  [/\bon record\b/u, 'say what the person gets, not what the machine has'],
  [/Nothing was changed|nothing was changed/u, 'nothing changed'],
  [/\bany more\b(?! \w)/u, 'anymore'],
  [/\bBeing missed\b/u, 'No time with their manager'],
];

const root = join(import.meta.dirname, '../../src');
/** What the made-up people write, and the readers of other people's files, are no sentences of ours. */
const others = /^(?:demo|importing)\//u;
/** Where a word is right: the operator's command line speaks of what the database holds. */
const allowed: readonly (readonly [file: RegExp, phrase: RegExp])[] = [[/^(?:cli|store)\//u, /\bon record\b/u]];

test('no sentence that a person reads is an odd one', () => {
  const found: string[] = [];
  for (const file of sourceFiles())
    for (const { text, line } of stringsOf(readFileSync(join(root, file), 'utf8')))
      for (const [odd, better] of oddPhrases)
        if (odd.test(text) && !allowed.some(([where, phrase]) => where.test(file) && phrase.source === odd.source))
          found.push(`${file}:${line}: “${text.slice(0, 120)}” (${odd.source}); better: ${better}`);
  expect(found).toEqual([]);
});

function sourceFiles(): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/u.test(file) && !others.test(file))
    .toSorted();
}
