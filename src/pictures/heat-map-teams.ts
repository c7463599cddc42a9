import { cellOf } from './heat-map-cells.ts';
import type { Layout } from './heat-map-layout.ts';
import { inks } from './inks.ts';
import { fitted, widthOf } from './label.ts';
import { labelFor } from './person-label.ts';
import type { WeeksOfPeople } from './picture.ts';
import { box, text } from './svg.ts';

export interface TeamInWeeks {
  readonly name: string;
  readonly missedNow: number;
  /** People seen, of those who were there. */
  readonly weeks: readonly { readonly seen: number; readonly there: number }[];
}

/** Teams instead of people: how many were seen each week. */
export function teamsOf(groups: WeeksOfPeople['groups'], weeks: number): TeamInWeeks[] {
  return groups.map(({ name, people }, at) => ({
    name: labelFor(name, at),
    missedNow: people.filter((person) => person.weeks[weeks - 1] === 'missed').length,
    weeks: Array.from({ length: weeks }, (_, week) => {
      const there = people.filter((person) => !['out', 'absent', undefined].includes(person.weeks[week]));
      return { seen: there.filter((person) => person.weeks[week] === 'seen').length, there: there.length };
    }),
  }));
}

/** The row of a team: its name, how many are missed now, and a bar a week. */
export function teamRow(
  team: TeamInWeeks,
  { rowHeight, size, pitch }: Layout,
  { x, y, weeksAt }: { x: number; y: number; weeksAt: number },
): string[] {
  const baseline = y + rowHeight / 2 + size * 0.36;
  const count = String(team.missedNow);
  const countWidth = widthOf(count, size);
  const ring = size * 0.8;
  const hasNumbers = rowHeight >= 21 && pitch >= 40;
  const missed =
    team.missedNow === 0
      ? []
      : [
          cellOf('missed', {
            x: weeksAt - 10 - countWidth - ring - 3,
            y: baseline - size * 0.36 - ring / 2,
            width: ring,
            height: ring,
          }),
          text(weeksAt - 10 - countWidth, baseline, count, { size, ink: inks.warm, isStrong: true }),
        ];
  const nameRoom = weeksAt - x - (team.missedNow === 0 ? 8 : countWidth + ring + 19);
  return [
    text(x, baseline, fitted(team.name, size, nameRoom), { size }),
    ...missed,
    ...team.weeks.flatMap((week, at) =>
      bar(week, { x: weeksAt + at * pitch, y, width: pitch, height: rowHeight }, hasNumbers),
    ),
  ];
}

function bar(
  { seen, there }: TeamInWeeks['weeks'][number],
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
  hasNumber: boolean,
): string[] {
  if (there === 0) return [cellOf('out', { x, y, width, height })];
  const share = seen / there;
  if (!hasNumber) {
    const inner = { x: x + 1, y: y + 1.5, width: width - 2, height: height - 3 };
    const filled = inner.height * share;
    return [
      box(inner.x, inner.y, inner.width, inner.height, inks.faint),
      share > 0 ? box(inner.x, inner.y + inner.height - filled, inner.width, filled, inks.strong) : '',
    ];
  }
  const inner = { x: x + 3, y: y + height - 7, width: width - 6, height: 5 };
  return [
    text(x + width / 2, y + height - 10, `${seen}/${there}`, { size: Math.min(15, height - 9), anchor: 'middle' }),
    box(inner.x, inner.y, inner.width, inner.height, inks.faint, 2),
    share > 0 ? box(inner.x, inner.y, inner.width * share, inner.height, inks.strong, 2) : '',
  ];
}

/** What bars and rings mean. */
export function teamsLegend(left: number): string[] {
  const y = 379;
  const style = { size: 16, ink: inks.quietText };
  return [
    box(left, y - 14, 17, 17, inks.faint),
    box(left, y - 6, 17, 9, inks.strong),
    text(left + 25, y, 'people seen, of those who were there', style),
    cellOf('missed', { x: left + 350, y: y - 14, width: 17, height: 17 }),
    text(left + 375, y, 'missed now', style),
    cellOf('out', { x: left + 490, y: y - 14, width: 17, height: 17 }),
    text(left + 515, y, 'everybody out', style),
  ];
}
