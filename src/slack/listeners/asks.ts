import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { ask } from '../../acts/ask.ts';
import { workingCalendarOf } from '../../acts/local-day.ts';
import { readAsk } from '../../acts/read-ask.ts';
import { offersTo, stepAsk } from '../../acts/step-ask.ts';
import { undoAskStep } from '../../acts/undo-ask-step.ts';
import type { AskStepTaken } from '../../acts/step-ask.ts';
import type { Context } from '../../context.ts';
import { UserError } from '../../errors.ts';
import { stateAfter } from '../../leading/ask-lifecycle.ts';
import type { Person } from '../../store/people.ts';
import { addWorkingDays } from '../../time/working-calendar.ts';
import { localDateOf } from '../../time/zoned.ts';
import type { LocalDate } from '../../time/zoned.ts';
import { actingPerson } from '../wire/acting.ts';
import { changeForm } from '../wire/change-form.ts';
import { loadAskForm, loadAskFormFor, sentUnseen, typedSoFar } from '../loading/ask-form-data.ts';
import { tooLong } from '../kit/form.ts';
import { refreshHomes } from '../opening/home.ts';
import { limits } from '../kit/limits.ts';
import { summaryOf } from '../loading/load-ask.ts';
import { openOver, openView } from '../wire/open-view.ts';
import { readable } from '../wire/readable.ts';
import type { Route } from '../kit/route.ts';
import * as routes from '../routes/asks.ts';
import { readForm, submitting } from '../wire/submitting.ts';
import { askView } from '../views/ask/ask-card.ts';
import { askForm, askFormSchema } from '../views/ask/ask-form.ts';
import * as stepForms from '../views/ask/ask-step-forms.ts';
import type { AskSummary } from '../views/ask/ask-words.ts';
import { showInPlace } from './people.ts';

type AskRoute = Route<{ ask: number }>;

/** A line that may be left out. */
const withLine = (values: unknown) => ({ text: readForm(stepForms.lineSchema, values).words ?? null });

/** `/ask`, the form behind it, and every step of an ask. */
export function registerAsks(app: App, context: Context): void {
  registerAsking(app, context);
  registerUndo(app, context);
  app.action<BlockAction<ButtonAction>>(routes.showAsk.id, async ({ ack, body, action }) => {
    await ack();
    const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
    const view = await viewOfAsk(context, acting, routes.showAsk.decode(action.value).ask);
    await openOver(context, body, view);
  });
  onStep(app, context, routes.finishAsk, 'done');
  onStep(app, context, routes.handAskMyself, 'handed');
  onStep(app, context, routes.waitForAsk, 'waited');
  onStep(app, context, routes.confirmAsk, 'confirmed');
  onStep(app, context, routes.withdrawAsk, 'withdrawn');
  onOpenStepForm(app, context, routes.takeAsk, 'taken', takeFormFor);
  onOpenStepForm(app, context, routes.declineAsk, 'declined', (_context, _acting, asked) =>
    Promise.resolve(stepForms.declineForm(asked)),
  );
  onOpenStepForm(app, context, routes.grantAsk, 'granted', (_context, _acting, asked) =>
    Promise.resolve(stepForms.grantForm(asked)),
  );
  onOpenStepForm(app, context, routes.handAsk, 'handed', (_context, _acting, asked) =>
    Promise.resolve(stepForms.handForm(asked)),
  );
  onStepForm(app, context, routes.grantAskWith, 'granted', withLine);
  onStepForm(app, context, routes.handAskWith, 'handed', withLine);
  onOpenStepForm(app, context, routes.reopenAsk, 'reopened', (_context, _acting, asked) =>
    Promise.resolve(stepForms.reopenForm(asked)),
  );
  onOpenStepForm(app, context, routes.renewAsk, 'renewed', async (_context, acting, asked) =>
    stepForms.renewForm(asked, await nextWorkingDay(context, acting)),
  );
  onStepForm(app, context, routes.renewAskBy, 'renewed', (values) => ({
    until: readForm(stepForms.renewFormSchema, values).neededBy,
  }));
  onStepForm(app, context, routes.takeAskBy, 'taken', (values) => readForm(stepForms.takeFormSchema, values));
  onStepForm(app, context, routes.declineAskBecause, 'declined', (values) => ({
    text: readForm(stepForms.declineFormSchema, values).reason,
  }));
  onStepForm(app, context, routes.reopenAskWith, 'reopened', (values) => ({
    text: readForm(stepForms.reopenFormSchema, values).missing ?? null,
  }));
}

function registerUndo(app: App, context: Context): void {
  app.action<BlockAction<ButtonAction>>(routes.undoAskAnswer.id, async ({ ack, body, action }) => {
    await ack();
    const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
    const { ask: askId, step: stepId } = routes.undoAskAnswer.decode(action.value);
    const concerned = await undoAskStep(context, acting, { askId, stepId, once: `trigger:${body.trigger_id}` });
    if (body.view?.type === 'modal')
      await context.slack.views.update({ view_id: body.view.id, view: await viewOfAsk(context, acting, askId) });
    await refreshHomes(context, concerned);
  });
}

