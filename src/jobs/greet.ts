/** Managers and leads are told what this is before the first nudge: once ever in each role. */
import { say } from '../acts/say.ts';
import type { Context } from '../context.ts';
import { rolesToGreet } from '../leading/due-times.ts';
import { isAtHome } from '../leading/greeting.ts';
import type { GreetedRole } from '../leading/roles.ts';
import { acquaintanceOf, greetedRolesOf, saveGreeting } from '../store/greetings.ts';
import { lookAtDue } from './due.ts';
import type { Round } from './round.ts';

/** Whoever has been here in a role for longer isn't greeted as new; that is looked up once. */
export async function greetLeaders(context: Context, round: Round): Promise<void> {
  const { now } = round;
  await lookAtDue(context, round, 'greet', async ({ id: personId, ...person }, { organisation }) => {
    const canBeWritten = person.leftOn === null && person.slackUserId !== null;
    const roles = rolesToGreet({ canBeWritten, roles: organisation.rolesOf(personId) });
    const greeted = (await greetedRolesOf(context.store, [personId])).get(personId) ?? new Set<GreetedRole>();
    const fresh = roles.filter((role) => !greeted.has(role));
    if (fresh.length === 0) return undefined;
    const acquaintance = await acquaintanceOf(context.store, personId);
    const isNew = (role: GreetedRole): boolean => !isAtHome(role, acquaintance, context.behaviours, greeted.size > 0);
    return async (tx) => {
      const said: GreetedRole[] = [];
      for (const role of fresh)
        if ((await saveGreeting(tx, { personId, role, said: isNew(role) }, now)) && isNew(role)) said.push(role);
      if (said.length === 0) return;
      const as = said.length === 2 ? 'both' : (said[0] ?? 'both');
      const key = { occurrenceKey: `greeting|${as}|${personId}`, kind: 'greeting', recipientId: personId } as const;
      await say(context, tx, { ...key, subject: { person: personId, as } }, now);
    };
  });
}
