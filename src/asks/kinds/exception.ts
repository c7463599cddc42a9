import type { AskKindDescription } from '../ask-kind.ts';
import { exceptions } from '../exceptions.ts';
import { links, urgency } from '../words-fields.ts';

export const exception = {
  kind: 'exception',
  label: 'An exception',
  request: 'asks for an exception',
  noun: 'an exception',
  fields: ['exception', 'deal', 'stake', 'neededBy', urgency, links],
  first: 'exception',
  saidAs: exceptions.map(({ saidAs }) => saidAs),
  sample: '12% for Northwind by Friday',
} as const satisfies AskKindDescription;
