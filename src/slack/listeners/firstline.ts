import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import type { Context } from '../../context.ts';
import { thinnedNow } from '../../acts/snowed-under.ts';
import { unconfirmedAskStates, unsettledAskStates } from '../../leading/ask-lifecycle.ts';
import { readCommand } from '../../leading/command-words.ts';
import { limits } from '../kit/limits.ts';
import type { CommandWord } from '../../leading/command-words.ts';
import type { Person } from '../../store/people.ts';
import { loadPlanning } from '../../store/plan-input.ts';
import { actingPerson } from '../wire/acting.ts';
import { loadAway } from '../loading/away-data.ts';
import { loadAsks } from '../loading/home-data.ts';
import { openLogList } from '../loading/log-list.ts';
import type { RenderedMessage } from '../kit/rendered-message.ts';
import { openView } from '../wire/open-view.ts';
import { planOverview } from '../loading/plan-overview.ts';
import { readable } from '../wire/readable.ts';
import { reply } from '../wire/reply.ts';
import { showAsks, showHelp, showPlan } from '../routes/commands.ts';
import { newerAsks, olderAsks } from '../routes/team-asks.ts';
import { standpointOf } from '../loading/standpoint.ts';
import { loadTeamAsks } from '../loading/team-asks-data.ts';
import { openThreadsForm } from '../opening/threads-form.ts';
import { asksWithMe, myAsks } from '../views/ask/ask-list.ts';
import { helpMessage, unknownWord, whatNow } from '../views/home/help.ts';
import { fitSections } from '../views/home/home-fit.ts';
import { noPlan, planNow } from '../views/nudge/plan-now.ts';
import { snowedUnderMessage } from '../views/nudge/snowed-under.ts';
import { thank } from '../opening/thank.ts';
import { teamAsksView } from '../views/ask/team-asks.ts';
import { showInPlace } from './people.ts';
import { openMyData } from './my-data.ts';
import { showPulse } from './pulse.ts';
import { openOwnSettings } from './settings.ts';
import { openTeamForm } from './team.ts';
import { openPeople } from './admin-people.ts';

/** `/firstline` with its words, and the same as buttons. */
export function registerFirstline(app: App, context: Context): void {
  app.command('/firstline', async ({ ack, command, respond }) => {
    await ack();
    const acting = await actingPerson(context, { userId: command.user_id, teamId: command.team_id });
    const message = await answerTo(context, acting, command.text, command.trigger_id);
    if (message !== undefined) await reply(context, respond, command.user_id, message);
  });
  const buttons = [
    { route: showPlan, word: 'plan' },
    { route: showAsks, word: 'asks' },
    { route: showHelp, word: 'help' },
  ] as const;
  for (const { route, word } of buttons)
    app.action<BlockAction<ButtonAction>>(route.id, async ({ ack, body, respond }) => {
      await ack();
      const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
      const message = await answerToWord(context, acting, word, body.trigger_id);
      if (message !== undefined) await reply(context, respond, body.user.id, message);
    });
  for (const route of [newerAsks, olderAsks])
    app.action<BlockAction<ButtonAction>>(route.id, async ({ ack, body, action }) => {
      await ack();
      const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
      const view = teamAsksView(await loadTeamAsks(context, acting, route.decode(action.value).page));
      await showInPlace(context, body, view);
    });
}

/** @returns undefined where the answer is a form that opens */
async function answerTo(
  context: Context,
  acting: Person,
  /** As Slack escapes it. */
  text: string,
  triggerId: string,
): Promise<RenderedMessage | undefined> {
  const read = readCommand(await readable(context, text));
  switch (read.kind) {
    case 'bare':
      return whatNow(
        await standpointOf(context.store, acting.id),
        await loadAway(context.store, acting, context.clock()),
      );
    case 'unknown':
      return unknownWord(read.typed, read.nearest, await standpointOf(context.store, acting.id));
    case 'known':
      if (read.word === 'thank') return thank(context, acting, text.trim().slice(read.word.length), triggerId);
      return answerToWord(context, acting, read.word, triggerId);
  }
}

async function answerToWord(
  context: Context,
  acting: Person,
  word: CommandWord,
  triggerId: string,
): Promise<RenderedMessage | undefined> {
  switch (word) {
    case 'plan':
      return currentPlan(context, acting);
    case 'snowed':
      return snowedUnder(context, acting);
    case 'log':
      await openLogList(context, acting, triggerId);
      return undefined;
    case 'asks':
      if (await leadsAnybody(context, acting)) {
        await openView(context, triggerId, teamAsksView(await loadTeamAsks(context, acting, 0)));
        return undefined;
      }
      return currentAsks(context, acting);
    case 'thank':
      return thank(context, acting, '', triggerId);
    case 'trends':
      await openThreadsForm(context, acting, { trigger_id: triggerId });
      return undefined;
    case 'pulse':
      return showPulse(context, acting, triggerId);
    case 'data':
      await openMyData(context, acting, triggerId);
      return undefined;
    case 'team':
      await openTeamForm(context, acting, triggerId);
      return undefined;
    case 'people':
      await openPeople(context, acting, triggerId);
      return undefined;
    case 'settings':
      await openOwnSettings(context, acting, triggerId);
      return undefined;
    case 'help':
      return helpMessage(await standpointOf(context.store, acting.id));
  }
}

async function leadsAnybody(context: Context, acting: Person): Promise<boolean> {
  const { isManager, isLead } = await standpointOf(context.store, acting.id);
  return isManager || isLead;
}

async function currentPlan(context: Context, acting: Person): Promise<RenderedMessage> {
  const planning = await loadPlanning(context.store, context.behaviours, [acting.id], context.clock());
  if (!planning.facts.leaderIds.includes(acting.id)) return noPlan();
  return planNow((await planOverview(context, acting, await planning.inputOf(acting.id))).overview);
}

async function snowedUnder(context: Context, acting: Person): Promise<RenderedMessage> {
  if (!(await leadsAnybody(context, acting))) return noPlan();
  return snowedUnderMessage(await thinnedNow(context.store, acting, context.clock()));
}

async function currentAsks(context: Context, acting: Person): Promise<RenderedMessage> {
  const waiting = await loadAsks(context, acting, { holderId: acting.id }, unsettledAskStates);
  const states = [...unsettledAskStates, ...unconfirmedAskStates];
  const mine = await loadAsks(context, acting, { repId: acting.id }, states);
  return {
    text: `${waiting.length} with you, ${mine.length} of yours open.`,
    blocks: fitSections([asksWithMe(waiting), myAsks(mine)], limits.messageBlocks),
  };
}
