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
    text: 'Could you read my first proposal to Penobscot Seafood before it goes out?',
    askedDaysAgo: 46,
    neededDaysAgo: 42,
    grantedDaysAgo: 43,
    answer: 'Read it. Three notes in the margin, and it’s good.',
  },
  {
    rep: 'luca',
    kind: 'training',
    text: 'I keep losing the room on the integration questions. Can I sit in on a day with the engineers?',
    askedDaysAgo: 41,
    neededDaysAgo: 31,
    grantedDaysAgo: 29,
    answer: 'Late, sorry. You’ve got a seat in the next one.',
  },
  {
    rep: 'andre',
    kind: 'resource',
    text: 'Two demo scanners for the warehouse in Memphis, for a week.',
    askedDaysAgo: 37,
    neededDaysAgo: 33,
    grantedDaysAgo: 34,
    answer: 'They’re on the truck.',
  },
  {
    rep: 'grace',
    kind: 'help',
    text: 'Their head of operations only talks to people at her level. Could you open the door?',
    askedDaysAgo: 29,
    neededDaysAgo: 24,
    grantedDaysAgo: 25,
    answer: 'She said yes to Thursday. I’ll open, then it’s yours.',
  },
  {
    rep: 'nora',
    kind: 'help',
    text: 'A second pair of eyes on my renewal numbers before I show them.',
    askedDaysAgo: 24,
    neededDaysAgo: 20,
    grantedDaysAgo: 21,
    answer: 'Done, with one question about year three.',
  },
  {
    rep: 'tom',
    kind: 'resource',
    text: 'Can I get pilot budget for one more site?',
    askedDaysAgo: 20,
    neededDaysAgo: 14,
    grantedDaysAgo: 15,
    answer: 'You have it through the end of the quarter.',
  },
  {
    rep: 'ingrid',
    kind: 'training',
    text: 'Somebody to rehearse the price conversation with, an hour before Wednesday.',
    askedDaysAgo: 13,
    neededDaysAgo: 10,
    grantedDaysAgo: 11,
    answer: 'You and me, Tuesday at four.',
  },
];
