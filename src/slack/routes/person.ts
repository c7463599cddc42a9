import { z } from 'zod';
import { route } from '../kit/route.ts';

const id = z.number().int().positive();
const person = z.object({
  rep: id,
  /** Of what was logged, from 0: the newest. */
  page: z.number().int().min(0).max(10_000),
});

/** Parts of the form on a rep that are folded. */
export const personParts = ['next', 'goals', 'promises', 'expectations', 'ideas'] as const;
export type PersonPart = (typeof personParts)[number];

/** Everything on record about one rep that their manager may see. */
export const openPerson = route('person.open', person);
/** The same, chosen from a list. */
export const chooseForMore = route('person.choose', person);
export const olderEntries = route('person.older', person);
export const newerEntries = route('person.newer', person);
/** Unfolds one part of it. */
export const unfoldPerson = route('person.unfold', z.object({ rep: id, part: z.enum(personParts) }));
/** The log form in the place of the form on a rep. */
export const logAbout = route('person.log', z.object({ rep: id, behaviour: z.string().max(60).optional() }));
/** The next step of the rep's development cycle, in the log form. */
export const nextStep = route('person.next-step', z.object({ rep: id, behaviour: z.string().max(60) }));
