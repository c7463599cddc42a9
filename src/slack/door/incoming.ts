/** What comes in, as listeners get it: decoded, with the acting person and the context of their workspace. */
import type { ModalView } from '@slack/types';
import type { z } from 'zod';
import type { Context } from '../../context.ts';
import type { Person } from '../../store/people.ts';
import type { RenderedMessage } from '../kit/rendered-message.ts';
import type { Actor } from '../wire/acting.ts';

/** Finds who acts, and what they may do. @throws UserError with why they may not */
export type Find<Who> = (context: Context, actor: Actor) => Promise<Who>;

export interface Incoming<Who = Person> {
  /** Of the workspace that it came from. */
  readonly context: Context;
  readonly acting: Who;
}

/** Opens a form: lives 3 seconds and works once. */
interface Triggered {
  readonly triggerId: string;
  /** Names what came in, so that a repeat counts once. */
  readonly once: string;
}

/** The form or Home tab in which something was pressed, or that was sent; as Slack has it. */
export interface StandingView {
  readonly id: string;
  readonly type: string;
  readonly callback_id: string;
  readonly private_metadata: string;
  readonly hash: string;
  readonly root_view_id: string | null;
  readonly previous_view_id: string | null;
  readonly state: { readonly values: Readonly<Record<string, unknown>> };
}

/** A slash command. */
export interface Command extends Incoming, Triggered {
  /** What stands after it, as Slack escapes it. */
  readonly text: string;
}

/** A button was pressed, or an option chosen. */
export interface Press<Carried, Who = Person> extends Incoming<Who>, Triggered {
  readonly carried: Carried;
  /** By which buttons of one route in one block are told apart. */
  readonly number: number | undefined;
  readonly userId: string;
  /** Where somebody was chosen. */
  readonly chosenUserId: string | undefined;
  /** What the button stands in; undefined for a message. */
  readonly view: StandingView | undefined;
  /** It stands in an answer that only the acting person sees. */
  readonly isEphemeral: boolean;
  /** For what opens a form over the place of the button. */
  readonly place: { readonly trigger_id: string; readonly view?: StandingView };
  /** @returns Slack's id of the open form. @throws UserError if it comes too late */
  readonly openOver: (view: ModalView) => Promise<string | undefined>;
  /** In the place of the form that the button stands in; by itself from a message or the Home tab. */
  readonly showInPlace: (view: ModalView) => Promise<void>;
  /** Draws the form anew that the button stands in, if it stands in one. */
  readonly redraw: (draw: () => Promise<ModalView>) => Promise<void>;
  /** Puts it in the place of the message that the button stands in; beside it where Slack no longer lets us. */
  readonly replaceMessage: (message: RenderedMessage) => Promise<void>;
}

/** Something was chosen in an open form: it is drawn anew with all that was typed. */
export interface Change<Who = Person> extends Incoming<Who> {
  readonly view: StandingView;
  /** The option's value. */
  readonly chosen: string | undefined;
}

/** A form was sent. It closes when what it says is stored; what is wrong is shown in it. */
export interface Form<Carried, Who = Person> extends Incoming<Who> {
  readonly carried: Carried;
  readonly view: StandingView;
  /** Names what came in, so that a repeat counts once. */
  readonly once: string;
  /** Reads it. @param given values of fields that didn't stand in the form. @throws what is then shown beside the fields */
  readonly read: <T>(schema: z.ZodType<T>, given?: Readonly<Record<string, string>>) => T;
}

/** A shortcut that was chosen on a message. */
export interface OnMessage extends Incoming, Triggered {
  readonly message: { readonly text?: string; readonly user?: string; readonly bot_id?: string; readonly ts: string };
  readonly channelId: string;
}

/** A shortcut that was chosen from anywhere. */
export type FromAnywhere = Incoming & Triggered;

/** What somebody wrote to the bot. */
export interface DirectMessage extends Incoming {
  /** As Slack escapes it. */
  readonly text: string;
  readonly at: { readonly channel: string; readonly ts: string; readonly thread?: string };
  readonly hasFile: boolean;
}
