import type { SeedGroupLike } from './seed.ts';

/** Somebody in a reporting tree; `id` and `managerId` are whatever names them there. */
export interface InTree<Id> {
  readonly id: Id;
  readonly userId: string;
  readonly name: string;
  readonly managerId: Id | undefined;
  readonly isAdmin: boolean;
}

/**
 * Who is manager, rep, lead and admin, with what they are in a few words. Somebody can be several; who is nothing of these is in none.
 * @param people in the order in which they are to be listed
 */
export function groupsOf<Id>(people: readonly InTree<Id>[]): SeedGroupLike[] {
  const reportsOf = (id: Id) => people.filter(({ managerId }) => managerId === id);
  const isManager = ({ id }: InTree<Id>): boolean => reportsOf(id).some((report) => reportsOf(report.id).length === 0);
  const managersOf = (id: Id) => reportsOf(id).filter((report) => reportsOf(report.id).length > 0);
  const nameOf = (id: Id | undefined) => people.find((person) => person.id === id)?.name.split(' ')[0];
  const group = (name: string, isIn: (one: InTree<Id>) => boolean, about: (one: InTree<Id>) => string) => ({
    name,
    people: people.filter(isIn).map((person) => ({ userId: person.userId, about: about(person) })),
  });
  return [
    group(
      'Managers',
      isManager,
      ({ id }) => `manager of ${reportsOf(id).filter((report) => reportsOf(report.id).length === 0).length}`,
    ),
    group(
      'Reps',
      ({ id, managerId }) => reportsOf(id).length === 0 && nameOf(managerId) !== undefined,
      ({ managerId }) => `on ${nameOf(managerId)}’s team`,
    ),
    group(
      'Leads',
      ({ id }) => managersOf(id).length > 0,
      ({ id }) => `lead of ${counted(managersOf(id).length, 'manager')}`,
    ),
    group(
      'Admins',
      ({ isAdmin }) => isAdmin,
      () => 'admin',
    ),
  ].filter(({ people: found }) => found.length > 0);
}

function counted(count: number, word: string): string {
  return count === 1 ? `1 ${word}` : `${count} ${word}s`;
}
