import type { Context } from '../context.ts';
import { UserError } from '../errors.ts';
import type { Person } from '../store/people.ts';
import { personOfSlackUser } from '../acts/slack-person.ts';
import type { Unfit } from '../acts/slack-person.ts';

/**
 * The person who does something, from the database by their Slack id; put on record at the first visit.
 * @param who as Slack says it in the envelope, never what a button or form carries; `teamId` is the acting person's own workspace
 * @throws UserError for apps, guests, people of other workspaces and those who have left
 */
export async function actingPerson(
  context: Context,
  who: { readonly userId: string; readonly teamId?: string | undefined },
): Promise<Person> {
  if (who.teamId !== undefined && who.teamId !== context.store.workspaceId) throw new UserError(refusals.stranger);
  const found = await personOfSlackUser(context, who.userId);
  if ('unfit' in found) throw new UserError(refusals[found.unfit]);
  return found.person;
}

const refusals = {
  bot: 'Firstline answers people, not apps. Use it with your own Slack account.',
  guest: 'Firstline is for full members of this workspace. A workspace admin can make you one.',
  stranger: 'Firstline is for the people of the workspace it is installed in. Ask whether your own company has it too.',
  unknown: 'Slack doesn’t know your account in this workspace, so Firstline can’t help here. Ask a workspace admin.',
  left: 'You’re on record as having left. If that is wrong, ask whoever runs Firstline here to change it.',
} as const satisfies Record<Unfit, string>;
