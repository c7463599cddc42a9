/** What a listener says when it is done, and what the door does with it. */
import type { ModalView } from '@slack/types';
import type { PersonId } from '../../behaviours/ids.ts';
import type { Context } from '../../context.ts';
import type { RenderedMessage } from '../kit/rendered-message.ts';
import { withManagersOfReps } from '../../store/lines-near.ts';
import { refreshHomes } from '../opening/home.ts';

/**
 * Something was done: whom it concerned beside the acting person, by id. What was sent to them and their Homes may be old now. Nobody,
 * where no Home shows it.
 */
export type Concerned = readonly number[] | 'everybody';

/** Nothing was done, but perhaps opened; something was; or what the acting person alone is told where they typed or pressed, too. */
export type Outcome =
  | void
  | Concerned
  | { readonly concerned?: Concerned | undefined; readonly answer?: RenderedMessage | undefined };

/** Of a form that was sent. */
export type FormOutcome =
  | void
  | Concerned
  | {
      readonly concerned?: Concerned | undefined;
      /** What is shown in the form's place; by itself it closes. */
      readonly next?: ModalView | undefined;
      /** What is left to do once Slack has heard that the form is stored. */
      readonly afterwards?: () => Promise<void>;
    };

/** What the outcome says beside whom it concerned. */
export function restOf<Done extends Outcome | FormOutcome>(outcome: Done): Partial<Exclude<Done, void | Concerned>> {
  return typeof outcome === 'object' && !Array.isArray(outcome) ? (outcome as Exclude<Done, void | Concerned>) : {};
}

/**
 * What was put into the outbox is sent, what was sent is checked, and the Homes of those concerned follow.
 * @param meanwhile what the acting person waits for: done before any Home
 */
export async function tellConcerned(
  context: Context,
  outcome: Outcome | FormOutcome,
  actingId: PersonId | undefined,
  meanwhile?: () => Promise<unknown>,
): Promise<void> {
  const concerned = concernedIn(outcome);
  const acting = actingId === undefined ? [] : [actingId];
  if (concerned !== undefined) context.deliverSoon(concerned === 'everybody' ? concerned : [...acting, ...concerned]);
  try {
    await meanwhile?.();
  } finally {
    if (concerned !== undefined) await followHomes(context, concerned, actingId);
  }
}

/** Where it concerns everybody, the other Homes follow with the next look at everything. Never throws. */
async function followHomes(context: Context, concerned: Concerned, actingId: PersonId | undefined): Promise<void> {
  try {
    const acting = actingId === undefined ? [] : [actingId];
    const homes = concerned === 'everybody' ? acting : await withManagersOfReps(context.store, concerned);
    await refreshHomes(context, homes, actingId);
  } catch (error) {
    context.log.warn({ err: error }, 'Whose Home tabs are old could not be looked up');
  }
}

/** Does the outcome say that something is stored? */
export function isSomethingDone(outcome: Outcome | FormOutcome): boolean {
  return concernedIn(outcome) !== undefined;
}

function concernedIn(outcome: Outcome | FormOutcome): Concerned | undefined {
  if (typeof outcome === 'string') return outcome;
  if (typeof outcome !== 'object') return undefined;
  return 'concerned' in outcome ? outcome.concerned : isList(outcome) ? outcome : undefined;
}

function isList(outcome: object): outcome is readonly number[] {
  return Array.isArray(outcome);
}
