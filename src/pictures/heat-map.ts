import { groupsAsRows, mostPeopleLines, peopleAsRows, shownNames } from './heat-map-rows.ts';
import { heatMapAlt } from './heat-map-words.ts';
import { onePerson } from './heat-map-one.ts';
import { namedInWords } from './person-label.ts';
import type { Picture, WeeksOfPeople } from './picture.ts';
import { card, text } from './svg.ts';
import { altOf } from './words.ts';

/**
 * People × weeks, grouped by manager, in the order given: a cell a week. Where there are more people than rows can be read, a
 * row for each team, with how many of its people were seen each week.
 */
export function heatMap(given: WeeksOfPeople): Picture {
  const data = { ...given, groups: given.groups.filter(({ people }) => people.length > 0) };
  const people = data.groups.flatMap((group) => group.people);
  const lines = people.length + (data.groups.length > 1 ? data.groups.length : 0);
  const [first] = people;
  const describe = (contents: readonly string[], names: readonly string[]): Picture => ({
    name: 'weeks-of-people',
    title: data.title,
    alt: altOf([...heatMapAlt(data), ...names]),
    svg: card(...contents),
  });
  if (first === undefined) return describe([text(30, 210, 'Nobody to show yet', { size: 24 })], []);
  if (people.length === 1) return describe(onePerson(first, data.weeks), namedInWords([first.name], shownNames(1)));
  if (lines > mostPeopleLines(data.groups)) return describe(groupsAsRows(data), []);
  const names = people.map(({ name }) => name);
  return describe(peopleAsRows(data), namedInWords(names, shownNames(lines)));
}
