/** What the log form is opened with, read from the database with the acting person's rights. */
import { dealAmount, dealName } from '../behaviours/rhythm.ts';
import type { Behaviour } from '../behaviours/behaviour.ts';
import type { Detail } from '../behaviours/facts.ts';
import { dayOf, knownBehaviour, ownBooking, ownEntry, ownNudge, ownReport, reportsOfPerson } from '../acts/own.ts';
import type { Context } from '../context.ts';
import { UserError } from '../errors.ts';
import type { Store } from '../store/db.ts';
import { findDeal, openDealsOf } from '../store/deals.ts';
import { interactionOfNudge, readTexts } from '../store/interactions.ts';
import { findPerson } from '../store/people.ts';
import type { Person } from '../store/people.ts';
import { localDateOf } from '../time/zoned.ts';
import type { LocalDate } from '../time/zoned.ts';
import type { DealChoice, FormValues } from './form.ts';
import type { LogFormCarried, LogOpening } from './routes/logging.ts';
import type { LogForm } from './views/log-form.ts';

/** What is known before anything is typed. */
interface Beginning {
  readonly carried: LogFormCarried;
  readonly behaviour: Behaviour;
  readonly behaviourIsFixed: boolean;
  readonly repId: number | undefined;
  readonly repIsFixed: boolean;
  readonly happenedOn: LocalDate;
  readonly minutes: number | undefined;
  readonly details: FormValues;
  readonly dealId: number | null;
  readonly shared: boolean;
}

/**
 * The log form as it is opened: for a nudge, a booking, an entry to correct, or from nothing.
 * @throws UserError if the acting person has no right to what is opened, or nobody to log about
 */
export async function loadLogForm(
  context: Pick<Context, 'store' | 'behaviours' | 'clock'>,
  acting: Person,
  opening: LogOpening & Pick<LogFormCarried, 'list'>,
): Promise<LogForm> {
  const { store } = context;
  const begun = await begin(context, acting, opening);
  const { behaviour, repId } = begun;
  const rep = repId === undefined ? undefined : await findPerson(store, repId);
  const reports = await reportsOfPerson(store, acting);
  if (reports.length === 0 && rep === undefined)
    throw new UserError(
      'Nobody reports to you here yet, so there is nobody to log this about. `/firstline` shows how to add your team.',
    );
  return {
    carried: begun.carried,
    behaviour,
    behaviours: begun.behaviourIsFixed ? [behaviour] : choosableBehaviours(context, behaviour),
    rep,
    reps: begun.repIsFixed ? [] : reports,
    happenedOn: begun.happenedOn,
    minutes: begun.minutes,
    values: withText(behaviour, withDeal(behaviour, begun.details, begun.dealId), opening.text),
    deals: rep === undefined ? [] : await dealChoices(store, rep.id, begun.dealId),
    shared: begun.shared,
    left: [],
  };
}

/** The rep's open deals, and the one that is chosen already where it is theirs. */
export async function dealChoices(store: Store, repId: number, chosenId: number | null): Promise<DealChoice[]> {
  const open = await openDealsOf(store, repId);
  const isListed = chosenId === null || open.some(({ id }) => id === chosenId);
  const chosen = isListed ? undefined : await findDeal(store, chosenId);
  return (chosen?.ownerId === repId ? [chosen, ...open] : open).map((deal) => {
    const amount = dealAmount(deal);
    return { id: deal.id, label: amount === undefined ? dealName(deal) : `${amount} · ${dealName(deal)}` };
  });
}

/** What a manager can log, and what is chosen already. */
export function choosableBehaviours(context: Pick<Context, 'behaviours'>, chosen: Behaviour): Behaviour[] {
  return context.behaviours.filter(({ id, nudges }) => nudges === 'manager' || id === chosen.id);
}

async function begin(
  context: Pick<Context, 'store' | 'behaviours' | 'clock'>,
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
  const behaviour = knownBehaviour(behaviours, act?.behaviour ?? opening.behaviour ?? behaviours[0]?.id ?? '');
  const repId = act === undefined ? opening.rep : (act.repId ?? undefined);
  if (repId !== undefined) await ownReport(store, acting, repId);
  const bookedOn = booking === undefined ? today : localDateOf(booking.startsAt, calendar.timeZone);
  return {
    carried: {
      behaviour: behaviour.id,
      ...(repId === undefined ? {} : { rep: repId }),
      ...(nudge === undefined ? {} : { nudge: nudge.id }),
      ...(booking === undefined ? {} : { booking: booking.id }),
    },
    behaviour,
    behaviourIsFixed: act !== undefined,
    repId,
    repIsFixed: repId !== undefined,
    happenedOn: bookedOn < today ? bookedOn : today,
    minutes: booking?.minutes ?? behaviour.usualMinutes,
    details: nudge?.prefill ?? {},
    dealId: act?.dealId ?? null,
    shared: false,
  };
}

async function beginWithEntry(
  context: Pick<Context, 'store' | 'behaviours'>,
  acting: Person,
  interactionId: number,
  list?: LogFormCarried['list'],
): Promise<Beginning> {
  const { store } = context;
  const entry = await ownEntry(store, acting, interactionId);
  const repId = entry.repId ?? undefined;
  const reports = await reportsOfPerson(store, acting);
  return {
    carried: {
      interaction: entry.id,
      behaviour: entry.behaviour,
      ...(repId === undefined ? {} : { rep: repId }),
      ...(list === undefined ? {} : { list }),
    },
    behaviour: knownBehaviour(context.behaviours, entry.behaviour),
    behaviourIsFixed: false,
    repId,
    repIsFixed: repId !== undefined && !reports.some(({ id }) => id === repId),
    happenedOn: entry.happenedOn,
    minutes: entry.minutes ?? undefined,
    details: { ...entry.details, ...(await readTexts(store, entry.id)) },
    dealId: entry.dealId,
    shared: entry.shared,
  };
}

function withDeal(behaviour: Behaviour, details: FormValues, dealId: number | null): FormValues {
  const field = behaviour.form.find(({ kind }) => kind === 'deal');
  return field === undefined || dealId === null ? details : { ...details, [field.id]: String(dealId) };
}

function withText(behaviour: Behaviour, values: FormValues, text: string | undefined): FormValues {
  const field = behaviour.form.find(({ kind }) => kind === 'text');
  if (field === undefined || text === undefined) return values;
  return { ...values, [field.id]: text } satisfies Readonly<Record<string, Detail>>;
}
