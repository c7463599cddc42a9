import type { AskKindDescription } from '../ask-kind.ts';
import { links, urgency } from '../words-fields.ts';

export const blockedDeal = {
  kind: 'blocked-deal',
  label: 'A blocked deal',
  request: 'has a blocked deal',
  noun: 'a deal to be unblocked',
  fields: ['deal', 'obstacle', 'stake', 'neededBy', urgency, links],
  first: 'deal',
  saidAs: [
    /\bblock(?:ed|er|ing)\b|\bstuck (?:in|with|at|on|behind)\b|\b(?:is|are|’s|'s|gone|went|been|got)\s+(?:stuck|stalled|dark|on hold|held up|hung up)\b|\bstalled\b|\bheld up\b|\bholding (?:this|it|us|everything) up\b|\broadblock|\bghost(?:ed|ing)\b|\bsitting (?:with|in|on)\b.{0,20}\b(?:legal|finance|procurement|security)/iu,
  ],
  without: ['granted'],
  steps: {
    taken: {
      button: () => 'I’ll clear it',
      history: (day) => (day === undefined ? undefined : `will clear it by ${day}`),
      news: (day) => (day === undefined ? undefined : `will clear this by ${day}.`),
    },
    done: {
      history: () => 'cleared it',
      news: () => 'cleared what was in the way. Is the deal moving again?',
    },
    declined: {
      button: () => 'Not blocked',
      history: () => 'said it isn’t blocked',
      news: () => 'looked at it and doesn’t think it’s blocked. If you see it differently, say so. The reason:',
    },
    confirmed: { button: ({ wasDeclined }) => (wasDeclined ? undefined : 'It’s moving again') },
    reopened: { button: () => 'Still stuck' },
  },
  isTackledTogether: true,
  sample: 'Northwind is stuck in legal, $48k at stake.',
} as const satisfies AskKindDescription;
