import type { RootCause } from '../behaviours/change.ts';

/** What somebody works on: where it stands and where they want it, its root, and steps that get harder. */
export interface GapWords {
  readonly gap: string;
  readonly rootCause: RootCause;
  readonly assignments: readonly [first: string, second: string, third: string];
  /** What was different when the manager watched again. */
  readonly seen: string;
  /** The rep's own word on it. */
  readonly comment: string;
}

export const gaps: readonly GapWords[] = [
  {
    gap: 'Discounts before anybody asks. Wants to hold the price until the value is on the table.',
    rootCause: 'will',
    assignments: [
      'On your next two price calls: say the number, then wait until they speak.',
      'Trade, don’t give: get one thing back for anything you take off the price.',
      'Run a whole price call with me listening, and don’t look over.',
    ],
    seen: 'Nine seconds of silence after the number, and they blinked first.',
    comment: 'Nine seconds felt like a minute. It worked, though.',
  },
  {
    gap: 'First calls turn into demos. Wants to understand the customer’s day before showing anything.',
    rootCause: 'skill',
    assignments: [
      'Ask five questions about their peak hours before you show a screen.',
      'Write up one customer’s day at the gate and read it back to them.',
      'Run a first call with no demo at all.',
    ],
    seen: 'The warehouse lead talked for twelve minutes. Two weeks ago it was two.',
    comment: 'I keep the five questions on a card now.',
  },
  {
    gap: 'Avoids finance. Wants to be able to run a payback conversation alone.',
    rootCause: 'skill',
    assignments: [
      'Explain our payback sheet to me like I’m their CFO.',
      'Bring the CFO in on one live deal, with me on the call.',
      'Run the payback conversation alone and tell me how it went.',
    ],
    seen: 'Knew the numbers. Rushed past the one that mattered. One more round.',
    comment: 'I get the sheet now. I still talk too fast in front of them.',
  },
  {
    gap: 'Next steps have no date. Wants every call to end on two calendars.',
    rootCause: 'expectation',
    assignments: [
      'End your next five calls with a date and a name, in the chat before you hang up.',
      'When they won’t name a date, ask why and write down the answer.',
      'Do the same with the whole buying group in the room.',
    ],
    seen: 'Four of five with a date. The fifth was an honest no.',
    comment: 'Asking why they won’t name a date told me more than the call did.',
  },
  {
    gap: 'Everything hangs on one contact. Wants three people per account who’d miss us.',
    rootCause: 'skill',
    assignments: [
      'Map the buying group on your two biggest deals and find the empty chairs.',
      'Ask your champion for one introduction, in person.',
      'Meet the person who could say no before the proposal goes out.',
    ],
    seen: 'Five names on the map now, two of them met in person.',
    comment: 'My champion was glad I asked. I’d waited for nothing.',
  },
  {
    gap: 'Proposals take a week. Wants them out within a day, while it’s warm.',
    rootCause: 'obstacle',
    assignments: [
      'For the next three proposals, write down what each one waits for.',
      'Use the short template for everything under $40K.',
      'Get one big proposal out within a day, with me clearing the way.',
    ],
    seen: 'Out the same evening, in their words. The template holds up.',
    comment: 'It was legal all along, not me. Good to see that in writing.',
  },
  {
    gap: 'Caves when a competitor’s name comes up. Wants to stay curious instead.',
    rootCause: 'will',
    assignments: [
      'When the name comes up, ask two questions before you say anything about us.',
      'Collect three customers’ words on why they left that competitor.',
      'Let a customer compare us out loud, and just listen.',
    ],
    seen: 'Asked what the other price leaves out. They listed it themselves.',
    comment: 'I even learned something about us.',
  },
];
