import type { Context } from '../../context.ts';
import { unconfirmedAskStates, unsettledAskStates } from '../../leading/ask-lifecycle.ts';
import type { Person } from '../../store/people.ts';
import { limits } from '../kit/limits.ts';
import type { RenderedMessage } from '../kit/rendered-message.ts';
import { loadAsks } from '../loading/home-data.ts';
import { standpointOf } from '../loading/standpoint.ts';
import { loadTeamAsks } from '../loading/team-asks-data.ts';
import { asksWithMe, myAsks } from '../views/ask/ask-list.ts';
import { teamAsksView } from '../views/ask/team-asks.ts';
import { fitSections } from '../views/home/home-fit.ts';
import { isAmong } from '../views/home/standpoint.ts';
import { openView } from '../wire/open-view.ts';
import type { SlashWord } from './word.ts';

export const asks: SlashWord = {
  word: 'asks',
  audience: 'everybody',
  help: 'who’s waiting on whom',
  inHint: true,
  async does({ context, acting, triggerId }) {
    if (!isAmong(await standpointOf(context.store, acting.id), 'leaders')) return currentAsks(context, acting);
    await openView(context, triggerId, teamAsksView(await loadTeamAsks(context, acting, 0)));
    return undefined;
  },
};

async function currentAsks(context: Context, acting: Person): Promise<RenderedMessage> {
  const waiting = await loadAsks(context, acting, { holderId: acting.id }, unsettledAskStates);
  const states = [...unsettledAskStates, ...unconfirmedAskStates];
  const mine = await loadAsks(context, acting, { repId: acting.id }, states);
  return {
    text: `${waiting.length} with you, ${mine.length} of yours open.`,
    blocks: fitSections([asksWithMe(waiting), myAsks(mine)], limits.messageBlocks),
  };
}
