import { lookingBackDay, weekOf } from '../time/working-week.ts';
import { addDays, formatDate, weekdayOf } from '../time/zoned.ts';
import type { Behaviour } from './behaviour.ts';
import { dueAbout } from './due.ts';
import type { TeamFacts } from './facts.ts';
import type { Choice } from './field.ts';

const friday = 5;

const shares: readonly Choice[] = [
  { value: '0', label: 'Hardly any' },
  { value: '25', label: 'A quarter' },
  { value: '50', label: 'Half' },
  { value: '75', label: 'Three quarters' },
  { value: '100', label: 'Nearly all' },
];

/** Essays 000 and 004: how much of a week goes to the business, and how much to the people? */
export const timeBalance: Behaviour = {
  id: 'time-balance',
  name: 'Time balance',
  noun: { one: 'look at the week', many: 'looks at the week' },
  act: 'How much of the week went to people, how much to the business?',
  subject: 'team-and-you',
  essays: ['000', '004'],
  nudges: 'manager',
  about: 'team',
  cadence: 'Fridays, one tap, private',
  importance: 0.6,
  isCoaching: false,
  isOwnOnly: true,
  inRecap: true,
  oneTap: 'people',
  passes: true,
  settings: [],
  rule: 'Once a week, on Friday or the last day that you work, you are asked how much of the week went to people. One tap; only you can see the answer.',
  asLogged: 'Your week',
  isLoggedByHand: false,
  forRep: null,
  isWithoutTime: true,
  form: [
    {
      kind: 'choice',
      id: 'people',
      label: 'How much of your week went to your people?',
      reader: 'author',
      choices: shares,
    },
  ],
  usualMinutes: 1,
  followUp: 'How much of the week went to people?',
  due: (team) => {
    const { days } = team.calendar;
    if (team.reps.length === 0 || weekdayOf(team.today) !== lookingBackDay(days, friday)) return [];
    const beginning = weekOf(days, team.today);
    if (team.teamwide.some((entry) => entry.behaviour === timeBalance.id && entry.happenedOn >= beginning)) return [];
    return [
      dueAbout(
        timeBalance.id,
        null,
        {
          sentence: `${lastAnswer(team)} Only you can see this.`,
          record: null,
          elapsed: 1,
          rhythm: 1,
          dueSince: team.today,
        },
        {
          headline: 'How much of your week went to your people?',
          act: 'One tap, and you’re done.',
          openingLine: '“Who did I put first this week?”',
        },
        { urgent: true },
      ),
    ];
  },
};

/** What was said the last time, in the words of the button that was pressed. */
function lastAnswer(team: TeamFacts): string {
  const last = team.teamwide.find((entry) => entry.behaviour === timeBalance.id);
  const share = shares.find((choice) => choice.value === last?.details['people']);
  if (last === undefined || share === undefined) return 'No answer from you yet.';
  const wasLastWeek = last.happenedOn >= addDays(weekOf(team.calendar.days, team.today), -7);
  return `${wasLastWeek ? 'Last week' : `On ${formatDate(last.happenedOn, team.today)}`} you said “${share.label}”.`;
}
