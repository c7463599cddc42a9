import { withoutSlackAtAnotherMoment } from '../edge.ts';
import { findOne } from '../../acts/find-person.ts';
import type { PersonId } from '../../behaviours/ids.ts';
import { behaviours } from '../../behaviours/index.ts';
import { UserError } from '../../errors.ts';
import { askedInRecap } from '../../jobs/recap.ts';
import { explainPlan } from '../../leading/explain-plan.ts';
import type { Explanation } from '../../leading/explain-plan.ts';
import { passedOver } from '../../leading/memory.ts';
import { nextPlanAt } from '../../leading/next-plan.ts';
import { weekRoom } from '../../leading/week-budget.ts';
import type { PlanInput } from '../../leading/weekly-plan.ts';
import type { Store } from '../../store/db.ts';
import { nudgesSince } from '../../store/nudges.ts';
import { loadPeopleAtWork } from '../../store/organisation.ts';
import type { Person } from '../../store/people.ts';
import { loadPlanning } from '../../store/plan-input.ts';
import { ranLately } from '../../store/weekly-marks.ts';
import { isAbsent } from '../../time/working-calendar.ts';
import { nameOfWeek } from '../../time/working-week.ts';
import { localDateOf, localTimeOf } from '../../time/zoned.ts';
import type { LocalDate } from '../../time/zoned.ts';
import { dueTable, notDueTable, nudgeTable } from '../plan-text.ts';
import type { Reading } from '../plan-text.ts';
import { atWorkplace, checkDatabaseIsThere } from '../workplace.ts';
import type { CommandLineCommand } from './command.ts';

interface GivenOptions {
  readonly rep?: string;
  readonly kind?: string;
  readonly json?: boolean;
  readonly workspace?: string;
}

/** Which rows are asked for. */
interface Wanted {
  readonly repId: PersonId | undefined;
  readonly kind: string | undefined;
}

const lastDays = 30;
const mostNudges = 15;
const millisecondsPerDay = 86_400_000;
const weekdays = ['Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays', 'Sundays'];

/** `explain PERSON`: why a nudge came, or why not. */
export const explainCommand: CommandLineCommand = {
  register(program, edge) {
    program
      .command('explain <person>')
      .description('why a manager or lead is nudged about something, or why not; nothing is sent')
      .option('--rep <person>', 'only what is about this person, with what isn’t due')
      .option('--kind <kind>', 'only this kind, e.g. check-in, with whom it isn’t due about')
      .option('--json', 'print it as JSON')
      .option('--workspace <id>', 'the Slack workspace, where there are several')
      .addHelpText(
        'after',
        '\nPeople are named by the number in the list of people, an address, Slack’s id or a full\nname. Kinds are listed by: firstline behaviours. It says what the plan would hold if it\nwere made now; FIRSTLINE_CLOCK sets another now. What people wrote is never shown.',
      )
      .action(async (person: string, given: GivenOptions) => {
        const reading = withoutSlackAtAnotherMoment(edge);
        checkDatabaseIsThere(reading);
        const text = await atWorkplace(reading, given.workspace, async ({ store, clock }) => {
          const leader = await findOne(store, person);
          const rep = given.rep === undefined ? undefined : await findOne(store, given.rep);
          return explained(
            store,
            leader,
            { repId: rep?.id, kind: checkKind(given.kind) },
            given.json === true,
            clock(),
          );
        });
        edge.output.write(`${text}\n`);
      });
  },
};

function checkKind(kind: string | undefined): string | undefined {
  if (kind === undefined || behaviours.some(({ id }) => id === kind)) return kind;
  throw new UserError(`There’s no kind “${kind}”. The kinds are: ${behaviours.map(({ id }) => id).join(', ')}.`);
}

/**
 * What is due to a leader and what isn't, with why, as text or JSON. It costs their people, not the company.
 * @throws UserError for somebody to whom nobody reports
 */
