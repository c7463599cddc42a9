import type { Context } from '../../context.ts';
import { findPersonBySlackId } from '../../store/people.ts';
import { asTyped, mentionedIn } from '../kit/typed-text.ts';

/** A command's text as the person typed it: people by their names instead of Slack's ids. */
export async function readable(context: Pick<Context, 'store'>, escaped: string): Promise<string> {
  const names = new Map<string, string>();
  for (const id of mentionedIn(escaped)) {
    const person = await findPersonBySlackId(context.store, id);
    if (person !== undefined) names.set(id, person.name);
  }
  return asTyped(escaped, (id) => names.get(id));
}
