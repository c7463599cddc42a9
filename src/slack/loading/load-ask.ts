import { describeAskKind, wordsFieldsOf } from '../../asks/index.ts';
import type { DealFact } from '../../behaviours/facts.ts';
import type { PersonId } from '../../behaviours/ids.ts';
import { dealAmount, dealName } from '../../behaviours/rhythm.ts';
import type { AskWithSteps } from '../../acts/read-ask.ts';
import { leadFor, offersTo } from '../../acts/step-ask.ts';
import { mayReadField } from '../../leading/ask-case.ts';
import { undoableStep } from '../../leading/ask-undo.ts';
import { stepsFor } from '../../leading/ask-lifecycle.ts';
import { timeZoneOf } from '../../leading/calendars.ts';
import { takenOverFrom } from '../../leading/take-over.ts';
import type { Ask } from '../../store/asks.ts';
import type { Store } from '../../store/db.ts';
import { findDeal } from '../../store/deals.ts';
import { findPeople, findPerson } from '../../store/people.ts';
import type { Person } from '../../store/people.ts';
import { managerIdOf } from '../../store/reporting-lines.ts';
import { findWorkspace } from '../../store/workspaces.ts';
import { formatDate, localDateOf } from '../../time/zoned.ts';
import type { LocalDate } from '../../time/zoned.ts';
import { directMessageWith } from '../kit/deep-link.ts';
import type { AskSummary } from '../views/ask/ask-words.ts';

/** The ask as its reader sees it. The caller has made sure that they may read it. */
export async function summaryOf(
  store: Store,
  { ask, steps }: AskWithSteps,
  reader: Person,
  now: Date,
): Promise<AskSummary> {
  const people = await findPeople(store, idsIn({ ask, steps }));
  const nameOf = (id: number) => people.find((person) => person.id === id)?.name ?? 'Somebody';
  const hasLeft = (id: number) => (people.find((person) => person.id === id)?.leftOn ?? null) !== null;
  const zone = timeZoneOf(reader, (await findWorkspace(store))?.defaultTimeZone ?? 'Etc/UTC');
  const found = { ask, steps };
  const leadId = await leadFor(store, reader, found);
  const lead = leadId === undefined ? undefined : await findPerson(store, leadId);
  const offers = await offersTo(store, reader, found, now);
  const deal = ask.dealId === null ? undefined : await findDeal(store, ask.dealId);
  const takenOver = takenOverFrom(steps, reader.id);
  return {
    id: ask.id,
    kind: ask.kind,
    state: ask.state,
    obstacle: ask.obstacle,
    text: ask.text,
    deal: deal === undefined ? null : dealLine(deal),
    dealStands: deal === undefined ? null : dealStands(deal, localDateOf(now, zone)),
    managerName: reader.id === ask.repId || reader.id === ask.managerId ? undefined : nameOf(ask.managerId),
    askedOn: ask.askedOn,
    neededBy: ask.neededBy,
    repName: nameOf(ask.repId),
    holderName: nameOf(ask.holderId),
    hasHolderLeft: hasLeft(ask.holderId),
    isRep: ask.repId === reader.id,
    isHolder: ask.holderId === reader.id,
    takenOverBy: takenOver && nameOf(takenOver.actorId),
    steps: steps.map((step, index) => ({
      ...formerOf(steps[index - 1], { nameOf, hasLeft }),
      hasActorLeft: hasLeft(step.actorId),
      id: step.id,
      step: step.step,
      actorName: nameOf(step.actorId),
      holderName: step.holderId === null ? undefined : nameOf(step.holderId),
      isWithReader: step.holderId === reader.id,
      isOwn: step.actorId === reader.id,
      until: step.until,
      text: step.text,
      on: localDateOf(step.at, zone),
    })),
    exception: ask.exception,
    stake:
      ask.stake === null || ask.currency === null
        ? null
        : (dealAmount({ amount: ask.stake, currency: ask.currency }) ?? null),
    written: writtenFor(ask, reader.id),
    undo: undoableStep(ask, steps, reader.id)?.id,
    leadName: lead?.name,
    talk: talkFor(store, { ask, steps }, reader, people),
    mayDo: stepsFor(ask, reader.id, offers).filter((step) => step !== 'handed' || lead !== undefined),
    mayCome:
      describeAskKind(ask.kind).isTackledTogether === true && (await managerIdOf(store, ask.repId)) === reader.id,
    today: localDateOf(now, zone),
  };
}

/** What was written in the fields that this reader may read. */
function writtenFor(ask: Ask, readerId: PersonId): AskSummary['written'] {
  return wordsFieldsOf(ask.kind)
    .filter((field) => mayReadField(field, ask, readerId))
    .flatMap(({ id, shown, isLinks = false }) => {
      const words = ask.fields[id] ?? '';
      return words === '' ? [] : [{ shown, words, isLinks }];
    });
}

/** `Negotiation, closes Dec 15`. */
function dealStands({ stage, closeOn }: Pick<DealFact, 'stage' | 'closeOn'>, today: LocalDate): string {
  const closes = closeOn === null ? [] : [`closes ${formatDate(closeOn, today)}`];
  return [...(stage === '' ? [] : [stage]), ...closes].join(', ');
}

function idsIn({ ask, steps }: AskWithSteps): number[] {
  return [
    ask.repId,
    ask.managerId,
    ask.holderId,
    ...steps.flatMap(({ actorId, holderId }) => [actorId, holderId ?? actorId]),
  ];
}

/** Who had it before, where that one has left. */
function formerOf(
  before: AskWithSteps['steps'][number] | undefined,
  { nameOf, hasLeft }: { nameOf: (id: number) => string; hasLeft: (id: number) => boolean },
): { formerName?: string } {
  const id = before?.holderId ?? null;
  return id !== null && hasLeft(id) ? { formerName: nameOf(id) } : {};
}

/**
 * The conversation of the rep and who has the ask: linked to, never read.
 */
function talkFor(store: Store, { ask }: AskWithSteps, reader: Person, people: readonly Person[]): AskSummary['talk'] {
  const otherId = reader.id === ask.repId ? ask.holderId : ask.repId;
  const other = people.find(({ id }) => id === otherId);
  if (other === undefined || ![ask.repId, ask.holderId].includes(reader.id)) return undefined;
  const url = directMessageWith(store.workspaceId, other);
  return url === undefined ? undefined : { name: other.name, url };
}

/** `Northwind – Renewal, €48,000`. */
export function dealLine(deal: Pick<DealFact, 'account' | 'name' | 'amount' | 'currency'>): string {
  const amount = dealAmount(deal);
  return amount === undefined ? dealName(deal) : `${dealName(deal)}, ${amount}`;
}