export async function explained(
  store: Store,
  leader: Person,
  wanted: Wanted,
  isJson: boolean,
  now: Date,
): Promise<string> {
  const planning = await loadPlanning(store, behaviours, [leader.id], now);
  const { people, leaderIds } = planning.facts;
  if (!leaderIds.includes(leader.id))
    throw new UserError(`Nobody reports to ${leader.name}, so there are no nudges to explain.`);
  const organisation = await loadPeopleAtWork(store, [leader.id]);
  const given = {
    ...(await planning.inputOf(leader.id)),
    elsewhere: askedInRecap({ behaviours }, organisation, leader, now),
  };
  const thisWeek = nameOfWeek(given.team.calendar.days, given.team.today);
  const cameIn = await ranLately(store, 'plan', leader.id, thisWeek);
  const input = cameIn(thisWeek) ? given : { ...given, past: passedOver(given.past, given.team, () => true) };
  const explanation = onlyWanted(explainPlan(input), wanted);
  const since = new Date(now.getTime() - lastDays * millisecondsPerDay);
  const nudges = (await nudgesSince(store, leader.id, since))
    .filter(({ repId, behaviour }) => isWanted({ repId, behaviour }, wanted))
    .toSorted((one, other) => other.createdAt.getTime() - one.createdAt.getTime())
    .slice(0, mostNudges);
  const reading: Reading = {
    timeZone: input.team.calendar.timeZone,
    nameOf: (id) => people.get(id)?.name ?? 'Somebody',
    behaviour: (id) => behaviours.find((one) => one.id === id),
  };
  if (isJson) return asJson(explanation);
  const isNarrow = wanted.repId !== undefined || wanted.kind !== undefined;
  return [
    ...heading(leader, input, cameIn, now),
    '',
    explanation.due.length === 0 ? 'Nothing is due.' : dueTable(explanation.due, reading),
    ...(explanation.notDue.length === 0 ? [] : ['', notDue(explanation, isNarrow, reading)]),
    '',
    nudges.length === 0
      ? `No nudges in the last ${lastDays} days.`
      : `The last nudges:\n${nudgeTable(nudges, reading)}`,
  ].join('\n');
}

function isWanted(
  row: { readonly repId: PersonId | null; readonly behaviour: string },
  { repId, kind }: Wanted,
): boolean {
  return (repId === undefined || row.repId === repId) && (kind === undefined || row.behaviour === kind);
}

function onlyWanted({ due, notDue: rest }: Explanation, wanted: Wanted): Explanation {
  return {
    due: due.filter((one) => isWanted(one.due, wanted)),
    notDue: rest.filter(({ behaviour, repId }) => isWanted({ behaviour: behaviour.id, repId }, wanted)),
  };
}

function notDue({ notDue: rows }: Explanation, isShown: boolean, reading: Reading): string {
  const count = rows.length === 1 ? 'One thing isn’t due' : `${rows.length} things aren’t due`;
  return isShown ? `${count}:\n${notDueTable(rows, reading)}` : `${count}: --rep PERSON or --kind KIND shows them.`;
}

/** What holds for all nudges of this person: when their plans come, whether they are here, and the room in their week. */
function heading(leader: Person, input: PlanInput, cameIn: (week: LocalDate) => boolean, now: Date): string[] {
  const { policy, team, thinned } = input;
  const { calendar, today } = team;
  const day = weekdays[policy.planDay - 1] ?? '';
  const often = { week: 'every week', 'two-weeks': 'every other week', never: 'never: they turned them off' };
  const { things } = weekRoom(input, true);
  return [
    `${leader.name} (${leader.id}): plans come on ${day} at ${policy.planAt} (${calendar.timeZone}), ${often[policy.planEvery]}.`,
    `It is ${localTimeOf(now, calendar.timeZone)} on ${today} there. ${whenPlanned(input, cameIn, now)}`,
    ...(isAbsent(calendar, now) ? ['They are away, so nothing that can wait is sent.'] : []),
    ...(leader.slackUserId === null ? ['They have no Slack account on record, so nothing can be sent.'] : []),
    ...(leader.leftOn === null ? [] : [`They left on ${leader.leftOn}.`]),
    ...(thinned === undefined
      ? []
      : [`They are snowed under this week and want ${thinned === 'one' ? 'one thing' : 'nothing'}.`]),
    `Room this week: ${things} of ${policy.weekThings} things, at most ${policy.planNudges} in a plan.`,
  ];
}

function whenPlanned(
  { team: { calendar, today }, policy }: PlanInput,
  cameIn: (week: LocalDate) => boolean,
  now: Date,
): string {
  if (cameIn(nameOfWeek(calendar.days, today))) return 'This week’s plan has come. If it were made now:';
  const at = nextPlanAt(calendar, policy, now, cameIn);
  if (at === undefined) return 'No plan is to come. If it were made now:';
  return `The next plan comes on ${localDateOf(at, calendar.timeZone)}. If it were made now:`;
}

function asJson({ due, notDue: rest }: Explanation): string {
  return JSON.stringify(
    {
      due: due.map(({ due: { behaviour, repId, evidence, urgent }, verdict, place }) => ({
        kind: behaviour,
        repId,
        urgent,
        verdict,
        place: place ?? null,
        ...(behaviours.find(({ id }) => id === behaviour)?.isOwnOnly !== true && {
          since: evidence.dueSince,
          elapsed: evidence.elapsed,
          rhythm: evidence.rhythm,
        }),
      })),
      notDue: rest.map(({ behaviour, repId, lastOn }) => ({
        kind: behaviour.id,
        repId,
        ...(behaviour.isOwnOnly !== true && { lastOn: lastOn ?? null }),
      })),
    },
    null,
    2,
  );
}
