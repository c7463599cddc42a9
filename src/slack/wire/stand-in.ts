import type { Context } from '../../context.ts';
import { FieldError, UserError } from '../../errors.ts';
import type { Person } from '../../store/people.ts';
import { actingPerson } from './acting.ts';

/** Who was chosen to stand in, by id; null where nobody is chosen. @throws FieldError for a bot, a guest or somebody of another workspace */
export async function standInFrom(
  context: Context,
  acting: Person,
  slackUserId: string | undefined,
): Promise<number | null> {
  if (slackUserId === undefined) return null;
  if (slackUserId === acting.slackUserId) return acting.id;
  try {
    return (await actingPerson(context, { userId: slackUserId })).id;
  } catch (error) {
    if (error instanceof UserError) throw new FieldError('standIn', 'Choose a member of this workspace.');
    throw error;
  }
}
