/** How a listener is made: what comes in, over which route, and what happens then. The door does everything else. */
import type {
  BlockAction,
  GlobalShortcut,
  MessageShortcut,
  SlackActionMiddlewareArgs,
  SlackCommandMiddlewareArgs,
  SlackEventMiddlewareArgs,
  SlackShortcutMiddlewareArgs,
  SlackViewMiddlewareArgs,
  ViewSubmitAction,
} from '@slack/bolt';
import type { PersonId } from '../../behaviours/ids.ts';
import type { Context } from '../../context.ts';
import { Unforeseen, UserError } from '../../errors.ts';
import type { Person } from '../../store/people.ts';
import type { Route } from '../kit/route.ts';
import { asTyped } from '../kit/typed-text.ts';
import { actingPerson } from '../wire/acting.ts';
import { ackInTime } from './ack-in-time.ts';
import { sayingWhatIsDone } from './done.ts';
import { changeForm } from '../wire/change-form.ts';
import { readable } from '../wire/readable.ts';
import { reply } from '../wire/reply.ts';
import { readForm, submitting } from '../wire/submitting.ts';
import type { Change, Command, Find, Form, FromAnywhere, OnMessage, Press } from './incoming.ts';
import { isSomethingDone, restOf, tellConcerned } from './outcome.ts';
import type { FormOutcome, Outcome } from './outcome.ts';
import { pressOf } from './press.ts';

interface Answers<Kind extends string, Args> {
  readonly kind: Kind;
  /** Of the route, the command or the event. */
  readonly id: string;
  readonly answer: (context: Context, args: Args) => Promise<void>;
}

/** What is told by Slack without anybody asking us for something. */
export type EventName = 'app_home_opened' | 'message' | 'team_join' | 'user_change';

export type PressArgs = SlackActionMiddlewareArgs<BlockAction>;
export type CommandListener = Answers<'command', SlackCommandMiddlewareArgs>;
export type PressListener = Answers<'press', PressArgs>;
export type FormListener = Answers<'form', SlackViewMiddlewareArgs<ViewSubmitAction>>;
export type ShortcutListener =
  | Answers<'message_action', SlackShortcutMiddlewareArgs<MessageShortcut>>
  | Answers<'shortcut', SlackShortcutMiddlewareArgs<GlobalShortcut>>;
export type EventListener = {
  [Name in EventName]: Answers<'event', SlackEventMiddlewareArgs<Name>> & { readonly id: Name };
}[EventName];
export type Listener = CommandListener | PressListener | FormListener | ShortcutListener | EventListener;

/**
 * A slash command. It is acknowledged at once.
 * @param storesWords what was typed is stored itself: Slack hears that it arrived when it is written down, or just before it would give up,
 * so that a crash in between costs a retry and not the words; and where it is refused, they come back with the reason
 */
export function onCommand(
  id: `/${string}`,
  does: (command: Command) => Promise<Outcome>,
  { storesWords = false }: { readonly storesWords?: boolean } = {},
): CommandListener {
  return {
    kind: 'command',
    id,
    async answer(context, { ack, command, respond }) {
      const { text, trigger_id: triggerId, user_id: userId, team_id: teamId } = command;
      let isOneOfUs = false;
      const work = async () => {
        const acting = await actingPerson(context, { userId, teamId });
        isOneOfUs = true;
        const given = { context, acting, text, triggerId, once: `trigger:${triggerId}` };
        const { outcome } = await sayingWhatIsDone(() => does(given));
        return { outcome, actingId: acting.id };
      };
      // Names on record are for people of the workspace.
      const typedWords = async () =>
        isOneOfUs ? readable(context, text.trim()) : asTyped(text.trim(), () => undefined);
      if (!storesWords) await ack();
      const done = storesWords
        ? await ackInTime(ack, () => handingBack(typedWords, work))
        : await handingBackUnforeseen(typedWords, work);
      await tell(context, done, { respond, userId });
    },
  };
}

/** @throws UserError with every word that was typed */
async function handingBack<T>(typedWords: () => Promise<string>, work: () => Promise<T>): Promise<T> {
  try {
    return await handingBackUnforeseen(typedWords, work);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const typed = await typedWords();
    if (typed === '') throw error;
    throw new UserError(error.message, { cause: error, typed });
  }
}

/** @throws Unforeseen with every word that was typed where nothing is stored; a refusal as it is */
async function handingBackUnforeseen<T>(typedWords: () => Promise<string>, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const isKnown = error instanceof UserError || (error instanceof Unforeseen && error.isDone);
    // One word is a command of ours, and nothing that anybody would miss.
    const typed = isKnown ? '' : await typedWords().catch(() => '');
    throw /\s/u.test(typed) ? new Unforeseen(error, { typed }) : error;
  }
}

/**
 * A button, or an option of a menu: told apart by a number where several stand in one block.
 * @param who finds who acts, where it isn't just anybody on record
 */
