/** What the log form is opened with, read from the database with the acting person's rights. */
import type { DealId, InteractionId, PersonId } from '../../behaviours/ids.ts';
import { linesNear } from '../../store/lines-near.ts';
import type { Behaviour } from '../../behaviours/behaviour.ts';
import { usualFirst } from '../../behaviours/groups.ts';
import type { WordsOnRecord } from '../../behaviours/field.ts';
import { onRecordOf } from '../../acts/apply-changes.ts';
import { dayOf, knownBehaviour, ownBooking, ownEntry, ownNudge, ownReport, ownSubject } from '../../acts/own.ts';
import { teamPromiseIn } from '../../acts/team-promise.ts';
import type { Context } from '../../context.ts';
import { UserError } from '../../errors.ts';
import { guardOfEntry } from '../../leading/access.ts';
import { mayLog } from '../../leading/whom.ts';
import type { Store } from '../../store/db.ts';
import { interactionOfNudge, readTexts } from '../../store/interactions.ts';
import { findPerson } from '../../store/people.ts';
import type { Person } from '../../store/people.ts';
import { skillTagsOf } from '../../store/skills.ts';
import { localDateOf } from '../../time/zoned.ts';
import type { LocalDate } from '../../time/zoned.ts';
import type { FormValues } from '../kit/form.ts';
import { shortNameOf } from './name-of.ts';
import { formChoices, kindsFor, loggablePeople, promiseChoice } from './log-choices.ts';
import type { LogFormCarried, LogOpening } from '../routes/logging.ts';
import type { LogForm } from '../views/log/log-form.ts';

type Reading = Pick<Context, 'store' | 'behaviours' | 'clock'>;

/** What is known before anything is typed. */
interface Beginning {
  readonly carried: LogFormCarried;
  /** Undefined where the first that fits is taken. */
  readonly behaviour: Behaviour | undefined;
  readonly behaviourIsFixed: boolean;
  readonly repId: PersonId | undefined;
  readonly repIsFixed: boolean;
  readonly happenedOn: LocalDate;
  readonly minutes: number | undefined;
  readonly values: FormValues;
  readonly dealId: DealId | null;
  readonly shared: boolean;
  /** The question that the nudge asked. */
  readonly question: string | undefined;
  /** Everything stands open. */
  readonly more: boolean;
}

const mostTags = 12;

/**
 * The log form as it is opened: for a nudge, a booking, an entry to correct, or from nothing.
 * @throws UserError if the acting person has no right to what is opened, or nobody to log about
 */
export async function loadLogForm(
  context: Reading,
  acting: Person,
  opening: LogOpening & Pick<LogFormCarried, 'list'>,
): Promise<LogForm> {
  const begun = await begin(context, acting, opening);
  const rep = begun.repId === undefined ? undefined : await findPerson(context.store, begun.repId);
  const people = await loggablePeople(context.store, acting);
  if (people.length === 0 && rep === undefined && begun.carried.interaction === undefined)
    throw new UserError('No one reports to you here yet. Add your team with `/firstline team`.');
  const opened = { ...begun, rep, people: begun.repIsFixed ? [] : people, text: opening.text, isNew: true };
  return completeForm(context, acting, opened);
}

/** What has been chosen so far, and what there is to choose from then. */
export interface Chosen extends Omit<Beginning, 'repId'> {
  readonly rep: Person | undefined;
  /** None where the person can't be changed. */
  readonly people: LogForm['people'];
  /** Words for the first text field. */
  readonly text?: string | undefined;
  /** It is opened just now. */
  readonly isNew: boolean;
}

