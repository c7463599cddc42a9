import { addDays, daysBetween, formatDate } from '../time/zoned.ts';
import type { Behaviour } from './behaviour.ts';
import { dayOf, textOf } from './change.ts';
import { dueAbout } from './due.ts';
import { ago } from './number-words.ts';
import { numberOf } from './rhythm.ts';

/** Essay 001: three questions decide whether people let themselves be led; hearing the answer obliges. */
export const trustPulse: Behaviour = {
  id: 'trust-pulse',
  name: 'Trust pulse',
  noun: { one: 'pulse answered', many: 'pulses answered' },
  act: 'Tell the team what you heard and what you will do.',
  subject: 'team-and-you',
  essays: ['001'],
  nudges: 'leader',
  about: 'team',
  cadence: 'after each pulse; the next comes once you’ve answered',
  importance: 1.2,
  isCoaching: false,
  settings: [
    {
      key: 'answerDays',
      label: 'Days after a pulse by which the team hears from you',
      unit: 'days',
      initial: 3,
      minimum: 1,
      maximum: 30,
    },
  ],
  rule: 'After your team’s pulse (do you care, can you help, can they trust you) you tell them what you heard and what you will do. The next pulse waits for that.',
  asLogged: 'What I heard',
  isLoggedByHand: false,
  forRep: null,
  isWithoutTime: true,
  form: [
    {
      kind: 'text',
      id: 'heard',
      label: 'What I heard',
      reader: 'rep',
      forRep: 'What {name} heard',
      multiline: true,
      keptInRecord: 'pulse-heard',
    },
    {
      kind: 'text',
      id: 'will',
      label: 'What I will do',
      hint: 'This becomes your promise to them.',
      reader: 'rep',
      forRep: 'What {name} will do',
      multiline: true,
      keptInRecord: 'pulse-will',
    },
    { kind: 'date', id: 'dueOn', label: 'By when?', reader: 'rep' },
  ],
  formWords: { title: 'What I heard', submit: 'Tell them' },
  usualMinutes: 20,
  followUp: 'Did you tell the team what you heard?',
  due: (team, settings) => {
    const [pulse] = team.pulses;
    const wait = numberOf(settings, 'answerDays');
    if (pulse === undefined || pulse.answeredOn !== null) return [];
    const elapsed = daysBetween(pulse.closedOn, team.today);
    if (elapsed < wait) return [];
    return [
      dueAbout(
        trustPulse.id,
        null,
        {
          sentence: `Your team’s pulse closed on ${formatDate(pulse.closedOn, team.today)}, ${ago(elapsed)}. They haven’t heard back from you yet.`,
          record: null,
          elapsed,
          rhythm: wait,
          dueSince: addDays(pulse.closedOn, wait),
        },
        {
          headline: 'Tell the team what you heard',
          act: 'Say it in your own words, and name one thing you’ll do about it.',
          openingLine: '“Thank you for being open. Here’s what I heard, and here’s what I’ll change first.”',
        },
      ),
    ];
  },
  changes: (entry) => {
    const heard = textOf(entry, 'heard');
    const will = textOf(entry, 'will');
    const dueOn = dayOf(entry, 'dueOn');
    return heard === undefined || will === undefined || dueOn === undefined
      ? []
      : [{ kind: 'answer-pulse', heard, will, dueOn }];
  },
};
