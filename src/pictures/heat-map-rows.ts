import { cellsOf, legend, weekLabels } from './heat-map-cells.ts';
import { columnLeft, layoutFor, mostLines, page, weeksLeft } from './heat-map-layout.ts';
import type { Layout } from './heat-map-layout.ts';
import { teamRow, teamsLegend, teamsOf } from './heat-map-teams.ts';
import { inks } from './inks.ts';
import { fitted } from './label.ts';
import { labelFor } from './person-label.ts';
import type { WeekState, WeeksOfPeople } from './picture.ts';
import { line, text } from './svg.ts';
import type { LocalDate } from '../time/zoned.ts';

type Groups = WeeksOfPeople['groups'];

/** A line of the drawing: the head of a team, or a person with their place among all. */
type Line =
  | { readonly kind: 'head'; readonly name: string }
  | { readonly kind: 'person'; readonly name: string; readonly at: number; readonly weeks: readonly WeekState[] };

/** Up to so many lines a drawing of people has. Heads may leave a line empty at the foot of a column. */
export function mostPeopleLines(groups: Groups): number {
  return groups.length > 1 ? mostLines - 3 : mostLines;
}

/** What the drawing shows for a name, where it has so many lines: as much as there is room for. */
export function shownNames(lines: number): (name: string, at: number) => string {
  const layout = layoutFor(lines, 8, 0);
  const width = lines === 1 ? 740 : nameWidth(layout, 8);
  return (name, at) => fitted(labelFor(name, at), lines === 1 ? 30 : layout.size, width);
}

/** A row for each person, below the name of their manager where there are several. */
export function peopleAsRows({ groups, weeks }: WeeksOfPeople): string[] {
  const lines = linesOf(groups);
  const layout = layoutFor(lines.length, weeks.length, groups.length > 1 ? 1 : 0);
  const states = new Set(groups.flatMap(({ people }) => people.flatMap((person) => person.weeks)));
  let column = 0;
  let row = 0;
  const drawn = lines.flatMap((one) => {
    // A head doesn't stay behind at the foot of a column.
    if (row >= layout.rows - (one.kind === 'head' && layout.columns > 1 ? 1 : 0)) {
      column += 1;
      row = 0;
    }
    const place = { column, row };
    row += 1;
    return drawnLine(one, layout, place, weeks.length);
  });
  return [...labelsOf(weeks, layout, column + 1), ...drawn, ...legend(states)];
}

function linesOf(groups: Groups): Line[] {
  let at = -1;
  return groups.flatMap(({ name, people }): Line[] => [
    ...(groups.length > 1 ? [{ kind: 'head', name } as const] : []),
    ...people.map((person): Line => {
      at += 1;
      return { kind: 'person', name: person.name, at, weeks: person.weeks };
    }),
  ]);
}

function drawnLine(one: Line, layout: Layout, place: { column: number; row: number }, weeks: number): string[] {
  const { rowHeight, size, pitch } = layout;
  const x = columnLeft(layout, place.column);
  const y = layout.top + place.row * rowHeight;
  const baseline = y + rowHeight / 2 + size * 0.36;
  if (one.kind === 'head') {
    const name = fitted(labelFor(one.name, 0), size, layout.width);
    return [
      text(x, baseline, name, { size, isStrong: true }),
      line([x, y + rowHeight - 0.5], [x + layout.width, y + rowHeight - 0.5], inks.rule),
    ];
  }
  const name = fitted(labelFor(one.name, one.at), size, nameWidth(layout, weeks));
  const cells = { x: weeksLeft(layout, place.column, weeks), y, width: pitch, height: rowHeight };
  const isMissed = one.weeks[weeks - 1] === 'missed';
  return [
    text(x, baseline, name, { size, isStrong: isMissed, ink: isMissed ? inks.warm : inks.text }),
    ...cellsOf(one.weeks.slice(0, weeks), cells),
  ];
}

function nameWidth(layout: Layout, weeks: number): number {
  return layout.width - layout.pitch * weeks - 8;
}

function labelsOf(weeks: readonly LocalDate[], layout: Layout, columns: number): string[] {
  const size = [14, 14, 13][layout.columns - 1] ?? 13;
  return Array.from({ length: columns }, (_, column) =>
    weekLabels(weeks, weeksLeft(layout, column, weeks.length), layout.top - 9, layout.pitch, size),
  ).flat();
}

/** As many teams as have a row of their own; the rest share the last. */
const mostTeams = 60;

/** A row for each team: what part of its people was seen, week by week, and how many are missed now. */
export function groupsAsRows({ groups, weeks }: WeeksOfPeople): string[] {
  const shown = groups.length > mostTeams ? groups.slice(0, mostTeams - 1) : groups;
  const rest = groups.slice(shown.length);
  const teams = [
    ...teamsOf(shown, weeks.length),
    ...(rest.length === 0
      ? []
      : teamsOf(
          [
            {
              name: `and ${rest.length} more`,
              people: rest.flatMap((group) => group.people),
            },
          ],
          weeks.length,
        )),
  ];
  const layout = layoutFor(teams.length, weeks.length);
  const drawn = teams.flatMap((team, at) => {
    const column = Math.floor(at / layout.rows);
    const y = layout.top + (at % layout.rows) * layout.rowHeight;
    return teamRow(team, layout, {
      x: columnLeft(layout, column),
      y,
      weeksAt: weeksLeft(layout, column, weeks.length),
    });
  });
  const columns = Math.ceil(teams.length / layout.rows);
  return [...labelsOf(weeks, layout, columns), ...drawn, ...teamsLegend(page.left)];
}