/** The form for what has been chosen: with the kinds, the records and the deals that fit the person. */
export async function completeForm(context: Reading, acting: Person, chosen: Chosen): Promise<LogForm> {
  const { store } = context;
  const { rep, people, repIsFixed, values, dealId } = chosen;
  const { today } = await dayOf(store, acting, context.clock());
  const promise =
    rep === undefined && chosen.behaviour !== undefined
      ? await teamPromiseIn(store, acting, chosen.behaviour, values)
      : undefined;
  const ofTeam = promise === undefined ? {} : { promise: [promiseChoice(promise, today)] };
  const choices = rep === undefined ? ofTeam : await formChoices(store, acting, rep, { values, dealId, today });
  const kinds = await kindsFor(context, acting, { rep, choices, people, repIsFixed });
  const behaviour =
    chosen.behaviour ?? usualFirst(kinds)[0] ?? knownBehaviour(context.behaviours, context.behaviours[0]?.id ?? '');
  return {
    carried: { ...chosen.carried, behaviour: behaviour.id },
    behaviour,
    behaviours:
      chosen.behaviourIsFixed || promise !== undefined ? [behaviour] : withChosen(context.behaviours, kinds, behaviour),
    rep: rep === undefined ? undefined : { ...rep, shortName: await shortNameOf(store, acting.id, rep.id) },
    people: promise === undefined ? people : [],
    toTeam: promise && (promise.to === 'team' ? 'your team' : 'your teams'),
    happenedOn: chosen.happenedOn,
    today,
    more: chosen.more,
    isNew: chosen.isNew,
    minutes: chosen.minutes ?? (chosen.carried.interaction === undefined ? behaviour.usualMinutes : undefined),
    values: withText(behaviour, withDeal(behaviour, values, dealId), chosen.text),
    choices,
    shared: chosen.shared,
    question: guardOfEntry(behaviour) === 'own-entry' ? chosen.question : undefined,
    tags: await skillTagsOf(store, acting.id, mostTags),
    left: [],
  };
}

/** In the order of the list. */
function withChosen(all: readonly Behaviour[], kinds: readonly Behaviour[], chosen: Behaviour): Behaviour[] {
  return all.filter((behaviour) => kinds.includes(behaviour) || behaviour === chosen);
}

async function begin(
  context: Reading,
  acting: Person,
  opening: LogOpening & Pick<LogFormCarried, 'list'>,
): Promise<Beginning> {
  const { store, behaviours } = context;
  if (opening.interaction !== undefined) return beginWithEntry(context, acting, opening.interaction, opening.list);
  const { today, calendar } = await dayOf(store, acting, context.clock());
  const booking = opening.booking === undefined ? undefined : await ownBooking(store, acting, opening.booking);
  const nudgeId = opening.nudge ?? booking?.nudgeId ?? undefined;
  const nudge = nudgeId === undefined ? undefined : await ownNudge(store, acting, nudgeId);
  const answer = nudge?.state === 'done' ? await interactionOfNudge(store, nudge.id) : undefined;
  if (answer !== undefined) return beginWithEntry(context, acting, answer.id);
  const act = booking ?? nudge;
  const behaviourId = act?.behaviour ?? opening.behaviour;
  const behaviour = behaviourId === undefined ? undefined : knownBehaviour(behaviours, behaviourId);
  const repId = act === undefined ? opening.rep : (act.repId ?? undefined);
  if (repId !== undefined) await refuseStranger(store, acting, behaviours, behaviour, repId);
  const bookedOn = booking === undefined ? today : localDateOf(booking.startsAt, calendar.timeZone);
  return {
    carried: {
      ...(behaviour === undefined ? {} : { behaviour: behaviour.id }),
      ...(repId === undefined ? {} : { rep: repId }),
      ...(opening.only === undefined ? {} : { only: opening.only }),
      ...(opening.promise === undefined ? {} : { promise: opening.promise }),
      ...(opening.assignment === undefined ? {} : { assignment: opening.assignment }),
      ...(nudge === undefined ? {} : { nudge: nudge.id }),
      ...(booking === undefined ? {} : { booking: booking.id }),
    },
    behaviour,
    behaviourIsFixed: act !== undefined || (opening.only === true && behaviour !== undefined),
    repId,
    repIsFixed: repId !== undefined,
    happenedOn: bookedOn < today ? bookedOn : today,
    minutes: booking?.minutes ?? behaviour?.usualMinutes,
    values: nudge?.prefill ?? prefillOf(behaviour, opening),
    dealId: act?.dealId ?? null,
    shared: isSharedAtFirst(behaviour),
    question: nudge?.words.openingLine,
    more: false,
  };
}

