/** What the made-up teams said of their managers in the last two pulses, and what each manager made of it. */

export interface DemoPulse {
  /** The manager's handle. */
  readonly manager: string;
  /** How many rounds ago: 2 or 1. */
  readonly roundsAgo: number;
  /** In the order of the statements: cares, helps, trusts. */
  readonly points: readonly [number, number, number];
  readonly sentences: readonly string[];
  readonly heard: string;
  readonly will: string;
}

export const pulses: readonly DemoPulse[] = [
  {
    manager: 'dana',
    roundsAgo: 2,
    points: [4, 3, 3.5],
    sentences: [],
    heard: 'You know I care. Where I fall short is help with the deal in front of you.',
    will: 'Keep Wednesdays free for calls you want me on.',
  },
  {
    manager: 'dana',
    roundsAgo: 1,
    points: [4, 3.5, 3.5],
    sentences: [
      'More of the Wednesdays. They make a difference.',
      'I’d like to hear what you think of my calls sooner.',
      'Security reviews still eat my weeks.',
      'You stood up for us on the pricing change.',
      'Fewer pipeline questions on Fridays, please.',
    ],
    heard: 'The Wednesdays help. My feedback on your calls comes too late.',
    will: 'Give each of you feedback the same day as the call.',
  },
  {
    manager: 'marcus',
    roundsAgo: 2,
    points: [3, 3.5, 3],
    sentences: [],
    heard: 'Some of you see me every week and some hardly ever.',
    will: 'Put half an hour with each of you on the calendar.',
  },
  {
    manager: 'marcus',
    roundsAgo: 1,
    points: [3.5, 3.5, 3],
    sentences: [],
    heard: 'The half hours are on the calendar, and I still moved too many of them.',
    will: 'Move none of our half hours without asking you first.',
  },
  {
    manager: 'katrin',
    roundsAgo: 2,
    points: [4, 4, 4.5],
    sentences: [],
    heard: 'You trust me, and you want more room to do it your way.',
    will: 'Ask for your plan before I say mine.',
  },
  {
    manager: 'katrin',
    roundsAgo: 1,
    points: [4, 4.5, 4.5],
    sentences: [],
    heard: 'Your plans are better for being yours. Travel approvals take too long.',
    will: 'Get travel approvals under €1,000 down to one day.',
  },
  {
    manager: 'weilin',
    roundsAgo: 2,
    points: [3.5, 3, 4],
    sentences: [],
    heard: 'You want to know what comes next for you here.',
    will: 'Talk with each of you about your next step before the month is out.',
  },
  {
    manager: 'weilin',
    roundsAgo: 1,
    points: [4, 3, 4],
    sentences: [],
    heard: 'Those talks were worth it. Help with big accounts is still thin.',
    will: 'Bring a solutions engineer into your three biggest accounts.',
  },
];
