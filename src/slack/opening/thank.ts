/** `/firstline thank`: who deserves thanks and what for, or the form for one of them. */
import { personOfSlackUser } from '../../acts/slack-person.ts';
import type { Context } from '../../context.ts';
import { UserError } from '../../errors.ts';
import { sentence } from '../../leading/digest-one-thing.ts';
import { namedInWords, withoutRestOfName } from '../../leading/named-in-words.ts';
import { everythingDue } from '../../leading/weekly-plan.ts';
import { digestFrom } from '../../store/digest-facts.ts';
import type { Person } from '../../store/people.ts';
import { loadPlanning } from '../../store/plan-input.ts';
import { readPolicy } from '../../store/policy.ts';
import { reportsNow } from '../../store/reporting-lines.ts';
import { reportsOfPerson } from '../../acts/own.ts';
import { fittingWords, nameablePeople } from './coach-note.ts';
import { readCoachCommand } from '../kit/coach-command.ts';
import { openLogForm } from './log-form.ts';
import type { RenderedMessage } from '../kit/rendered-message.ts';
import { readable } from '../wire/readable.ts';
import { whoToThank } from '../views/digest/thank.ts';
import type { ToThank } from '../views/digest/thank.ts';

const ofManager = 'thank-manager';
const ofRep = 'recognition';

/**
 * @param escaped what stands after the word, as Slack escapes it
 * @returns undefined where a form opens
 * @throws UserError with the words, for somebody who doesn't report to the acting person or isn't known
 */
export async function thank(
  context: Context,
  acting: Person,
  escaped: string,
  triggerId: string,
): Promise<RenderedMessage | undefined> {
  if (escaped.trim() === '') return whoToThank(await toThank(context, acting));
  const typed = await readable(context, escaped.trim());
  try {
    const { person, words } = await personAndWords(context, acting, escaped);
    const thanks = await toThank(context, acting);
    const isManager = thanks.managers.some(({ id }) => id === person.id);
    const behaviour = isManager ? ofManager : ofRep;
    const about = [...thanks.managers, ...thanks.reps].find(({ id }) => id === person.id);
    const text = words === '' ? (about?.draft ?? '') : words;
    await openLogForm(context, acting, triggerId, {
      behaviour,
      only: true,
      rep: person.id,
      ...(text === '' ? {} : { text }),
    });
    return undefined;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    throw new UserError(error.message, { cause: error, typed });
  }
}

async function personAndWords(
  context: Context,
  acting: Person,
  escaped: string,
): Promise<{ readonly person: Pick<Person, 'id' | 'name'>; readonly words: string }> {
  const reports = await reportsOfPerson(context.store, acting);
  const read = readCoachCommand(escaped);
  if (read.kind === 'person' || read.kind === 'note') {
    const found = await personOfSlackUser(context, read.slackUserId);
    const person = 'person' in found ? reports.find(({ id }) => id === found.person.id) : undefined;
    const name = 'person' in found ? found.person.name : found.name;
    if (person === undefined) throw new UserError(`${name} doesn’t report to you. You can thank your own people here.`);
    const words = read.kind === 'note' ? await fittingWords(context, read.words) : '';
    return { person, words: withoutRestOfName(words, person.name) };
  }
  const typed = await fittingWords(context, escaped);
  const { ids, words } = namedInWords(typed, await nameablePeople(context.store, acting));
  const [only, ...others] = reports.filter(({ id }) => ids.includes(id));
  if (only === undefined)
    throw new UserError('Thank whom? Start with one of your people, like `/firstline thank @name`.');
  if (others.length > 0)
    throw new UserError(`That could be ${only.name} or ${others[0]?.name ?? ''}. Pick one with @.`);
  return { person: only, words };
}

/** The acting person's managers with what they did lately, and reps with something concrete to thank them for. */
async function toThank(context: Context, acting: Person): Promise<ToThank> {
  const { store, behaviours } = context;
  const now = context.clock();
  const leaderIds = [acting.id, ...(await reportsNow(store, acting.id))];
  const planning = await loadPlanning(store, behaviours, leaderIds, now);
  const digest = await digestFrom(store, behaviours, await readPolicy(store), planning.facts, acting.id);
  const isLeader = planning.facts.leaderIds.includes(acting.id);
  const due = isLeader ? everythingDue(await planning.inputOf(acting.id)) : [];
  const reps = due.flatMap(({ behaviour, repId, evidence }) => {
    const person = behaviour === ofRep && repId !== null ? planning.facts.people.get(repId) : undefined;
    return person === undefined ? [] : [{ id: person.id, name: person.name, why: evidence.sentence, draft: undefined }];
  });
  return {
    isLeader,
    managers: (digest?.teams ?? []).map(({ managerId, managerName, deeds, wasThanked }) => ({
      id: managerId,
      name: managerName,
      why: deeds.length === 0 || wasThanked ? undefined : `This week: ${sentence(deeds)}.`,
      draft: deeds.length === 0 ? undefined : `This week you ${sentence(deeds)}.`,
    })),
    reps,
  };
}
