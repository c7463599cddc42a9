import { z } from 'zod';
import type { PeopleFilter } from '../../store/people-page.ts';
import { route } from '../kit/route.ts';

/** In the order in which they are offered. */
export const peopleFilters = ['all', 'unlinked', 'without-manager'] as const satisfies PeopleFilter[];

/** What an admin can do with one person. */
export const personActs = ['manager', 'merge', 'remove'] as const;
export type PersonAct = (typeof personActs)[number];

const id = z.number().int().positive();
/** A page of the list. */
const place = z.object({ filter: z.enum(peopleFilters), page: z.number().int().min(0).max(10_000) });

/** For admins: everybody on record, and who is whom. */
export const openEverybody = route('people.open', z.object({}));
export const choosePeople = route('people.choose', z.object({ filter: z.enum(peopleFilters) }));
export const earlierPeople = route('people.earlier', place);
export const laterPeople = route('people.later', place);
/** An option of a person's menu. */
export const doWithPerson = route('people.do', place.extend({ person: id, act: z.enum(personActs) }));

/** Each carries where in the list it began, to show that again. */
const form = place.extend({ person: id });
export const saveManager = route('people.save-manager', form);
export const saveMerge = route('people.save-merge', form);
export const saveRemoval = route('people.save-removal', form);
/** In the place of the form, once it is done. */
/** A pair of somebody on record and somebody in Slack: they are one, or they aren't. */
export const samePerson = route('people.same', z.object({ pair: id }));
export const otherPerson = route('people.other', z.object({ pair: id }));
export const undoMergeOf = route('people.undo-merge', z.object({ merge: id }));
export const undoRemovalOf = route('people.undo-removal', z.object({ person: id }));

export interface ListPlace {
  readonly filter: PeopleFilter;
  readonly page: number;
}
