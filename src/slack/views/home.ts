import type { HomeView, KnownBlock } from '@slack/types';
import { formatDay, mondayOf } from '../../time/zoned.ts';
import type { LocalDate } from '../../time/zoned.ts';
import { actions, button, context, header, section } from '../blocks.ts';
import { limits } from '../limits.ts';
import { openAsk } from '../routes/asks.ts';
import { showHelp } from '../routes/commands.ts';
import { addGoal } from '../routes/development.ts';
import { openSettings } from '../routes/settings.ts';
import { openTeam } from '../routes/team.ts';
import { openThreads } from '../routes/threads.ts';
import { asksWithMe, myAsks } from './ask-list.ts';
import { named } from './ask-words.ts';
import { withoutManagerSection } from './departures.ts';
import { waitingClaims } from './claims.ts';
import { awayBlock } from './away.ts';
import type { HomeData, ManagerHome, RepHome } from './home-data.ts';
import { expectedOfMe, myCycle, myGoals, myIdeas, praise, promisedToMe } from './home-development.ts';
import { fitSections } from './home-fit.ts';
import type { HomeSection } from './home-fit.ts';
import { actsOfLead, teamsOfLead } from './home-lead.ts';
import { bookings, logButtons, people, thisWeek, whatWaits } from './home-manager.ts';
import { myPromises } from './home-promises.ts';
import { pulseForMe, pulseOfTeams } from './home-pulse.ts';
import { loggedAboutMe } from './home-rep.ts';
import { foldEmpty } from './home-rep-empty.ts';
import type { RepPart } from './home-rep-empty.ts';

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
  if (manager === undefined && lead === undefined && rep === undefined) return firstVisit(data);
  const top = [
    header(`Week of ${formatDay(data.weekOf ?? mondayOf(data.today))}`),
    ...(data.away === undefined ? [] : [awayBlock(data.away)]),
  ];
  const sections = [
    ...orphans(data),
    ...waitingClaims(data.claims),
    ...(manager === undefined ? asked(data, false) : sectionsOfManager(data, manager)),
    ...(lead === undefined ? [] : [actsOfLead(lead), teamsOfLead(lead)]),
    ...(rep === undefined ? [] : sectionsOfRep(data, rep)),
  ];
  const own = manager === undefined ? [setUp()] : manager.people.length === 0 ? logButtons() : [];
  // A lead has it beside their teams.
  const weeks = manager === undefined || lead !== undefined ? [] : [lastWeeks()];
  const foot = [actions('more', [...weeks, ...own, settings(), help()])];
  return [...top, ...fitSections(sections, limits.viewBlocks - top.length - foot.length), ...foot];
}

/** Those whose manager has left, while there are any. */
function orphans({ withoutManager = [] }: HomeData): HomeSection[] {
  return withoutManager.length === 0 ? [] : [withoutManagerSection(withoutManager)];
}

/** A lead who has managers only finds below what is due from them, and nothing of reps that aren't there. */
function sectionsOfManager(data: HomeData, manager: ManagerHome): HomeSection[] {
  const { plan, promises, people: reps } = manager;
  const hasReps = reps.length > 0;
  return [
    thisWeek(plan),
    ...(hasReps || plan.waiting.length > 0 ? [whatWaits(plan)] : []),
    ...asked(data, true),
    ...(hasReps || promises.length > 0 ? [myPromises(promises, data.today)] : []),
    ...(data.pulse === undefined ? [] : pulseOfTeams(data.pulse)),
    bookings(manager.bookings),
    ...(hasReps ? [people(manager, data.today)] : []),
  ];
}

/** @param always also where nobody waits for an answer */
function asked({ asksWithMe: asks }: HomeData, always: boolean): HomeSection[] {
  return always || asks.length > 0 ? [asksWithMe(asks)] : [];
}

function sectionsOfRep({ pulse, today }: HomeData, rep: RepHome): HomeSection[] {
  return [
    ...(pulse === undefined ? [] : pulseForMe(pulse, today)),
    ...foldEmpty(partsOfRep(rep, today), rep.managerShortName),
  ];
}

function partsOfRep(rep: RepHome, today: LocalDate): RepPart[] {
  const logged = loggedAboutMe(rep, today);
  return [
    {
      section: myAsks(rep.asks),
      coming: 'what you ask for and where it stands',
      begin: button(openAsk, {}, 'Ask for something'),
    },
    { section: promisedToMe(rep, today), coming: `what ${named(rep.managerShortName)} promises you` },
    { section: myCycle(rep, today), coming: 'what the two of you work on' },
    {
      section: myGoals(rep),
      coming: 'what you want from this job',
      begin: button(addGoal, {}, 'What I want from this job'),
    },
    { section: expectedOfMe(rep, today), coming: 'what is expected of you' },
    { section: praise(rep, today), coming: 'thanks for your work' },
    { section: myIdeas(rep, today), coming: 'ideas of yours that were used' },
    { section: logged, coming: 'the time you had together', emptied: { ...logged, head: logged.head.slice(0, 1) } },
  ];
}

function firstVisit(data: HomeData): KnownBlock[] {
  return [
    header('Firstline'),
    ...fitSections(waitingClaims(data.claims), 40),
    section(
      'Firstline helps a sales manager to see who on the team has had too little of their time, and to do the one small thing that helps most. Reps use it to ask for what they need, and hear until it is settled.',
    ),
    section(
      '*Who sees what:* a manager and a rep see what passed between them. A private note is for who wrote it, alone. A lead sees numbers, and an ask once it was taken to them. Nobody is scored, and nothing is posted in a channel.',
    ),
    actions('first-visit', [button(openTeam, {}, 'Set up my team', { style: 'primary' }), help()]),
    context(
      'You report to somebody? Name them under “Set up my team”: they get one question, and with their yes you can ask for things here.',
    ),
    ...fitSections(orphans(data), 40),
    ...(data.asksWithMe.length === 0 ? [] : fitSections([asksWithMe(data.asksWithMe)], 40)),
  ];
}

function setUp() {
  return button(openTeam, {}, 'Set up my team');
}

function lastWeeks() {
  return button(openThreads, {}, 'The last 12 weeks');
}

function settings() {
  return button(openSettings, {}, 'Settings');
}

function help() {
  return button(showHelp, {}, 'What can I do here?');
}
