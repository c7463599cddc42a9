import { z } from 'zod';
import { route } from '../kit/route.ts';

const ask = z.object({ ask: z.number().int().positive() });

/** Opens the form in which somebody asks their manager. */
export const openAsk = route('ask.open', z.object({}));
/** `kept`: what is filled in and stands in no field now: behind More, or of another kind. `more`: everything stands open. */
export const submitAsk = route(
  'ask.submit',
  z.object({ kept: z.record(z.string(), z.string()).optional(), more: z.boolean().optional() }),
);
/** Opens everything else that can be said. */
export const moreOfAsk = route('ask.more', z.object({}));
/** The kind was changed: the fields follow. */
export const changeAskKind = route('ask.change-kind', z.object({}));

/** Shows one ask with what can be done about it, from a nudge. */
export const showAsk = route('ask.show', ask);

/** What the one who holds an ask can do. */
export const takeAsk = route('ask.take', ask);
export const takeAskBy = route('ask.take-by', ask);
export const grantAsk = route('ask.grant', ask);
export const grantAskWith = route('ask.grant-with', ask);
export const finishAsk = route('ask.finish', ask);
export const declineAsk = route('ask.decline', ask);
export const declineAskBecause = route('ask.decline-because', ask);
export const handAsk = route('ask.hand', ask);
export const handAskWith = route('ask.hand-with', ask);
/** Takes back the answer that was given with this step. */
export const undoAskAnswer = route('ask.undo', ask.extend({ step: z.number().int().positive() }));

/** What the rep can do. */
export const confirmAsk = route('ask.confirm', ask);
export const reopenAsk = route('ask.reopen', ask);
export const reopenAskWith = route('ask.reopen-with', ask);
export const withdrawAsk = route('ask.withdraw', ask);
/** The rep takes it to the lead, once that was offered. */
export const handAskMyself = route('ask.hand-myself', ask);
export const waitForAsk = route('ask.wait', ask);
export const renewAsk = route('ask.renew', ask);
export const renewAskBy = route('ask.renew-by', ask);
