import type { Command } from 'commander';
import { decideLink } from '../../acts/link-proposals.ts';
import { mergePeople, undoMerge } from '../../acts/merge-people.ts';
import { removePerson, restorePerson } from '../../acts/remove-person.ts';
import { sayWho } from '../../acts/say-who.ts';
import { UserError } from '../../errors.ts';
import { findPerson } from '../../store/people.ts';
import { newestPeopleChange } from '../../store/people-changes.ts';
import { managerIdOf } from '../../store/reporting-lines.ts';
import type { Edge } from '../edge.ts';
import { describe, findOne } from '../../acts/find-person.ts';
import { listPeople, pairsText, tableOf, treeOf } from '../people-list.ts';
import type { PeopleList } from '../people-list.ts';
import { atWorkplace, checkDatabaseIsThere } from '../workplace.ts';
import type { Workplace } from '../workplace.ts';
import type { CommandLineCommand } from './command.ts';

interface ListOptions {
  readonly unlinked?: boolean;
  readonly withoutManager?: boolean;
  readonly tree?: boolean;
  readonly json?: boolean;
  readonly workspace?: string;
}
interface ChangeOptions {
  readonly undo?: boolean;
  readonly yes?: boolean;
  readonly no?: boolean;
  readonly workspace?: string;
}

/** `people`: who is on record, and who is who. */
export const peopleCommand: CommandLineCommand = {
  register(program, edge) {
    const family = program.command('people');
    family
      .description('who is on record, how they are known, and who reports to whom')
      .option('--unlinked', 'only people for whom no Slack account was found')
      .option('--without-manager', 'only people who report to nobody')
      .option('--tree', 'each under their manager')
      .option('--json', 'print it as JSON')
      .option('--workspace <id>', 'the Slack workspace, where there are several')
      .addHelpText(
        'after',
        '\nPeople are named by the number in the list, by an address, or by a full name that\nonly one has. docs/who-is-who.md says how files and Slack are matched.',
      )
      .action(async (given: ListOptions) => {
        checkDatabaseIsThere(edge);
        edge.output.write(
          `${await atWorkplace(edge, given.workspace, async ({ store }) => printed(await listPeople(store), given))}\n`,
        );
      });

    change(family, 'merge [first] [second]', 'make one person of two: everything of the second goes to the first')
      .option('--undo', 'take the newest merge back, or the newest of the person named')
      .action((first: string | undefined, second: string | undefined, given: ChangeOptions) =>
        run(edge, family, given, (place) => merge(place, edge, first, second, given.undo === true)),
      );
    change(family, 'remove <person>', 'take somebody out: no more messages, and their reporting line ends')
      .option('--undo', 'take that back')
      .action((person: string, given: ChangeOptions) =>
        run(edge, family, given, (place) => remove(place, edge, person, given.undo === true)),
      );
    change(family, 'add <person> <values...>', 'say that an address or an id is theirs, too').action(
      (person: string, values: string[], given: ChangeOptions) =>
        run(edge, family, given, async ({ store, clock }) => {
          const found = await findOne(store, person);
          await sayWho(store, { personId: found.id, values, actorId: null }, clock());
          return `${describe(found)} is known by ${values.join(' and ')} from now on.`;
        }),
    );
    change(family, 'link <pair>', 'decide whether a pair of the list is one person')
      .option('--yes', 'it is: the person gets the Slack account')
      .option('--no', 'it isn’t: they stay two, and it isn’t asked again')
      .action((pair: string, given: ChangeOptions) =>
        run(edge, family, given, (place) => link(place, edge, pair, given)),
      );
  },
};

function change(family: Command, usage: string, description: string): Command {
  return family
    .command(usage)
    .description(description)
    .option('--workspace <id>', 'the Slack workspace, where there are several');
}

/** A flag that the family has, too, is the family's by the parser's rules, wherever it stands. */
async function run(
  edge: Edge,
  family: Command,
  given: ChangeOptions,
  work: (place: Workplace) => Promise<string>,
): Promise<void> {
  checkDatabaseIsThere(edge);
  const { workspace } = { ...family.opts<ListOptions>(), ...given };
  edge.output.write(`${await atWorkplace(edge, workspace, work)}\n`);
}

function printed(list: PeopleList, { unlinked, withoutManager, tree, json }: ListOptions): string {
  const people = list.people
    .filter(({ slackUserId }) => unlinked !== true || slackUserId === null)
    .filter(({ manager }) => withoutManager !== true || manager === null);
  if (json === true) return JSON.stringify({ people, pairs: list.pairs }, null, 2);
  const shown = people.length === 0 ? 'Nobody.' : tree === true ? treeOf(people) : tableOf(people);
  return list.pairs.length === 0 ? shown : `${shown}\n\n${pairsText(list.pairs)}`;
}

async function merge(
  { store, clock }: Workplace,
  edge: Edge,
  first: string | undefined,
  second: string | undefined,
  isUndo: boolean,
): Promise<string> {
  if (isUndo) {
    const person = first === undefined ? undefined : await findOne(store, first);
    const newest = await newestPeopleChange(store, 'merge', person?.id);
    if (newest === undefined) throw new UserError('There’s no merge to undo.');
    await undoMerge(edge, store, { mergeId: newest.id, actorId: null }, clock());
    const [kept, gone] = [await findPerson(store, newest.personId ?? 0), await findPerson(store, newest.goneId ?? 0)];
    return `${kept?.name ?? 'Somebody'} (${kept?.id}) and ${gone?.name ?? 'somebody'} (${gone?.id}) are two people again. Anything since the merge stays with the first.`;
  }
  if (first === undefined || second === undefined)
    throw new UserError('Name two people: firstline people merge FIRST SECOND. The first one stays.');
  const [kept, gone] = [await findOne(store, first), await findOne(store, second)];
  const [own, other] = [await managerIdOf(store, kept.id), await managerIdOf(store, gone.id)];
  await mergePeople(edge, store, { keptId: kept.id, goneId: gone.id, actorId: null }, clock());
  const manager = own === undefined || other === undefined || own === other ? undefined : await findPerson(store, own);
  return [
    `${describe(kept)} and ${describe(gone)} are one now: ${kept.name} (${kept.id}).`,
    ...(manager === undefined ? [] : [`Both had a manager: ${manager.name} stays, the other line ended.`]),
    `Undo it with: firstline people merge ${kept.id} --undo`,
  ].join('\n');
}

async function remove({ store, clock }: Workplace, edge: Edge, typed: string, isUndo: boolean): Promise<string> {
  const person = await findOne(store, typed);
  const wish = { personId: person.id, actorId: null };
  if (isUndo) {
    await restorePerson(edge, store, wish, clock());
    return `${person.name} (${person.id}) is there again.`;
  }
  await removePerson(edge, store, wish, clock());
  return `${person.name} (${person.id}) was taken out. What is on record of them stays. Undo it with: firstline people remove ${person.id} --undo`;
}

async function link(
  { store, clock }: Workplace,
  edge: Edge,
  pair: string,
  { yes, no }: ChangeOptions,
): Promise<string> {
  if ((yes === true) === (no === true)) throw new UserError('Say --yes if the two are one person, else --no.');
  const proposalId = Number(pair);
  if (!Number.isInteger(proposalId))
    throw new UserError(`“${pair}” is no pair. Give its number in the list of: firstline people.`);
  await decideLink(edge, store, { proposalId, isSame: yes === true, actorId: null }, clock());
  return yes === true ? `Pair ${pair} is one person now.` : `Pair ${pair} stays two people.`;
}
