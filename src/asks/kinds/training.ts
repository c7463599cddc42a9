import type { AskKindDescription } from '../ask-kind.ts';
import { links } from '../words-fields.ts';

export const training = {
  kind: 'training',
  label: 'Training',
  request: 'asks for training',
  noun: 'training',
  fields: ['neededBy', links],
  first: 'neededBy',
  saidAs: [
    /\btraining\b|\btrain me\b|\b(?:a|the) (?:course|workshop|class|certification)\b|\bcertifi(?:ed|cation)\b|\b(?:want|like|love|need) to learn\b|\bteach me\b|\brole[ -]?play|\bshadow (?:a|you|your|someone|one)\b|\bcoach me\b/iu,
  ],
  sample: 'I’d like to learn how to sell to finance.',
} as const satisfies AskKindDescription;
