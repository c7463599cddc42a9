import type { AskKind } from '../behaviours/facts.ts';
import type { CompanyObstacle } from '../behaviours/company-obstacles.ts';
import type { AskStepTaken, Obstacle } from '../leading/ask-lifecycle.ts';

/** A request of a rep and what became of it; ages in working days before today. */
export interface DemoAsk {
  readonly rep: string;
  readonly kind: AskKind;
  readonly obstacle: Obstacle | null;
  /** What exactly, where our own company put it there. */
  readonly companyObstacle?: CompanyObstacle;
  /** `{account}` is that of the deal. */
  readonly text: string;
  /** Which of the rep's open deals it is about: the largest that stands still, or that moves. */
  readonly deal: 'idle' | 'moving' | null;
  readonly askedDaysAgo: number;
  /** In calendar days from today. */
  readonly neededIn: number | null;
  readonly steps: readonly DemoAskStep[];
}

export interface DemoAskStep {
  readonly step: AskStepTaken;
  readonly daysAgo: number;
  readonly text: string | null;
  /** For `taken`: by when there will be an answer, in calendar days from today. */
  readonly untilIn: number | null;
}

export const asks: readonly DemoAsk[] = [
  {
    rep: 'tom',
    kind: 'blocked-deal',
    obstacle: 'company',
    companyObstacle: 'legal-review',
    text: 'Our legal team has had {account}’s contract changes for eleven days. Their operations director asked me twice, and I have run out of friendly answers. Could you get it to the top of the pile?',
    deal: 'idle',
    askedDaysAgo: 2,
    neededIn: 5,
    steps: [],
  },
  {
    rep: 'clara',
    kind: 'exception',
    obstacle: null,
    text: '{account} signs this month if we accept 60 days instead of 30. They have paid on time for three years.',
    deal: 'moving',
    askedDaysAgo: 3,
    neededIn: 9,
    steps: [{ step: 'taken', daysAgo: 2, text: 'With finance since this morning.', untilIn: 5 }],
  },
  {
    rep: 'linh',
    kind: 'help',
    obstacle: null,
    text: 'The CFO of {account} joins our next call. I’d like you there for the first ten minutes.',
    deal: 'moving',
    askedDaysAgo: 5,
    neededIn: null,
    steps: [
      { step: 'taken', daysAgo: 5, text: null, untilIn: 0 },
      { step: 'granted', daysAgo: 3, text: 'I’m in. You open, I take the payback question.', untilIn: null },
    ],
  },
  {
    rep: 'camila',
    kind: 'resource',
    obstacle: null,
    text: 'I need a solutions engineer for two days on site. The waiting list is five weeks, and their window is three.',
    deal: null,
    askedDaysAgo: 6,
    neededIn: 12,
    steps: [
      { step: 'taken', daysAgo: 5, text: null, untilIn: 0 },
      { step: 'handed', daysAgo: 4, text: 'Engineering won’t move for me. This needs your voice.', untilIn: null },
    ],
  },
];
