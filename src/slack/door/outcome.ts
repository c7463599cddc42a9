/** What a listener says when it is done, and what the door does with it. */
import type { ModalView } from '@slack/types';
import type { Context } from '../../context.ts';
import type { RenderedMessage } from '../kit/rendered-message.ts';
import { refreshHomes } from '../opening/home.ts';

/** Whom it concerned, by id: their Homes show something old now. */
type Concerned = readonly number[];

/** Nothing more; whom it concerned; or what the acting person alone is told where they typed or pressed, too. */
export type Outcome =
  | void
  | Concerned
  | { readonly concerned?: Concerned; readonly answer?: RenderedMessage | undefined };

/** Of a form that was sent. */
export type FormOutcome =
  | void
  | Concerned
  | {
      readonly concerned?: Concerned;
      /** What is shown in the form's place; by itself it closes. */
      readonly next?: ModalView | undefined;
      /** What is left to do once Slack has heard that the form is stored. */
      readonly afterwards?: () => Promise<void>;
    };

/** The Homes of those concerned follow. Never throws. */
export async function tellConcerned(context: Context, concerned: Concerned | undefined): Promise<void> {
  if (concerned !== undefined && concerned.length > 0) await refreshHomes(context, concerned);
}

export function concernedIn(outcome: Outcome | FormOutcome): Concerned | undefined {
  if (typeof outcome !== 'object') return undefined;
  return isConcerned(outcome) ? outcome : outcome.concerned;
}

export function isConcerned(outcome: object): outcome is Concerned {
  return Array.isArray(outcome);
}
