import { fc } from '../helpers/fast-check.ts';
import { describe, expect, test } from 'vitest';
import { balance } from '../../src/pictures/balance.ts';
import { inks } from '../../src/pictures/inks.ts';
import { heatMap } from '../../src/pictures/heat-map.ts';
import type { Picture, WeekState, WeeksOfPeople } from '../../src/pictures/picture.ts';
import { trend } from '../../src/pictures/trend.ts';
import { isWellFormed, reachOf, textsOf } from '../helpers/drawings.ts';
import { balanceOf, eightNames, fourThreads, hardNames, madeUpWeeks, mondays, weeksOf } from '../helpers/pictures.ts';

function expectSound({ svg, alt }: Picture): void {
  expect(isWellFormed(svg)).toBe(true);
  const { left, top, right, bottom } = reachOf(svg);
  expect(Math.min(left, top)).toBeGreaterThanOrEqual(-0.01);
  expect(right).toBeLessThanOrEqual(800.01);
  expect(bottom).toBeLessThanOrEqual(400.01);
  expect(svg).not.toMatch(/NaN|Infinity|undefined/u);
  expect(alt.length).toBeGreaterThan(0);
  expect(alt.length).toBeLessThanOrEqual(1000);
}

describe('people × weeks', () => {
  test('shows every name, every Monday and what the shapes mean', () => {
    const picture = heatMap(weeksOf(eightNames, 4));
    const texts = textsOf(picture.svg);
    for (const words of [...eightNames, 'Dana Reyes', 'Marcus Webb', 'seen', 'nothing logged', 'missed', 'out'])
      expect(texts).toContain(words);
    expect(texts.filter((words) => /^(?:Sep|Oct|Nov) \d+$/u.test(words))).toEqual([
      'Sep 28',
      'Oct 5',
      'Oct 12',
      'Oct 19',
      'Oct 26',
      'Nov 2',
      'Nov 9',
      'Nov 16',
    ]);
    expect(picture.alt).toBe(
      '8 people in 2 teams over 8 weeks. Missed now: Priya Nair. Out: Grace Okafor. Everybody else was seen in the last two weeks.',
    );
  });

  test('sixty people have their names, at 12 units and more, in the order given', () => {
    const data = madeUpWeeks(60, 8);
    const { svg } = heatMap(data);
    const people = data.groups.flatMap((group) => group.people.map(({ name }) => name));
    expect(textsOf(svg).filter((words) => people.includes(words))).toEqual(people);
    const sizes = [...svg.matchAll(/font-size="([^"]+)"/gu)].map((match) => Number(match[1]));
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(12);
  });

  test('one person has a name, a sentence and eight weeks', () => {
    const texts = textsOf(heatMap(weeksOf(['Priya Nair'])).svg);
    expect(texts).toEqual(expect.arrayContaining(['Priya Nair', 'Seen in 3 of 8 weeks', 'Sep 28', 'Nov 16']));
  });

  test('where there are too many for rows, teams have one each, with the share seen and who is missed as a number', () => {
    const texts = textsOf(heatMap(madeUpWeeks(100, 9)).svg);
    expect(texts).toEqual(
      expect.arrayContaining(['Dana Reyes', 'Manager 12', '6/8', 'people seen, of those who were there']),
    );
    expect(texts).not.toContain('Ada Abbott');
  });

  test('six hundred people in sixty teams fit, and of more teams the rest is one row', () => {
    const sixty = heatMap(madeUpWeeks(600, 10));
    expectSound(sixty);
    expect(textsOf(sixty.svg)).toContain('Manager 60');
    const more = heatMap(madeUpWeeks(900, 10));
    expectSound(more);
    expect(textsOf(more.svg)).toContain('and 31 more');
    expect(textsOf(more.svg)).not.toContain('Manager 60');
    expect(more.alt).toMatch(/^900 people in 90 teams over 8 weeks\. Missed now: .* and \d+ more\. /u);
  });

  test('a state is told by its shape, not by its colour alone', () => {
    const shapes = (['seen', 'quiet', 'missed', 'out', 'absent'] as const).map((state) => {
      const weeks: WeekState[] = Array.from({ length: 8 }, () => state);
      const { svg } = heatMap({ ...weeksOf([]), groups: [{ name: 'D', people: [{ name: 'A', weeks }] }] });
      const [before = ''] = svg.split('>Sep 28<');
      return ['<rect', '<circle', '<line', 'stroke-width'].map((element) => before.split(element).length - 1).join(' ');
    });
    expect(new Set(shapes).size).toBe(5);
  });

  test('names that no typeface has are numbered and told in words; long ones are cut, and told in full', () => {
    const { svg, alt } = heatMap(weeksOf(hardNames));
    const texts = textsOf(svg);
    expect(texts).toEqual(expect.arrayContaining(['प्रिया शर्मा', '王小明', 'محمد علي', 'No. 11', 'Ben O’Neil']));
    expect(texts.some((words) => /^María del Carmen .*…$/u.test(words))).toBe(true);
    expect(alt).toContain('No. 11 is தமிழ்.');
    expect(alt).toContain('María del Carmen Fernández de Córdoba y Álvarez de Toledo');
  });
});

/** A median of nothing: how many have a ring, beside the one in the legend. */
function ringed(values: readonly number[], outAt = -1): { rings: number; texts: string[] } {
  const people = values.map((value, at) => ({ name: `Rep ${at}`, value, isOut: at === outAt }));
  const { svg } = balance({ title: 'T', unit: 'times', median: 0, people });
  const circles = svg.match(/<circle[^>]*>/gu) ?? [];
  return { rings: circles.filter((each) => each.includes(`stroke="${inks.warm}"`)).length - 1, texts: textsOf(svg) };
}

