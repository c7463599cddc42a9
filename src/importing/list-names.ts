const mostNamesListed = 12;

/** At most twelve names, and how many more there are. */
export function listNames(people: readonly { readonly name: string }[]): string {
  const names = people.slice(0, mostNamesListed).map(({ name }) => name);
  return names.join(', ') + (people.length > mostNamesListed ? ` and ${people.length - mostNamesListed} more` : '');
}
