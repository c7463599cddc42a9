import { thinnedNow } from '../../acts/snowed-under.ts';
import { standpointOf } from '../loading/standpoint.ts';
import { isAmong } from '../views/home/standpoint.ts';
import { noPlan } from '../views/nudge/plan-now.ts';
import { snowedUnderMessage } from '../views/nudge/snowed-under.ts';
import type { SlashWord } from './word.ts';

export const snowed: SlashWord = {
  word: 'snowed',
  audience: 'leaders',
  help: 'thin out a busy week',
  inHint: false,
  async does({ context, acting }) {
    if (!isAmong(await standpointOf(context.store, acting.id), 'leaders')) return noPlan();
    return snowedUnderMessage(await thinnedNow(context.store, acting, context.clock()));
  },
};