describe('balance', () => {
  test('shows every name, the unit and the median; in words, who got under half', () => {
    const { svg, alt } = balance(balanceOf(eightNames));
    expect(textsOf(svg)).toEqual(
      expect.arrayContaining([...eightNames, 'team’s median: 4', 'times logged in 28 days', '0 · out']),
    );
    expect(alt).toBe(
      '8 people, times logged in 28 days. Team’s median: 4. Under half of that: Priya Nair (1). Out: Grace Okafor.',
    );
  });

  test('with a median of nothing, it tells with whom there was none', () => {
    const people = ['Ana', 'Ben', 'Cem'].map((name, at) => ({ name, value: at === 0 ? 9 : 0, isOut: false }));
    expect(balance({ title: 'T', unit: 'times logged in 28 days', median: 0, people }).alt).toBe(
      '3 people, times logged in 28 days. Team’s median: 0. Nothing yet with: Ben and Cem.',
    );
  });

  test('with a median of nothing, a ring marks each with nothing, where somebody got something', () => {
    const some = ringed([2, 0, 0, 0], 3);
    expect(some.rings).toBe(2);
    expect(some.texts).toContain('nothing yet');
    expect(some.texts).not.toContain('under half');
    expect(ringed([0, 0, 0]).rings).toBe(0);
    const many = ringed([3, ...Array.from({ length: 19 }, () => 0)]);
    expect(many.rings).toBe(19);
    expect(many.texts.join(' ')).toMatch(/Nothing yet with: Rep 1, Rep 2/u);
    expect(ringed(Array.from({ length: 20 }, () => 0)).texts).toContain('Nobody got anything yet.');
  });

  test('of many it names only those who got under half', () => {
    const names = madeUpWeeks(60, 60).groups.flatMap(({ people }) => people.map(({ name }) => name));
    const texts = textsOf(balance(balanceOf(names)).svg);
    expect(texts).toContain('Under half: Ada Abbott, Elif Brandt and Ines Castillo');
    expect(texts.join(' ')).not.toContain('Ben Haddad');
  });
});

describe('trend', () => {
  test('each thread has its name, its last value and its own scale, and gaps stay gaps', () => {
    const { svg, alt } = trend(fourThreads);
    const texts = textsOf(svg);
    expect(texts).toEqual(
      expect.arrayContaining(['People seen', '84%', 'Pulse', '3.9', 'Aug 31', 'Nov 16', '100', '5']),
    );
    expect(svg.split('<polyline').length - 1).toBe(5);
    expect(alt).toContain('People seen: 84% in the week of Nov 16, 54% in the week of Aug 31.');
    expect(alt).toContain('Pulse: 3.9 of 5 in the week of Nov 2');
  });

  test('three threads with short names stand beside each other, on one line', () => {
    const threads = ['Care', 'Help', 'Trust'].map((name) => ({ name, unit: 'points', values: [3, 4] }) as const);
    const { svg } = trend({ title: 'T', weeks: mondays(2), threads });
    const lineOf = (name: string) => / y="([^"]+)"[^>]*>$/u.exec(svg.split(`${name}<`)[0] ?? '')?.[1];
    expect(new Set(threads.map(({ name }) => lineOf(name)))).toEqual(new Set(['42']));
  });

  test('a thread without any value says so', () => {
    const empty = { name: 'Asks', unit: 'percent', values: [null] } as const;
    const { svg, alt } = trend({ ...fourThreads, threads: [empty] });
    expect(textsOf(svg)).toContain('nothing to count');
    expect(alt).toContain('Asks: nothing to count.');
  });
});

const anyName = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.constantFrom(
    ...hardNames,
    '<script>alert("1")</script>&amp;',
    '',
    '   ',
    '\u202eevil\u0000',
    'Щ'.repeat(60),
    'W'.repeat(90),
  ),
);
const anyNumber = fc.oneof(fc.integer({ min: -5, max: 500 }), fc.double());
const anyState = fc.constantFrom('seen', 'quiet', 'missed', 'out', 'absent');

describe('whatever the names and numbers, the drawing is sound and stays on its card', () => {
  test('people × weeks', () => {
    const person = fc.record({ name: anyName, weeks: fc.array(anyState, { maxLength: 10 }) });
    const data: fc.Arbitrary<WeeksOfPeople> = fc
      .record({
        weeks: fc.integer({ min: 0, max: 14 }),
        groups: fc.array(fc.record({ name: anyName, people: fc.array(person, { maxLength: 30 }) }), { maxLength: 12 }),
      })
      .map(({ weeks, groups }) => ({ title: 'T', weeks: mondays(weeks), groups }));
    fc.assert(
      fc.property(data, (each) => expectSound(heatMap(each))),
      { numRuns: 60 },
    );
  });
  test('balance', () => {
    const people = fc.array(fc.record({ name: anyName, value: anyNumber, isOut: fc.boolean() }), { maxLength: 70 });
    const data = fc.record({ title: fc.constant('T'), unit: anyName, median: anyNumber, people });
    fc.assert(
      fc.property(data, (each) => expectSound(balance(each))),
      { numRuns: 60 },
    );
  });
  test('trend', () => {
    const thread = fc.record({
      name: anyName,
      unit: fc.constantFrom('percent', 'points'),
      values: fc.array(fc.option(anyNumber), { maxLength: 14 }),
    });
    const data = fc
      .record({ weeks: fc.integer({ min: 0, max: 14 }), threads: fc.array(thread, { maxLength: 6 }) })
      .map(({ weeks, threads }) => ({ title: 'T', weeks: mondays(weeks), threads }));
    fc.assert(
      fc.property(data, (each) => expectSound(trend(each))),
      { numRuns: 60 },
    );
  });
});
