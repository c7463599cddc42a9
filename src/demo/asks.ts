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
  /** Who has it acts, unless the rep does. */
  readonly by?: 'rep';
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
    text: 'Legal has had {account}’s redlines for eleven days. Their ops director has asked me twice, and I’m out of friendly answers. Can you get it to the top of the pile?',
    deal: 'idle',
    askedDaysAgo: 2,
    neededIn: 5,
    steps: [],
  },
  {
    rep: 'clara',
    kind: 'exception',
    obstacle: null,
    text: '{account} signs this month if we take net 60 instead of net 30. They’ve paid on time for three years.',
    deal: 'moving',
    askedDaysAgo: 3,
    neededIn: 9,
    steps: [{ step: 'taken', daysAgo: 2, text: 'It’s been with finance since this morning.', untilIn: 5 }],
  },
  {
    rep: 'linh',
    kind: 'help',
    obstacle: null,
    text: '{account}’s CFO is joining our next call. Could you be there for the first ten minutes?',
    deal: 'moving',
    askedDaysAgo: 5,
    neededIn: null,
    steps: [
      { step: 'taken', daysAgo: 5, text: null, untilIn: 0 },
      { step: 'granted', daysAgo: 3, text: 'I’m in. You open, I’ll take the payback question.', untilIn: null },
    ],
  },
  {
    rep: 'camila',
    kind: 'resource',
    obstacle: null,
    text: 'I need a solutions engineer on site for two days. The waiting list is five weeks, and their window is three.',
    deal: null,
    askedDaysAgo: 7,
    neededIn: 12,
    steps: [{ step: 'handed', by: 'rep', daysAgo: 3, text: null, untilIn: null }],
  },
];
