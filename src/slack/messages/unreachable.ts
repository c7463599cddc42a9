import { findPerson } from '../../store/people.ts';
import { section } from '../kit/blocks.ts';
import { literal } from '../kit/text.ts';
import { message } from './message.ts';

/** Tells an admin whom I can't write to. */
export const unreachable = message('unreachable', {
  async render({ store }, { whom, problem }, recipient) {
    const person = await findPerson(store, whom);
    if (!recipient.isAdmin || person === undefined || person.leftOn !== null) return undefined;
    const text = `I can’t write to ${literal(person.name)}: Slack says *${literal(problem)}*. What I have for them waits. See who is who with \`/firstline people\`.`;
    return { text, blocks: [section(text)] };
  },
});
