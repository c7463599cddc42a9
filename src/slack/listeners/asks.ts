import type { ModalView } from '@slack/types';
import { ask } from '../../acts/ask.ts';
import { workingCalendarOf } from '../../acts/local-day.ts';
import { readAsk } from '../../acts/read-ask.ts';
import { offersTo, stepAsk } from '../../acts/step-ask.ts';
import { undoAskStep } from '../../acts/undo-ask-step.ts';
import type { AskStepTaken } from '../../acts/step-ask.ts';
import type { AskId } from '../../behaviours/ids.ts';
import type { Context } from '../../context.ts';
import { stateAfter } from '../../leading/ask-lifecycle.ts';
import type { Person } from '../../store/people.ts';
import { addWorkingDays } from '../../time/working-calendar.ts';
import { localDateOf } from '../../time/zoned.ts';
import type { LocalDate } from '../../time/zoned.ts';
import type { Form } from '../door/incoming.ts';
import { onChange, onCommand, onPress, onSubmit } from '../door/listener.ts';
import type { Listener } from '../door/listener.ts';
import type { Route } from '../kit/route.ts';
import { loadAskForm, sentUnseen, typedSoFar } from '../loading/ask-form-data.ts';
import { summaryOf } from '../loading/load-ask.ts';
import { openAskForm } from '../opening/ask-form.ts';
import * as routes from '../routes/asks.ts';
import { askView } from '../views/ask/ask-card.ts';
import { askForm, askFormSchema } from '../views/ask/ask-form.ts';
import * as stepForms from '../views/ask/ask-step-forms.ts';
import type { AskSummary } from '../views/ask/ask-words.ts';
import { readable } from '../wire/readable.ts';

interface CarriedAsk {
  readonly ask: number;
}
type StepForm = ReturnType<typeof stepForms.declineForm>;

const asking: readonly Listener[] = [
  onCommand('/ask', async ({ context, acting, text, triggerId }) =>
    openAskForm(context, acting, triggerId, await readable(context, text), true),
  ),
  onPress(routes.openAsk, ({ context, acting, triggerId }) => openAskForm(context, acting, triggerId, '')),
  onChange(routes.changeAskKind, async ({ context, acting, view }) =>
    askForm(await loadAskForm(context, acting, typedSoFar(view))),
  ),
  onChange(routes.moreOfAsk, async ({ context, acting, view }) =>
    askForm(await loadAskForm(context, acting, { ...typedSoFar(view), more: true })),
  ),
  onSubmit(routes.submitAsk, async ({ context, acting, view, once, read }) =>
    ask(context, acting, { ...read(askFormSchema, sentUnseen(view)), once }),
  ),
];

/** `/ask`, the form behind it, and every step of an ask. */
export const askListeners: readonly Listener[] = [
  ...asking,
  onPress(routes.showAsk, async ({ context, acting, carried, openOver }) => {
    await openOver(await viewOfAsk(context, acting, carried.ask));
  }),
  onPress(routes.undoAskAnswer, async ({ context, acting, carried, once, redraw }) => {
    const { ask: askId, step: stepId } = carried;
    const concerned = await undoAskStep(context, acting, { askId, stepId, once });
    await redraw(() => viewOfAsk(context, acting, askId));
    return concerned;
  }),
  takesStep(routes.finishAsk, 'done'),
  takesStep(routes.handAskMyself, 'handed'),
  takesStep(routes.waitForAsk, 'waited'),
  takesStep(routes.confirmAsk, 'confirmed'),
  takesStep(routes.withdrawAsk, 'withdrawn'),
  opensStep(routes.takeAsk, 'taken', async (context, acting, asked) =>
    stepForms.takeForm(asked, await nextWorkingDay(context, acting)),
  ),
  opensStep(routes.declineAsk, 'declined', async (_context, _acting, asked) => stepForms.declineForm(asked)),
  opensStep(routes.grantAsk, 'granted', async (_context, _acting, asked) => stepForms.grantForm(asked)),
  opensStep(routes.handAsk, 'handed', async (_context, _acting, asked) => stepForms.handForm(asked)),
  opensStep(routes.reopenAsk, 'reopened', async (_context, _acting, asked) => stepForms.reopenForm(asked)),
  opensStep(routes.renewAsk, 'renewed', async (context, acting, asked) =>
    stepForms.renewForm(asked, await nextWorkingDay(context, acting)),
  ),
  sendsStep(routes.grantAskWith, 'granted', ({ read }) => ({ text: read(stepForms.lineSchema).words ?? null })),
  sendsStep(routes.handAskWith, 'handed', ({ read }) => ({ text: read(stepForms.lineSchema).words ?? null })),
  sendsStep(routes.renewAskBy, 'renewed', ({ read }) => ({ until: read(stepForms.renewFormSchema).neededBy })),
  sendsStep(routes.takeAskBy, 'taken', ({ read }) => read(stepForms.takeFormSchema)),
  sendsStep(routes.declineAskBecause, 'declined', ({ read }) => ({ text: read(stepForms.declineFormSchema).reason })),
  sendsStep(routes.reopenAskWith, 'reopened', ({ read }) => ({
    text: read(stepForms.reopenFormSchema).missing ?? null,
  })),
];

/** A step that a button takes at once. */
function takesStep(route: Route<CarriedAsk>, step: AskStepTaken): Listener {
  return onPress(route, async ({ context, acting, carried, once, redraw }) => {
    const concerned = await stepAsk(context, acting, { askId: carried.ask, step, once });
    await redraw(() => viewOfAsk(context, acting, carried.ask));
    return concerned;
  });
}

/** A step that needs a word: a button opens its form, if the step can be taken. */
function opensStep(
  route: Route<CarriedAsk>,
  step: AskStepTaken,
  formFor: (context: Context, acting: Person, asked: AskSummary) => Promise<StepForm>,
): Listener {
  return onPress(route, async ({ context, acting, carried, showInPlace }) => {
    const found = await readAsk(context.store, acting.id, carried.ask);
    stateAfter(found.ask, step, acting.id, await offersTo(context.store, acting, found, context.clock()));
    const asked = await summaryOf(context.store, found, acting, context.clock());
    await showInPlace(await formFor(context, acting, asked));
  });
}

function sendsStep(
  route: Route<CarriedAsk>,
  step: AskStepTaken,
  wordsOf: (form: Form<CarriedAsk>) => { until?: LocalDate; text?: string | null },
): Listener {
  return onSubmit(route, async (form) => {
    const { context, acting, carried, once } = form;
    return stepAsk(context, acting, { askId: carried.ask, step, ...wordsOf(form), once });
  });
}

/** @throws UserError if the ask isn't theirs to read */
async function viewOfAsk(context: Context, acting: Person, askId: AskId): Promise<ModalView> {
  const found = await readAsk(context.store, acting.id, askId);
  return askView(await summaryOf(context.store, found, acting, context.clock()));
}

async function nextWorkingDay(context: Context, acting: Person): Promise<LocalDate> {
  const calendar = await workingCalendarOf(context.store, acting);
  return addWorkingDays(calendar, localDateOf(context.clock(), calendar.timeZone), 1);
}
