import { loadPlanning } from '../../store/plan-input.ts';
import { planOverview } from '../loading/plan-overview.ts';
import { noPlan, planNow } from '../views/nudge/plan-now.ts';
import type { SlashWord } from './word.ts';

export const plan: SlashWord = {
  word: 'plan',
  audience: 'leaders',
  help: 'your week',
  inHint: true,
  async does({ context, acting }) {
    const planning = await loadPlanning(context.store, context.behaviours, [acting.id], context.clock());
    if (!planning.facts.leaderIds.includes(acting.id)) return noPlan();
    return planNow((await planOverview(context, acting, await planning.inputOf(acting.id))).overview);
  },
};
