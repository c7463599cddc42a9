/** A process of its own, as TZ says where its machine is: prints what ours reads otherwise than Temporal, as JSON. */
import { changesIn, differencesAround, differencesBeside, zones } from './zones.ts';

const host = Temporal.Now.timeZoneId();
const differences = zones.flatMap((zone) => [
  ...differencesAround(changesIn(zone).slice(0, 3), zone),
  ...differencesBeside(host, zone),
]);
process.stdout.write(JSON.stringify({ host, differences: differences.slice(0, 20), count: differences.length }));
