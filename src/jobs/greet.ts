/** Managers and leads are told what this is before the first nudge: once ever in each role. */
import { say } from '../acts/say.ts';
import type { Context } from '../context.ts';
import { isAtHome } from '../leading/greeting.ts';
import type { GreetedRole } from '../leading/roles.ts';
import { writing } from '../store/db.ts';
import { acquaintanceOf, greetedRoles, greetingName, saveGreeting } from '../store/greetings.ts';
import type { Round } from './round.ts';

/** Whoever has been here in a role for longer isn't greeted as new; that is looked up once. */
export async function greetLeaders(context: Context, { now, organisation }: Round): Promise<void> {
  const { managers, leads, leaders } = organisation;
  const greeted = await greetedRoles(context.store);
  for (const { id: personId } of leaders) {
    const roles = [
      ...(managers.some(({ id }) => id === personId) ? (['manager'] as const) : []),
      ...(leads.some(({ id }) => id === personId) ? (['lead'] as const) : []),
    ];
    const fresh = roles.filter((role) => !greeted.has(greetingName(personId, role)));
    if (fresh.length === 0) continue;
    const acquaintance = await acquaintanceOf(context.store, personId);
    const before = [...greeted].some((name) => name.startsWith(`${personId}|`));
    const isNew = (role: GreetedRole): boolean => !isAtHome(role, acquaintance, context.behaviours, before);
    await writing(context.store, async (tx) => {
      const said: GreetedRole[] = [];
      for (const role of fresh)
        if ((await saveGreeting(tx, { personId, role, said: isNew(role) }, now)) && isNew(role)) said.push(role);
      if (said.length === 0) return;
      const as = said.length === 2 ? 'both' : (said[0] ?? 'both');
      const key = { occurrenceKey: `greeting|${as}|${personId}`, kind: 'greeting', recipientId: personId } as const;
      await say(context, tx, { ...key, subject: { person: personId, as } }, now);
    });
  }
}
