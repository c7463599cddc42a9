import type { AskKindDescription } from '../ask-kind.ts';
import { links, urgency } from '../words-fields.ts';

export const resource = {
  kind: 'resource',
  label: 'A resource',
  request: 'asks for a resource',
  noun: 'a resource',
  fields: ['deal', 'stake', 'neededBy', urgency, links],
  first: 'neededBy',
  saidAs: [
    /\b(?:an? |the |our )?(?:sales|solutions?) engineer\b|\ban SE\b|\bdemo (?:environment|account|unit|kit|tenant)\b|\bsandbox\b|\b(?:licen[sc]e|seat) for\b|\bbudget\b|\bcase stud(?:y|ies)\b|\breference (?:customer|call|account)s?\b|\ba reference\b|\bone-?pager\b|\b(?:slide |pitch )?deck\b|\baccess to\b|\bsamples?\b|\blaptop\b|\bheadcount\b/iu,
  ],
  sample: 'I need a solutions engineer on site for two days.',
} as const satisfies AskKindDescription;
