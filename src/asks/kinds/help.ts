import type { AskKindDescription } from '../ask-kind.ts';
import { links, urgency } from '../words-fields.ts';

export const help = {
  kind: 'help',
  label: 'Help',
  request: 'asks for help',
  noun: 'help',
  fields: ['deal', 'neededBy', urgency, links],
  first: 'neededBy',
  saidAs: [
    /\bhelp\b|\bjoin (?:me|us|my|the|a|our|in)\b|\badvice\b|\bweigh in\b|\bstrategi[zs]e\b|\bintro(?:duce|duction)?\b|\bcall (?:them|him|her|their)\b|\b(?:talk|speak) to (?:them|him|her|their|the)\b|\blook (?:at|over) (?:my|this|the)\b|\breview my\b|\bgut check\b|\bprep\b/iu,
  ],
  isFallback: true,
  sample: 'Can you join my call with Northwind on Friday?',
} as const satisfies AskKindDescription;