/** Words meant for the other side are shared unless somebody unticks that. */
export function isSharedAtFirst(behaviour: Behaviour | undefined): boolean {
  return behaviour !== undefined && (behaviour.toldAs !== undefined || behaviour.proposesSharing === true);
}

/** The promise or assignment that is asked about, in the field in which it is chosen. */
function prefillOf(behaviour: Behaviour | undefined, { promise, assignment }: LogOpening): FormValues {
  const entries = Object.entries({ promise, assignment }).flatMap(([of, id]) => {
    const field = behaviour?.form.find((one) => one.kind === 'record' && one.of === of);
    return field === undefined || id === undefined ? [] : [[field.id, String(id)]];
  });
  return Object.fromEntries(entries) as FormValues;
}

/** @throws UserError for somebody about whom the acting person may log nothing of this kind, or nothing at all */
async function refuseStranger(
  store: Store,
  acting: Person,
  behaviours: readonly Behaviour[],
  behaviour: Behaviour | undefined,
  repId: PersonId,
): Promise<void> {
  if (behaviour !== undefined) await ownSubject(store, acting, behaviour.about, repId);
  const lines = await linesNear(store, [acting.id]);
  if (!behaviours.some(({ about }) => mayLog(about, acting.id, repId, lines))) await ownReport(store, acting, repId);
}

async function beginWithEntry(
  context: Reading,
  acting: Person,
  interactionId: InteractionId,
  list?: LogFormCarried['list'],
): Promise<Beginning> {
  const { store } = context;
  const entry = await ownEntry(store, acting, interactionId);
  const behaviour = knownBehaviour(context.behaviours, entry.behaviour);
  const repId = entry.repId ?? undefined;
  const isStillTheirs =
    repId === undefined || mayLog(behaviour.about, acting.id, repId, await linesNear(store, [acting.id]));
  const { words, promise } = await onRecordOf(store, entry.id);
  return {
    carried: {
      interaction: entry.id,
      behaviour: entry.behaviour,
      ...(repId === undefined ? {} : { rep: repId }),
      ...(list === undefined ? {} : { list }),
    },
    behaviour,
    behaviourIsFixed: false,
    repId,
    repIsFixed: !isStillTheirs,
    happenedOn: entry.happenedOn,
    minutes: entry.minutes ?? undefined,
    values: {
      ...entry.details,
      ...(await readTexts(store, entry.id)),
      ...wordsByField(behaviour, words),
      ...(promise === undefined ? {} : { promise: promise.text, promiseBy: promise.dueOn }),
    },
    dealId: entry.dealId,
    shared: entry.shared,
    question: undefined,
    more: true,
  };
}

/** What stands on record, under the fields in which it was typed. */
function wordsByField(behaviour: Behaviour, words: Readonly<Partial<Record<WordsOnRecord, string>>>): FormValues {
  return Object.fromEntries(
    behaviour.form.flatMap((field) => {
      const text = field.kind === 'text' && field.keptInRecord !== undefined ? words[field.keptInRecord] : undefined;
      return text === undefined ? [] : [[field.id, text]];
    }),
  );
}

function withDeal(behaviour: Behaviour, values: FormValues, dealId: DealId | null): FormValues {
  const field = behaviour.form.find(({ kind }) => kind === 'deal');
  return field === undefined || dealId === null ? values : { ...values, [field.id]: String(dealId) };
}

function withText(behaviour: Behaviour, values: FormValues, text: string | undefined): FormValues {
  const field = behaviour.form.find(({ kind }) => kind === 'text');
  return field === undefined || text === undefined ? values : { ...values, [field.id]: text };
}
