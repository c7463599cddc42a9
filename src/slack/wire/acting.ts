import type { Context } from '../../context.ts';
import { UserError } from '../../errors.ts';
import type { LinkProposal } from '../../store/link-proposals.ts';
import type { Person } from '../../store/people.ts';
import { requireRight } from '../../acts/record-settings.ts';
import { refreshRights } from '../../acts/refresh-rights.ts';
import { personOfSlackUser } from '../../acts/slack-person.ts';
import type { FoundPerson, NotAPerson, Unfit } from '../../acts/slack-person.ts';

/** Who acts, as Slack says it in the envelope, never what a button or form carries; `teamId` is the acting person's own workspace. */
export interface Actor {
  readonly userId: string;
  readonly teamId?: string | undefined;
}

/** Refused because nobody has said yet whether they are the one on the roster who has their name. */
export class UnconfirmedError extends UserError {
  /** What they may decide themselves, as an admin of Slack. */
  readonly pairs: readonly LinkProposal[];

  constructor(message: string, pairs: readonly LinkProposal[]) {
    super(message);
    this.name = 'UnconfirmedError';
    this.pairs = pairs;
  }
}

/**
 * The person who does something, from the database by their Slack id; put on record at the first visit.
 * @throws UserError for apps, guests, people of other companies, those who have left, and those of whom only the name is on the roster
 */
export async function actingPerson(context: Context, who: Actor): Promise<Person> {
  const found = await lookAt(context, who);
  if ('unfit' in found) throw refusal(found);
  return found.person;
}

/**
 * The same of somebody who does what only an admin may: Slack is asked whether they are one now.
 * @throws UserError for everybody else
 */
export async function actingAdmin(context: Context, who: Actor): Promise<Person> {
  const person = await withRightsOfNow(context, await actingPerson(context, who));
  await requireRight(context.store, person, 'workspace');
  return person;
}

/**
 * The person who does what an admin may do more of than others: of whom is taken for an admin, Slack is asked whether they are one now.
 * @throws UserError as `actingPerson` does, and where Slack doesn't say what an admin's rights are
 */
export async function actingWithRights(context: Context, who: Actor): Promise<Person> {
  const person = await actingPerson(context, who);
  return person.isAdmin ? withRightsOfNow(context, person) : person;
}

/**
 * Somebody's rights as Slack has them now. @throws UserError for who has left or is a guest by now, or where Slack doesn't answer
 */
export async function withRightsOfNow(context: Context, acting: Person): Promise<Person> {
  const person = await refreshRights(context, acting);
  if (person.leftOn !== null) throw new UserError(refusals[person.leftWhy === 'guest' ? 'guest' : 'left']);
  return person;
}

/**
 * Who may say whether two are the same: an admin here; or an admin of Slack who has no record because that very question is open.
 * @returns the person's id; null for whoever has none
 * @throws UserError for everybody else
 */
export async function whoMayLink(context: Context, who: Actor): Promise<number | null> {
  const found = await lookAt(context, who);
  if ('unfit' in found) {
    if (found.mayDecide === true) return null;
    throw refusal(found);
  }
  const { id, isAdmin } = await withRightsOfNow(context, found.person);
  if (!isAdmin) throw new UserError('Only a Slack workspace admin can do that, so nothing changed.');
  return id;
}

async function lookAt(context: Context, { userId, teamId }: Actor): Promise<FoundPerson> {
  const isElsewhere = teamId !== undefined && teamId !== context.store.workspaceId;
  if (isElsewhere && context.enterpriseId === undefined) return { unfit: 'stranger', name: '' };
  return personOfSlackUser(context, userId, { isElsewhere, isInside: true });
}

function refusal(found: NotAPerson): UserError {
  if (found.unfit !== 'unconfirmed') return new UserError(refusals[found.unfit]);
  const { mayDecide = false, isAdminAsked = false, pairs = [] } = found;
  const next = mayDecide
    ? 'If that’s you, say so in my Home tab.'
    : isAdminAsked
      ? 'An admin has been asked whether that’s you. You can use Firstline once they say.'
      : 'I can’t tell yet whether that’s you. Ask an admin of this Slack workspace to open my Home tab and say so.';
  return new UnconfirmedError(`Someone named ${found.name} is on the roster here. ${next}`, mayDecide ? pairs : []);
}

const refusals = {
  bot: 'Firstline answers people, not apps. Use it with your own Slack account.',
  guest: 'Firstline is for full members of this workspace. A workspace admin can make you one.',
  stranger: 'Firstline is for the people of the workspace it is installed in. Ask whether your own company has it too.',
  unknown: 'Slack doesn’t know your account in this workspace, so Firstline can’t help here. Ask a workspace admin.',
  left: 'The roster says you’ve left. If that’s wrong, ask an admin to fix it.',
} as const satisfies Record<Exclude<Unfit, 'unconfirmed'>, string>;
