/** h. A warm picture, next to a bare render of an empty card: the middle of many, all kinds in turn. */
import { performance } from 'node:perf_hooks';
import { renderAsync } from '@resvg/resvg-js';
import { balance } from '../../src/pictures/balance.ts';
import { heatMap } from '../../src/pictures/heat-map.ts';
import { toPng } from '../../src/pictures/png.ts';
import { middle } from '../measure.ts';
import type { Part } from '../measure.ts';
import { trend } from '../../src/pictures/trend.ts';
import {
  balanceOf,
  eightNames,
  fourThreads,
  hardNames,
  madeUpName,
  madeUpWeeks,
  weeksOf,
} from '../../test/helpers/pictures.ts';

const runs = 30;
const warmUps = 5;

const emptyCard =
  '<svg xmlns="http://www.w3.org/2000/svg" width="800" height="400"><rect width="800" height="400" fill="#fcfbf8"/></svg>';
const sixtyNames = Array.from({ length: 60 }, (_, at) => madeUpName(at));

const bareCard = 'an empty card';
const kinds: Readonly<Record<string, () => Promise<Buffer>>> = {
  [bareCard]: async () =>
    (await renderAsync(emptyCard, { font: { loadSystemFonts: false }, fitTo: { mode: 'zoom', value: 2 } })).asPng(),
  'heat map, 8 people': () => toPng(heatMap(weeksOf(eightNames, 4))),
  'heat map, 60 people': () => toPng(heatMap(madeUpWeeks(60, 8))),
  'heat map, 600 people': () => toPng(heatMap(madeUpWeeks(600, 10))),
  'heat map, 12 names in 8 scripts': () => toPng(heatMap(weeksOf(hardNames))),
  'balance, 8 people': () => toPng(balance(balanceOf(eightNames))),
  'balance, 60 people': () => toPng(balance(balanceOf(sixtyNames))),
  'trend, 4 threads': () => toPng(trend(fourThreads)),
};

export const measurePictures: Part = async ({ say }) => {
  say('h: pictures');
  const times = new Map<string, number[]>(Object.keys(kinds).map((kind) => [kind, []]));
  // In turn, so that what else runs on the machine weighs on all of them.
  for (let run = 0; run < warmUps + runs; run += 1)
    for (const [kind, make] of Object.entries(kinds)) {
      const from = performance.now();
      await make();
      if (run >= warmUps) times.get(kind)?.push(performance.now() - from);
    }
  const bare = { what: bareCard, value: middle(times.get(bareCard) ?? []) };
  return [...times]
    .filter(([kind]) => kind !== bareCard)
    .map(([kind, all]) => ({ part: 'h', what: kind, value: middle(all), unit: 'ms', against: bare }));
};