export function onPress<Carried>(
  route: Route<Carried>,
  does: (press: Press<Carried>) => Promise<Outcome>,
): PressListener;
export function onPress<Carried, Who>(
  route: Route<Carried>,
  does: (press: Press<Carried, Who>) => Promise<Outcome>,
  who: Find<Who>,
): PressListener;
export function onPress<Carried>(
  route: Route<Carried>,
  does: (press: Press<Carried>) => Promise<Outcome>,
  who: Find<Person> = actingPerson,
): PressListener {
  return {
    kind: 'press',
    id: route.id,
    async answer(context, args) {
      await args.ack();
      const { id: userId, team_id: teamId } = args.body.user;
      const acting = await who(context, { userId, teamId });
      const { outcome, unshown } = await sayingWhatIsDone((showing) =>
        does(pressOf(context, route, args, acting, showing)),
      );
      await tell(context, { outcome, actingId: idOf(acting) }, { respond: args.respond, userId });
      if (unshown !== undefined) throw unshown;
    },
  };
}

/** A button that does something by itself, in the browser: Slack wants to hear that we know. */
export function onLink(route: Route<unknown>): PressListener {
  return { kind: 'press', id: route.id, answer: (_context, { ack }) => ack() };
}

/** A choice in an open form. Two in quick succession are drawn in their order. */
export function onChange(
  route: Route<unknown>,
  draw: (change: Change) => ReturnType<Parameters<typeof changeForm>[2]>,
  who: Find<Person> = actingPerson,
): PressListener {
  return {
    kind: 'press',
    id: route.id,
    async answer(context, { ack, body, action }) {
      await ack();
      const { view, user } = body;
      if (view === undefined) return;
      await changeForm(context, view.id, async () => {
        const acting = await who(context, { userId: user.id, teamId: user.team_id });
        const option = action.type === 'static_select' ? action.selected_option?.value : undefined;
        return draw({ context, acting, view, chosen: option });
      });
    },
  };
}

/** A form that was sent: it closes when what it says is stored, and shows what is wrong. */
export function onSubmit<Carried>(
  route: Route<Carried>,
  does: (form: Form<Carried>) => Promise<FormOutcome>,
  who: Find<Person> = actingPerson,
): FormListener {
  return {
    kind: 'form',
    id: route.id,
    async answer(context, { ack, body, view }) {
      const { values } = view.state;
      const read: Form<Carried>['read'] = (schema, given) => readForm(schema, values, given);
      const sent = await submitting(
        ack,
        values,
        async () => {
          const acting = await who(context, { userId: body.user.id, teamId: body.user.team_id });
          const carried = route.decode(view.private_metadata);
          const form = { context, acting, view, carried, once: `view:${view.id}`, read };
          const { outcome } = await sayingWhatIsDone(() => does(form));
          return { acting, outcome };
        },
        (done) => restOf(done.outcome).next,
      );
      if (sent === undefined) return;
      await shown(sent.outcome, () =>
        tellConcerned(context, sent.outcome, sent.acting.id, restOf(sent.outcome).afterwards),
      );
    },
  };
}

/** A shortcut on a message. */
export function onMessageShortcut(route: Route<unknown>, does: (chosen: OnMessage) => Promise<void>): ShortcutListener {
  return {
    kind: 'message_action',
    id: route.id,
    async answer(context, { ack, shortcut }) {
      await ack();
      const { message, channel, message_ts: ts } = shortcut;
      await does({ ...(await chosen(context, shortcut)), message: { ...message, ts }, channelId: channel.id });
    },
  };
}

/** A shortcut from anywhere. */
export function onShortcut(route: Route<unknown>, does: (chosen: FromAnywhere) => Promise<void>): ShortcutListener {
  return {
    kind: 'shortcut',
    id: route.id,
    async answer(context, { ack, shortcut }) {
      await ack();
      await does(await chosen(context, shortcut));
    },
  };
}

async function chosen(context: Context, { user, trigger_id: triggerId }: GlobalShortcut | MessageShortcut) {
  const acting = await actingPerson(context, { userId: user.id, teamId: user.team_id });
  return { context, acting, triggerId, once: `trigger:${triggerId}` };
}

async function tell(
  context: Context,
  { outcome, actingId }: { readonly outcome: Outcome; readonly actingId: PersonId | undefined },
  { respond, userId }: { readonly respond: PressArgs['respond']; readonly userId: string },
): Promise<void> {
  const { answer } = restOf(outcome);
  await shown(outcome, () =>
    tellConcerned(context, outcome, actingId, async () => {
      if (answer !== undefined) await reply(context, respond, userId, answer);
    }),
  );
}

/** What was done is shown. @throws Unforeseen where that fails: it is done all the same */
async function shown(outcome: Outcome | FormOutcome, show: () => Promise<void>): Promise<void> {
  try {
    await show();
  } catch (error) {
    throw isSomethingDone(outcome) ? new Unforeseen(error, { isDone: true }) : error;
  }
}

/** Who only decides whether two are the same may have no record of their own. */
function idOf(acting: unknown): number | undefined {
  if (typeof acting === 'number') return acting;
  const id: unknown = typeof acting === 'object' && acting !== null && 'id' in acting ? acting.id : undefined;
  return typeof id === 'number' ? id : undefined;
}
