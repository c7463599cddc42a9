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
import type { MessageKey } from '../../leading/messages.ts';
import type { MessageKind } from './message.ts';
import { missingScope } from './missing-scope.ts';
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
import { unreachable } from './unreachable.ts';
import { welcome } from './welcome.ts';
import { win } from './win.ts';
import { winsChannelMessage } from './wins-channel.ts';

/** How each message reads: all of `leading/messages`, by type. */
const byKey: { readonly [Key in MessageKey]: MessageKind<Key> } = {
  'are-you-back': areYouBackMessageKind,
  'ask-card': askCardMessage,
  'ask-news': askNewsMessage,
  'ask-undone': askUndoneMessage,
  'ask-offer': askOfferMessage,
  'ask-overdue': askOverdueMessage,
  'ask-waits': askWaitsMessage,
  between: betweenMessage,
  'booking-follow-up': bookingFollowUp,
  'come-along': comeAlong,
  confidence,
  cycle,
  'cycle-closed': cycleClosed,
  'cycle-comment': cycleCommentMessage,
  'data-request': dataRequest,
  'data-request-done': dataRequestDone,
  'entry-disputed': entryDisputed,
  'deal-cleared': dealCleared,
  'deal-moves': dealMoves,
  digest,
  expectation,
  hello,
  'manager-away': managerIsAway,
  'manager-back': managerIsBack,
  'manager-left': managerLeft,
  'managers-left': managersLeftForAdmins,
  greeting,
  'lead-question': leadQuestion,
  'line-answer': lineAnswer,
  'line-begun': lineBegun,
  'line-ended': lineEnded,
  'line-question': lineQuestion,
  'lines-begun': linesBegun,
  'lines-ended': linesEnded,
  'link-made': linkMade,
  'link-proposal': linkProposal,
  'missing-scope': missingScope,
  'note-reply': noteReply,
  'note-shared': noteShared,
  plan: planMessage,
  praise,
  'praise-kept-private': praiseKeptPrivate,
  promise,
  'promise-kept': promiseKept,
  'promise-not-kept': promiseNotKeptMessage,
  pulse,
  'pulse-heard': pulseHeard,
  'pulse-none': pulseNone,
  'pulse-result': pulseResult,
  recap,
  'rep-left': repHasLeft,
  'rep-recap': repRecap,
  unreachable,
  welcome,
  win,
  'wins-channel': winsChannelMessage,
};

/** Every kind of message that the outbox sends. */
export const messageKinds: readonly MessageKind[] = Object.values(byKey);
