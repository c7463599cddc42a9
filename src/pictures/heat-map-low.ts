import { cellsOf, legend, weekLabels } from './heat-map-cells.ts';
import { heatMap } from './heat-map.ts';
import { heatMapAlt } from './heat-map-words.ts';
import { inks } from './inks.ts';
import { fitted } from './label.ts';
import { labelFor, namedInWords } from './person-label.ts';
import type { Picture, WeeksOfPeople } from './picture.ts';
import { cardOf, text } from './svg.ts';
import { altOf } from './words.ts';

const left = 30;
const right = 770;
const top = 34;
const rowHeight = 22;
const size = 16;
const widestPitch = 58;
const footHeight = 34;
const mostRows = 12;

/**
 * One team's people × weeks, no higher than its rows need: it stands among other things on a page, where the usual one would push
 * them out of sight. Of one person, of more than 12 and of several teams it is the usual one.
 */
export function lowHeatMap(data: WeeksOfPeople): Picture {
  const people = data.groups.flatMap((group) => group.people);
  if (data.groups.length !== 1 || people.length < 2 || people.length > mostRows) return heatMap(data);
  const { weeks } = data;
  const pitch = Math.min(widestPitch, (0.63 * (right - left)) / Math.max(1, weeks.length));
  const cellsLeft = right - pitch * weeks.length;
  const label = (name: string, at: number) => fitted(labelFor(name, at), size, cellsLeft - left - 8);
  const bottom = top + rowHeight * people.length;
  const rows = people.flatMap((person, at) => {
    const y = top + at * rowHeight;
    const isMissed = person.weeks[weeks.length - 1] === 'missed';
    return [
      text(left, y + rowHeight / 2 + size * 0.36, label(person.name, at), {
        size,
        isStrong: isMissed,
        ink: isMissed ? inks.warm : inks.text,
      }),
      ...cellsOf(person.weeks.slice(0, weeks.length), { x: cellsLeft, y, width: pitch, height: rowHeight }),
    ];
  });
  const states = new Set(people.flatMap((person) => person.weeks));
  const names = people.map(({ name }) => name);
  return {
    name: 'weeks-of-people',
    title: data.title,
    alt: altOf([...heatMapAlt(data), ...namedInWords(names, label)]),
    svg: cardOf(bottom + footHeight, [
      ...weekLabels(weeks, cellsLeft, top - 10, pitch, 14),
      ...rows,
      ...legend(states, bottom + 23),
    ]),
  };
}
