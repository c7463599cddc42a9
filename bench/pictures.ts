/**
 * How long a warm picture takes, in milliseconds and as a ratio to a bare render of an empty card in the same run: the medians of
 * many; and the processor's time, which is less shaken by what else runs on the machine. Run it with `npm run bench`.
 */
import { performance } from 'node:perf_hooks';
import { renderAsync } from '@resvg/resvg-js';
import { balance } from '../src/pictures/balance.ts';
import { heatMap } from '../src/pictures/heat-map.ts';
import { toPng } from '../src/pictures/png.ts';
import { trend } from '../src/pictures/trend.ts';
import {
  balanceOf,
  eightNames,
  fourThreads,
  hardNames,
  madeUpName,
  madeUpWeeks,
  weeksOf,
} from '../test/helpers/pictures.ts';

const runs = Number(process.env['BENCH_RUNS'] ?? 40);
const warmUps = 5;

const emptyCard =
  '<svg xmlns="http://www.w3.org/2000/svg" width="800" height="400"><rect width="800" height="400" fill="#fcfbf8"/></svg>';
const sixtyNames = Array.from({ length: 60 }, (_, at) => madeUpName(at));

const kinds: Readonly<Record<string, () => Promise<Buffer>>> = {
  'bare card, by the renderer alone': async () =>
    (await renderAsync(emptyCard, { font: { loadSystemFonts: false }, fitTo: { mode: 'zoom', value: 2 } })).asPng(),
  'heat map, 8 people': () => toPng(heatMap(weeksOf(eightNames, 4))),
  'heat map, 60 people': () => toPng(heatMap(madeUpWeeks(60, 8))),
  'heat map, 600 people': () => toPng(heatMap(madeUpWeeks(600, 10))),
  'heat map, 12 names in 8 scripts': () => toPng(heatMap(weeksOf(hardNames))),
  'balance, 8 people': () => toPng(balance(balanceOf(eightNames))),
  'balance, 60 people': () => toPng(balance(balanceOf(sixtyNames))),
  'trend, 4 threads': () => toPng(trend(fourThreads)),
};

const times = new Map(Object.keys(kinds).map((kind) => [kind, { wall: [] as number[], processor: [] as number[] }]));
// In turn, so that what else runs on the machine weighs on all of them.
for (let run = 0; run < warmUps + runs; run += 1)
  for (const [kind, make] of Object.entries(kinds)) {
    const [from, used] = [performance.now(), process.cpuUsage()];
    await make();
    const { user, system } = process.cpuUsage(used);
    if (run < warmUps) continue;
    times.get(kind)?.wall.push(performance.now() - from);
    times.get(kind)?.processor.push((user + system) / 1000);
  }

const bare = median(times.get('bare card, by the renderer alone')?.wall ?? []);
process.stdout.write(`Pictures, drawn and made into PNG files of 1600 × 800: medians of ${runs} warm runs\n`);
for (const [kind, { wall, processor }] of times) {
  const middle = median(wall);
  process.stdout.write(
    `${kind.padEnd(34)} ${middle.toFixed(1).padStart(6)} ms  ${(middle / bare).toFixed(1)} × bare, ${median(processor).toFixed(1).padStart(6)} ms of processor\n`,
  );
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}
