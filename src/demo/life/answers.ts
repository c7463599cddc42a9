/** Managers and leads answer what they are asked: take it by a day, say yes or no, or take it further up. */
import { stepAsk } from '../../acts/step-ask.ts';
import type { AskStepInput } from '../../acts/step-ask.ts';
import { unsettledAskStates } from '../../leading/ask-lifecycle.ts';
import { asksOf } from '../../store/asks.ts';
import type { Ask } from '../../store/asks.ts';
import { workdayAfter } from '../days.ts';
import type { Chance } from '../random.ts';
import { askWords, noes, taken } from './ask-words.ts';
import { perVisit } from './chance-of.ts';
import { attempt, chanceAt, onceAt } from './living.ts';
import type { Moment } from './living.ts';
import { visitsADay } from './visits.ts';

const takesFirst = 0.45;
const saysNo = 0.16;
const handsOn = 0.08;

/** Whoever leads this team answers some of what waits for them. */
export async function liveAnswers(moment: Moment): Promise<void> {
  const { context, team, style } = moment;
  for (const waiting of await asksOf(context.store, {
    holderId: team.leader.id,
    states: unsettledAskStates,
    limit: 20,
  })) {
    const chance = chanceAt(moment, 'answers', waiting.id);
    const isDue = waiting.takenUntil !== null && waiting.takenUntil <= moment.visit.day;
    const rate = waiting.state === 'taken' && !isDue ? style.answers / 3 : style.answers;
    if (chance.next() >= perVisit(rate, visitsADay)) continue;
    const once = onceAt(moment, 'answer', waiting.id);
    await attempt(moment, () => stepAsk(context, team.leader, { ...answerTo(moment, waiting, chance), once }));
  }
}

function answerTo({ visit, team }: Moment, { id, state, kind, text, managerId }: Ask, chance: Chance): AskStepInput {
  const isOwn = managerId === team.leader.id;
  if (state === 'open' && chance.next() < takesFirst)
    return { askId: id, step: 'taken', until: workdayAfter(visit.day, chance.between(1, 4)), text: chance.pick(taken) };
  if (isOwn && state === 'open' && team.leader.demo.manager !== null && chance.next() < handsOn)
    return { askId: id, step: 'handed', text: 'I can’t get this through on my own. Can you?' };
  if (kind !== 'help' && chance.next() < saysNo) return { askId: id, step: 'declined', text: chance.pick(noes) };
  return { askId: id, step: kind === 'blocked-deal' ? 'done' : 'granted', text: yesTo(text) };
}

/** The words that answer these; none for what a person wrote. */
function yesTo(text: string): string | null {
  const known = askWords.find((words) => {
    const [before = '', after = ''] = words.text.split('{account}');
    return text.startsWith(before) && text.endsWith(after);
  });
  return known?.yes ?? null;
}
