/** Reps answer the pulse that they are asked, confirm what they have read, and managers tell what they heard. */
import { acknowledge } from '../../acts/expectations.ts';
import { answerPulse } from '../../acts/answer-pulse.ts';
import { logInteraction } from '../../acts/log-interaction.ts';
import { expectationsOf } from '../../store/expectations.ts';
import { hasAnsweredPulse, openPulseOf, openPulses, pulsesLedBy } from '../../store/pulses.ts';
import { chanceOf, perVisit } from './chance-of.ts';
import { entryOf } from './entries.ts';
import { attempt, chanceAt, onceAt } from './living.ts';
import type { Living, Moment } from './living.ts';
import { pulseSentences, pulsePoints } from './pulse-answers.ts';
import { visitsADay } from './visits.ts';

const answersADay = 0.6;
const writesSentence = 0.4;
const confirmsADay = 0.4;
const tellsADay = 0.5;

export async function livePulses(moment: Moment): Promise<void> {
  const here = moment.team.reports.filter((one) => !moment.isLeftAlone(one));
  if ((await openPulses(moment.context.store)).length > 0) for (const rep of here) await answer(moment, rep);
  if (moment.visit.slot === 'midday') for (const rep of here) await confirm(moment, rep);
}

async function answer(moment: Moment, rep: Living): Promise<void> {
  const { context, team } = moment;
  const pulse = await openPulseOf(context.store, rep.id);
  if (pulse === undefined || pulse.closesAt <= context.clock()) return;
  const chance = chanceAt(moment, 'pulse', rep.handle);
  if (chance.next() >= perVisit(answersADay, visitsADay)) return;
  if (await hasAnsweredPulse(context.store, pulse.id, rep.id)) return;
  const said = chanceOf('pulse', pulse.id, rep.handle);
  const points = pulsePoints(team.leader.handle, said);
  const sentence = said.next() < writesSentence ? said.pick(pulseSentences) : '';
  await attempt(moment, () => answerPulse(context, rep, { pulseId: pulse.id, points, sentence }));
}

async function confirm(moment: Moment, rep: Living): Promise<void> {
  const { context } = moment;
  const [newest] = await expectationsOf(context.store, rep.id);
  if (newest === undefined || newest.acknowledgedOn !== null) return;
  if (chanceAt(moment, 'expectation', newest.id).next() >= confirmsADay) return;
  await attempt(moment, () => acknowledge(context, rep, newest.id));
}

/** The newest result that the leader hasn't answered. */
export async function livePulseAnswers(moment: Moment): Promise<void> {
  const { context, team, style } = moment;
  const [newest] = await pulsesLedBy(context.store, team.leader.id);
  if (newest?.state !== 'published' || newest.answeredOn !== null || newest.result === null) return;
  if (style.does === 0 || chanceAt(moment, 'heard', newest.id).next() >= perVisit(tellsADay, visitsADay)) return;
  const once = onceAt(moment, 'heard', newest.id);
  await attempt(moment, () =>
    logInteraction(context, team.leader, { entry: entryOf(moment, 'trust-pulse', null), once }),
  );
}
