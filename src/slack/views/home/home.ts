import type { HomeView, KnownBlock, ModalView } from '@slack/types';
import type { LocalDate } from '../../../time/zoned.ts';
import { actions, button, context, header, plain, section } from '../../kit/blocks.ts';
import { limits } from '../../kit/limits.ts';
import { openAsk } from '../../routes/asks.ts';
import { showHelp } from '../../routes/commands.ts';
import { addGoal } from '../../routes/development.ts';
import { openSettings } from '../../routes/settings.ts';
import { openTeam } from '../../routes/team.ts';
import { openMine } from '../../routes/home.ts';
import { shorten } from '../../kit/text.ts';
import { myAsks, waitingOnMe } from '../ask/ask-list.ts';
import { named } from '../ask/ask-words.ts';
import { withoutManagerSection } from '../people/departures.ts';
import { waitingClaims } from '../people/claims.ts';
import { awayBlock } from '../people/away.ts';
import type { HomeData, LeadHome, ManagerHome, RepHome } from './shown-home.ts';
import { expectedOfMe, myCycle, myGoals, myIdeas, praise, promisedToMe } from './home-development.ts';
import { heldBackBlock } from './held-back.ts';
import { fitSections } from './home-fit.ts';
import type { HomeSection } from './home-fit.ts';
import { teamsOfLead } from './home-lead.ts';
import { logButtons, people } from './home-manager.ts';
import { myPromises } from './home-promises.ts';
import { pulseForMe, pulseOnHome } from './home-pulse.ts';
import { comingUp, loggedAboutMe, storedButton, whoReadsThis } from './home-rep.ts';
import { withoutEmpty } from './home-rep-empty.ts';
import type { RepPart } from './home-rep-empty.ts';
import { thisWeek } from './home-week.ts';
import { snowedUnderButton } from '../nudge/snowed-under.ts';

/** Slack cuts titles of forms at 24 characters. */
const longestName = 16;

/** The Home tab: a section for each thing that the reader is to others, within Slack's limits. */
export function homeView(data: HomeData): HomeView {
  return { type: 'home', blocks: blocksOf(data) };
}

/** What somebody sees who can't use this: a guest, a stranger. `next` is what they can do about it. */
export function closedHome(reason: string, next: readonly KnownBlock[] = []): HomeView {
  return { type: 'home', blocks: [section(reason), ...next] };
}

function blocksOf(data: HomeData): KnownBlock[] {
  const { manager, lead, rep } = data;
  const held = data.heldBack === undefined ? [] : [heldBackBlock(data.heldBack)];
  if (manager === undefined && lead === undefined && rep === undefined) return [...held, ...firstVisit(data)];
  const top = [...held, ...(data.away === undefined ? [] : [awayBlock(data.away)])];
  const sections = [
    ...orphans(data),
    ...waitingClaims(data.claims),
    ...(manager === undefined ? asked(data) : sectionsOfManager(data, manager, lead)),
    ...(rep === undefined ? [] : manager === undefined ? sectionsOfRep(data, rep) : waitingAsRep(data, rep)),
  ];
  const leads =
    manager === undefined
      ? []
      : [...(manager.people.length === 0 ? logButtons() : []), button(openTeam, {}, 'Your team')];
  const isFull = manager !== undefined && manager.plan.thinned === undefined && manager.plan.open.length > 1;
  const mine =
    rep === undefined ? [] : [manager === undefined ? storedButton() : button(openMine, {}, withManager(rep))];
  const foot = [actions('more', [...leads, ...mine, ...(isFull ? [snowedUnderButton()] : []), settings(), help()])];
  return [...top, ...fitSections(sections, limits.viewBlocks - top.length - foot.length), ...foot];
}

/** Those whose manager has left, while there are any. */
function orphans({ withoutManager = [] }: HomeData): HomeSection[] {
  return withoutManager.length === 0 ? [] : [withoutManagerSection(withoutManager)];
}

/** What to do first, then the people. A lead who has managers only finds nothing of reps that aren't there. */
function sectionsOfManager(data: HomeData, manager: ManagerHome, lead: LeadHome | undefined): HomeSection[] {
  const { pulse, asksWithMe: asks, today } = data;
  return [
    thisWeek(manager.plan),
    ...asked(data),
    ...myPromises(manager.promises, today),
    ...(pulse === undefined ? [] : pulseOnHome(pulse, today)),
    ...(lead === undefined ? [] : [teamsOfLead(lead, new Set(asks.map(({ id }) => id)))]),
    ...(manager.people.length === 0 ? [] : [people(manager, data.picture)]),
  ];
}

