import { answerAsk } from './answer-ask.ts';
import { askTheirPlan } from './ask-their-plan.ts';
import type { Behaviour } from './behaviour.ts';
import { blockedDeal } from './blocked-deal.ts';
import { checkIn } from './check-in.ts';
import { coachingNote } from './coaching-note.ts';
import { connect } from './connect.ts';
import { developmentGap } from './development-gap.ts';
import { earlyConversation } from './early-conversation.ts';
import { evaluateAssignment } from './evaluate-assignment.ts';
import { evenAttention } from './even-attention.ts';
import { growCareer } from './grow-career.ts';
import { introduce } from './introduce.ts';
import { keepPromise } from './keep-promise.ts';
import { makeJobEasier } from './make-job-easier.ts';
import { personalGoals } from './personal-goals.ts';
import { recognition } from './recognition.ts';
import { reflection } from './reflection.ts';
import { rideAlong } from './ride-along.ts';
import { setStandards } from './set-standards.ts';
import { shareVision } from './share-vision.ts';
import { skipLevel } from './skip-level.ts';
import { strategyBrief } from './strategy-brief.ts';
import { thankManager } from './thank-manager.ts';
import { timeBalance } from './time-balance.ts';
import { trustPulse } from './trust-pulse.ts';

/** What good leaders do. The order is the order of forms and of the catalogue. */
export const behaviours: readonly Behaviour[] = [
  rideAlong,
  coachingNote,
  checkIn,
  blockedDeal,
  answerAsk,
  keepPromise,
  developmentGap,
  evaluateAssignment,
  personalGoals,
  recognition,
  askTheirPlan,
  evenAttention,
  connect,
  introduce,
  makeJobEasier,
  strategyBrief,
  setStandards,
  earlyConversation,
  shareVision,
  growCareer,
  timeBalance,
  reflection,
  trustPulse,
  skipLevel,
  thankManager,
];

export function findBehaviour(list: readonly Behaviour[], id: string): Behaviour | undefined {
  return list.find((behaviour) => behaviour.id === id);
}