function registerAsking(app: App, context: Context): void {
  app.command('/ask', async ({ ack, command }) => {
    await ack();
    const acting = await actingPerson(context, { userId: command.user_id, teamId: command.team_id });
    await openAskForm(context, acting, command.trigger_id, await readable(context, command.text), true);
  });
  app.action<BlockAction<ButtonAction>>(routes.openAsk.id, async ({ ack, body }) => {
    await ack();
    const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
    await openAskForm(context, acting, body.trigger_id, '');
  });
  onChangeOfAsk(app, context, routes.changeAskKind, {});
  onChangeOfAsk(app, context, routes.moreOfAsk, { more: true });
  app.view(routes.submitAsk.id, async ({ ack, body, view }) => {
    const concerned = await submitting(ack, view.state.values, async () => {
      const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
      return ask(context, acting, {
        ...readForm(askFormSchema, view.state.values, sentUnseen(view)),
        once: `view:${view.id}`,
      });
    });
    await refreshHomes(context, concerned ?? []);
  });
}

/** The form is drawn anew with all that was typed. */
function onChangeOfAsk(
  app: App,
  context: Context,
  route: { readonly id: string },
  change: { readonly more?: true },
): void {
  app.action<BlockAction>(route.id, async ({ ack, body }) => {
    await ack();
    const { view } = body;
    if (view === undefined) return;
    await changeForm(context, view.id, async () => {
      const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
      return askForm(await loadAskForm(context, acting, { ...typedSoFar(view), ...change }));
    });
  });
}

/**
 * Opens the form in which the acting person asks their manager, with words to begin with.
 * @param isTheirs they typed the words for this: the form is filled in with what can be read from them
 * @throws UserError with the words typed, if there is no manager to ask
 */
export async function openAskForm(
  context: Context,
  acting: Person,
  triggerId: string,
  words: string,
  isTheirs = false,
): Promise<void> {
  if (words.length > limits.inputText) throw new UserError(tooLong({ input: words }), { typed: words });
  const data = isTheirs
    ? await loadAskFormFor(context, acting, words)
    : await loadAskForm(context, acting, { kind: 'help', typed: { text: words } });
  await openView(context, triggerId, askForm(data), words);
}

/** A step that a button takes at once. */
function onStep(app: App, context: Context, route: AskRoute, step: AskStepTaken): void {
  app.action<BlockAction<ButtonAction>>(route.id, async ({ ack, body, action }) => {
    await ack();
    const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
    const once = `trigger:${body.trigger_id}`;
    const { ask: askId } = route.decode(action.value);
    const concerned = await stepAsk(context, acting, { askId, step, once });
    if (body.view?.type === 'modal')
      await context.slack.views.update({ view_id: body.view.id, view: await viewOfAsk(context, acting, askId) });
    await refreshHomes(context, concerned);
  });
}

type StepForm = ReturnType<typeof stepForms.declineForm>;

/** A step that needs a word: a button opens its form, if the step can be taken. */
function onOpenStepForm(
  app: App,
  context: Context,
  route: AskRoute,
  step: AskStepTaken,
  formFor: (context: Context, acting: Person, asked: AskSummary) => Promise<StepForm>,
): void {
  app.action<BlockAction<ButtonAction>>(route.id, async ({ ack, body, action }) => {
    await ack();
    const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
    const found = await readAsk(context.store, acting.id, route.decode(action.value).ask);
    stateAfter(found.ask, step, acting.id, await offersTo(context.store, acting, found, context.clock()));
    const asked = await summaryOf(context.store, found, acting, context.clock());
    await showInPlace(context, body, await formFor(context, acting, asked));
  });
}

function onStepForm(
  app: App,
  context: Context,
  route: AskRoute,
  step: AskStepTaken,
  read: (stateValues: unknown) => { until?: string; text?: string | null },
): void {
  app.view(route.id, async ({ ack, body, view }) => {
    const concerned = await submitting(ack, view.state.values, async () => {
      const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
      const { ask: askId } = route.decode(view.private_metadata);
      return stepAsk(context, acting, { askId, step, ...read(view.state.values), once: `view:${view.id}` });
    });
    await refreshHomes(context, concerned ?? []);
  });
}

/** @throws UserError if the ask isn't theirs to read */
async function viewOfAsk(context: Context, acting: Person, askId: number): Promise<ModalView> {
  const found = await readAsk(context.store, acting.id, askId);
  return askView(await summaryOf(context.store, found, acting, context.clock()));
}

/** Filled in with the holder's next working day. */
async function takeFormFor(context: Context, acting: Person, asked: AskSummary): Promise<StepForm> {
  return stepForms.takeForm(asked, await nextWorkingDay(context, acting));
}

async function nextWorkingDay(context: Context, acting: Person): Promise<LocalDate> {
  const calendar = await workingCalendarOf(context.store, acting);
  return addWorkingDays(calendar, localDateOf(context.clock(), calendar.timeZone), 1);
}
