import { asks } from './asks.ts';
import { data } from './data.ts';
import { help } from './help.ts';
import { log } from './log.ts';
import { people } from './people.ts';
import { plan } from './plan.ts';
import { pulse } from './pulse.ts';
import { settings } from './settings.ts';
import { snowed } from './snowed.ts';
import { team } from './team.ts';
import { thank } from './thank.ts';
import { trends } from './trends.ts';
import type { SlashWord } from './word.ts';

/** Every word after `/firstline`, in the order in which the help lists them. */
export const slashWords: readonly SlashWord[] = [
  plan,
  snowed,
  log,
  asks,
  thank,
  trends,
  pulse,
  data,
  team,
  people,
  settings,
  help,
];