function asked({ asksWithMe: asks }: HomeData): HomeSection[] {
  return asks.length === 0 ? [] : [waitingOnMe(asks)];
}

function sectionsOfRep({ pulse, today }: HomeData, rep: RepHome): HomeSection[] {
  const mine = pulse === undefined ? [] : pulseForMe(pulse, today);
  const told = mine.length === 0 ? undefined : pulse?.told?.will;
  // What they were told they will get stands there.
  const promises = rep.promises.filter(({ text }) => text !== told);
  const parts = withoutEmpty(partsOfRep({ ...rep, promises }, today), rep.managerShortName);
  const isAsked = pulse?.asked?.hasAnswered === false;
  const ordered = isAsked ? [...mine, ...parts] : [...parts.slice(0, 1), ...mine, ...parts.slice(1)];
  return [...ordered, footOf([whoReadsThis(rep)])];
}

/** A manager sees at once only what waits for them; the rest is behind a button. */
function waitingAsRep({ pulse, today }: HomeData, rep: RepHome): HomeSection[] {
  const toRead = rep.expectations.filter(({ acknowledgedOn }) => acknowledgedOn === null);
  return [
    ...(pulse === undefined ? [] : pulseForMe(pulse, today)),
    ...(rep.asks.length === 0 ? [] : [myAsks(rep.asks)]),
    ...(toRead.length === 0 ? [] : [expectedOfMe({ ...rep, expectations: toRead }, today)]),
  ];
}

/** What a manager has with their own manager; undefined for somebody without one. */
export function mineView(data: HomeData): ModalView | undefined {
  const { rep } = data;
  if (rep === undefined) return undefined;
  return {
    type: 'modal',
    callback_id: openMine.id,
    title: plain(withManager(rep), limits.modalTitle),
    close: plain('Close', limits.modalButton),
    blocks: [...fitSections(sectionsOfRep(data, rep), limits.viewBlocks - 1), actions('stored', [storedButton()])],
  };
}

function withManager({ managerShortName }: RepHome): string {
  return `You and ${shorten(managerShortName, longestName)}`;
}

function footOf(foot: readonly KnownBlock[]): HomeSection {
  return { head: [], rows: [], total: 0, priority: 0, more: () => '', foot };
}

function partsOfRep(rep: RepHome, today: LocalDate): RepPart[] {
  const name = named(rep.managerShortName);
  return [
    {
      section: myAsks(rep.asks),
      coming: 'what you ask for and where it stands',
      begin: button(openAsk, {}, 'Ask for something', { style: 'primary' }),
    },
    { section: promisedToMe(rep, today), coming: `what ${name} promises you` },
    { section: comingUp(rep) },
    { section: myCycle(rep, today), coming: 'what you’re working on together' },
    { section: myGoals(rep), coming: 'your goals', begin: button(addGoal, {}, 'Add a goal') },
    { section: expectedOfMe(rep, today), coming: `what ${name} expects` },
    { section: praise(rep, today), coming: 'thanks' },
    { section: myIdeas(rep, today), coming: 'your ideas that were used' },
    { section: loggedAboutMe(rep, today), coming: 'the time you had together' },
  ];
}

function firstVisit(data: HomeData): KnownBlock[] {
  return [
    header('Firstline'),
    ...fitSections(waitingClaims(data.claims), 40),
    section(
      'Firstline shows a sales manager who on the team needs their time, and the one small thing that would help. Reps ask here for what they need and hear back at every step.',
    ),
    section(
      '*Who sees what:* what passes between a manager and a rep stays between them. Leads see counts, never words. Nobody is scored.',
    ),
    actions('first-visit', [button(openTeam, {}, 'Set up your team', { style: 'primary' }), help()]),
    context('Report to somebody? Name them there. Once they say yes, you can ask for things here.'),
    ...fitSections(orphans(data), 40),
    ...(data.asksWithMe.length === 0 ? [] : fitSections([waitingOnMe(data.asksWithMe)], 40)),
  ];
}

function settings() {
  return button(openSettings, {}, 'Settings');
}

function help() {
  return button(showHelp, {}, 'Help');
}
