import { areYouBackMessageKind } from './are-you-back.ts';
import { askCardMessage } from './ask-card.ts';
import { askNewsMessage, askUndoneMessage } from './ask-news.ts';
import { askOfferMessage, askOverdueMessage, askWaitsMessage } from './ask-waits.ts';
import { betweenMessage } from './between.ts';
import { bookingFollowUp } from './booking-follow-up.ts';
import { comeAlong } from './come-along.ts';
import { confidence } from './confidence.ts';
import { cycleClosed } from './cycle-closed.ts';
import { cycleCommentMessage } from './cycle-comment.ts';
import { cycle } from './cycle.ts';
import { dataRequest, dataRequestDone, entryDisputed } from './data-request.ts';
import { dealCleared, dealMoves } from './deal-cleared.ts';
import { managerIsAway, managerIsBack, managerLeft, managersLeftForAdmins, repHasLeft } from './departures.ts';
import { digest } from './digest.ts';
import { expectation } from './expectation.ts';
import { greeting } from './greeting.ts';
import { hello } from './hello.ts';
import { leadQuestion } from './lead-question.ts';
import { lineAnswer, lineQuestion } from './line-claims.ts';
import { lineBegun, lineEnded, linesBegun, linesEnded } from './line-news.ts';
import { linkMade } from './link-made.ts';
import { linkProposal } from './link-proposal.ts';
import type { MessageKind } from './message.ts';
import { noteReply } from './note-reply.ts';
import { noteShared } from './note-shared.ts';
import { planMessage } from './plan.ts';
import { praiseKeptPrivate } from './praise-kept-private.ts';
import { praise } from './praise.ts';
import { promiseKept } from './promise-kept.ts';
import { promiseNotKeptMessage } from './promise-not-kept.ts';
import { promise } from './promise.ts';
import { pulseHeard } from './pulse-heard.ts';
import { pulseNone } from './pulse-none.ts';
import { pulseResult } from './pulse-result.ts';
import { pulse } from './pulse.ts';
import { recap } from './recap.ts';
import { repRecap } from './rep-recap.ts';
import { welcome } from './welcome.ts';
import { win } from './win.ts';
import { winsChannelMessage } from './wins-channel.ts';

/** Every kind of message that the outbox sends. */
export const messageKinds: readonly MessageKind[] = [
  areYouBackMessageKind,
  askCardMessage,
  askNewsMessage,
  askUndoneMessage,
  askOfferMessage,
  askOverdueMessage,
  askWaitsMessage,
  betweenMessage,
  bookingFollowUp,
  comeAlong,
  confidence,
  cycle,
  cycleClosed,
  cycleCommentMessage,
  dataRequest,
  dataRequestDone,
  entryDisputed,
  dealCleared,
  dealMoves,
  digest,
  expectation,
  hello,
  managerIsAway,
  managerIsBack,
  managerLeft,
  managersLeftForAdmins,
  greeting,
  leadQuestion,
  lineAnswer,
  lineBegun,
  lineEnded,
  lineQuestion,
  linesBegun,
  linesEnded,
  linkMade,
  linkProposal,
  noteReply,
  noteShared,
  planMessage,
  praise,
  praiseKeptPrivate,
  promise,
  promiseKept,
  promiseNotKeptMessage,
  pulse,
  pulseHeard,
  pulseNone,
  pulseResult,
  recap,
  repHasLeft,
  repRecap,
  welcome,
  win,
  winsChannelMessage,
];
