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
    gap: 'Discounts come before anybody asks. Wants to hold the price until the value is on the table.',
    rootCause: 'will',
    assignments: [
      'On the next two price talks: say the number, then stay silent until they speak.',
      'Trade, don’t give: bring one thing back for anything off the price.',
      'Run a whole price talk with me listening, and no glance over.',
    ],
    seen: 'Nine seconds of silence after the number, and they moved first.',
    comment: 'Nine seconds felt like a minute. It worked, though.',
  },
  {
    gap: 'First calls turn into demos. Wants to know the customer’s day before showing anything.',
    rootCause: 'skill',
    assignments: [
      'Ask five questions about their peak hours before the first screen.',
      'Write up one customer’s day at the gate and read it back to them.',
      'Hold a first call without any demo at all.',
    ],
    seen: 'The warehouse lead talked for twelve minutes. Two weeks ago it was two.',
    comment: 'I keep the five questions on a card now.',
  },
  {
    gap: 'Finance people stay strangers. Wants to be able to carry a payback talk alone.',
    rootCause: 'skill',
    assignments: [
      'Explain our payback sheet to me as if I were their CFO.',
      'Bring the CFO in on one live deal, with me on the call.',
      'Hold the payback talk alone and tell me afterwards.',
    ],
    seen: 'Knew the numbers. Hurried past the one that mattered; once more.',
    comment: 'The sheet is clear to me now. Talking to them still makes me fast.',
  },
  {
    gap: 'Next steps end without a day. Wants each call to end in two calendars.',
    rootCause: 'expectation',
    assignments: [
      'End the next five calls with a day and a name, written in the chat before hanging up.',
      'Where they won’t name a day, ask why, and note the answer.',
      'Do the same with a whole buying group in the room.',
    ],
    seen: 'Four of five with a day. The fifth was an honest no.',
    comment: 'Asking why they won’t name a day told me more than the call did.',
  },
  {
    gap: 'Everything hangs on one contact. Wants three people per account who’d miss us.',
    rootCause: 'skill',
    assignments: [
      'Draw the buying group of your two largest deals and find the empty chairs.',
      'Ask your champion for one introduction, in person.',
      'Meet the person who could say no, before the offer.',
    ],
    seen: 'The map has five names now, two of them met in person.',
    comment: 'My champion was glad that I asked. I’d waited for nothing.',
  },
  {
    gap: 'Offers take a week. Wants them out within a day while the talk is warm.',
    rootCause: 'obstacle',
    assignments: [
      'Write down what an offer waits for, step by step, for the next three.',
      'Use the short template for everything under 40,000.',
      'Get one larger offer out within a day, with me clearing the way.',
    ],
    seen: 'Out the same evening, in their words. The template holds.',
    comment: 'It was legal all along, not me. Good to have that in writing.',
  },
  {
    gap: 'Gives way when a competitor’s name comes up. Wants to stay curious instead.',
    rootCause: 'will',
    assignments: [
      'When the name comes up, ask two questions before you say anything about us.',
      'Collect three customers’ words on why they left that competitor.',
      'Let a customer compare us out loud, and only listen.',
    ],
    seen: 'Asked what the other price leaves out. They listed it themselves.',
    comment: 'I even learned something about us.',
  },
];
