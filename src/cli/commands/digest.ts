import { withoutSlackAtAnotherMoment } from '../edge.ts';
import { behaviours } from '../../behaviours/index.ts';
import { UserError } from '../../errors.ts';
import { rolesOf } from '../../leading/roles.ts';
import type { Line } from '../../leading/roles.ts';
import { heatMap } from '../../pictures/heat-map.ts';
import { toPng } from '../../pictures/png.ts';
import type { Store } from '../../store/db.ts';
import { everybody } from '../../store/people.ts';
import type { Person } from '../../store/people.ts';
import { readPolicy } from '../../store/policy.ts';
import { currentLines } from '../../store/reporting-lines.ts';
import { loadWeeksOfPeople } from '../../store/weeks-of-people.ts';
import { atWorkplace, checkDatabaseIsThere } from '../workplace.ts';
import { checkPictureFile, writePictureFile } from '../picture-file.ts';
import type { CommandLineCommand } from './command.ts';

interface GivenOptions {
  readonly preview: string;
  readonly lead?: string;
  readonly json?: boolean;
  readonly workspace?: string;
}

/** `digest --preview FILE`: the picture that a lead's digest would show now, without sending anything. */
export const digestCommand: CommandLineCommand = {
  register(program, edge) {
    const command = program.command('digest');
    command
      .description('draw the picture of a lead’s digest as it would be now; nothing is sent')
      .requiredOption('--preview <file>', 'the PNG file to write', (file) =>
        asksForHelp(file) ? command.help() : file,
      )
      .option('--lead <name>', 'whose digest, by name or address; a manager works, too, and sees the own team')
      .option('--json', 'print the path and the picture’s words as JSON')
      .option('--workspace <id>', 'the Slack workspace, where there are several')
      .addHelpText(
        'after',
        '\nThe picture ends with the week of this machine’s clock. For another week set\nit, for example with FIRSTLINE_CLOCK=2026-11-23T08:00:00Z.',
      )
      .action(async (given: GivenOptions) => {
        const reading = withoutSlackAtAnotherMoment(edge);
        checkDatabaseIsThere(reading);
        await checkPictureFile(given.preview);
        const { leader, picture } = await atWorkplace(reading, given.workspace, async ({ store, clock }) => {
          const chosen = await chooseLeader(store, given.lead);
          const policy = await readPolicy(store);
          const weeks = await loadWeeksOfPeople(store, behaviours, policy, chosen.id, clock());
          if (weeks === undefined)
            throw new UserError(
              `Nobody reports to ${chosen.name}, so there’s no digest to draw. Name someone else with --lead.`,
            );
          return { leader: chosen, picture: heatMap(weeks) };
        });
        await writePictureFile(given.preview, await toPng(picture));
        const { title, alt } = picture;
        const said =
          given.json === true
            ? JSON.stringify({ path: given.preview, lead: leader.name, title, alt }, null, 2)
            : `${alt}\nThe picture of ${leader.name}’s digest is in ${given.preview}.`;
        edge.output.write(`${said}\n`);
      });
  },
};

/** Said in the place of the file’s name. */
function asksForHelp(file: string): boolean {
  return file === '--help' || file === '-h';
}

/** The one asked for; else the only lead on record. */
async function chooseLeader(store: Store, asked: string | undefined): Promise<Person> {
  const people = (await everybody(store)).filter((person) => person.leftOn === null);
  const leads = leadsAmong(people, await currentLines(store));
  const listed = leads.map(({ name }) => name).join(', ');
  if (asked === undefined) {
    const [only] = leads;
    if (only === undefined)
      throw new UserError(
        'No managers report to anyone yet, so there’s no lead’s digest. Bring a roster in with import roster FILE --lead NAME, or name a manager with --lead.',
      );
    if (leads.length > 1)
      throw new UserError(`There are ${leads.length} leads: ${listed}. Say whose digest with --lead NAME.`);
    return only;
  }
  const found = people.filter((person) => isCalled(person, asked));
  const [only] = found;
  if (only === undefined)
    throw new UserError(
      `Nobody on record is called “${asked}”.${listed === '' ? '' : ` Leads are: ${listed}.`} Give the full name or the address.`,
    );
  if (found.length > 1) throw new UserError(`${found.length} people are called “${asked}”. Give the address instead.`);
  return only;
}

function leadsAmong(people: readonly Person[], lines: readonly Line[]): Person[] {
  return people.filter((person) => rolesOf(person.id, lines).isLead);
}

function isCalled({ name, email }: Person, asked: string): boolean {
  const words = asked.trim().toLowerCase();
  return name.toLowerCase() === words || email?.toLowerCase() === words;
}
