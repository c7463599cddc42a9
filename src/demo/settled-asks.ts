import type { AskKind } from '../behaviours/facts.ts';

/** A request of weeks ago that was granted, and confirmed by the rep the working day after; ages in working days before today. */
export interface SettledDemoAsk {
  readonly rep: string;
  readonly kind: AskKind;
  readonly text: string;
  readonly askedDaysAgo: number;
  readonly neededDaysAgo: number;
  readonly grantedDaysAgo: number;
  readonly answer: string;
}

export const settledAsks: readonly SettledDemoAsk[] = [
  {
    rep: 'priya',
    kind: 'help',
    text: 'Would you read my first proposal to Penobscot Seafood before it goes out?',
    askedDaysAgo: 46,
    neededDaysAgo: 42,
    grantedDaysAgo: 43,
    answer: 'Read it. Three notes in the margin, and it is good.',
  },
  {
    rep: 'luca',
    kind: 'training',
    text: 'I keep losing the room at the integration questions. Is there a day with the engineers that I could join?',
    askedDaysAgo: 41,
    neededDaysAgo: 31,
    grantedDaysAgo: 29,
    answer: 'Late, and sorry for it: you have a seat in the next one.',
  },
  {
    rep: 'andre',
    kind: 'resource',
    text: 'Two demo scanners for the warehouse in Memphis, for one week.',
    askedDaysAgo: 37,
    neededDaysAgo: 33,
    grantedDaysAgo: 34,
    answer: 'They are in the post.',
  },
  {
    rep: 'grace',
    kind: 'help',
    text: 'Their head of operations only talks to people of her rank. Could you open the door?',
    askedDaysAgo: 29,
    neededDaysAgo: 24,
    grantedDaysAgo: 25,
    answer: 'She said yes to Thursday. I open, then it is yours.',
  },
  {
    rep: 'nora',
    kind: 'help',
    text: 'A second pair of eyes on my renewal numbers before I show them.',
    askedDaysAgo: 22,
    neededDaysAgo: 19,
    grantedDaysAgo: 20,
    answer: 'Done, with one question about the third year.',
  },
  {
    rep: 'tom',
    kind: 'resource',
    text: 'Can I have the pilot budget for one more site?',
    askedDaysAgo: 20,
    neededDaysAgo: 14,
    grantedDaysAgo: 15,
    answer: 'You have it until the end of the quarter.',
  },
  {
    rep: 'jamal',
    kind: 'training',
    text: 'Somebody to practise the price talk with, an hour before Wednesday.',
    askedDaysAgo: 13,
    neededDaysAgo: 10,
    grantedDaysAgo: 11,
    answer: 'You and me, Tuesday at four.',
  },
];
