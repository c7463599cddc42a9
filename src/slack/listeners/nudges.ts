import type { App, BlockAction, ButtonAction, StaticSelectAction } from '@slack/bolt';
import { pauseNudge, resumeKind, stopKind, undoAnswer } from '../../acts/answer-nudge.ts';
import { correctRecord, wrongRecordOf } from '../../acts/correct-record.ts';
import { dayOf, knownBehaviour, ownNudge } from '../../acts/own.ts';
import { tapNudge } from '../../acts/tap-nudge.ts';
import type { Context } from '../../context.ts';
import { settingsOf } from '../../leading/policy.ts';
import type { Person } from '../../store/people.ts';
import { readPolicy } from '../../store/policy.ts';
import { actingPerson } from '../wire/acting.ts';
import { refreshHomes } from '../opening/home.ts';
import { showOwnSettings } from './settings.ts';
import { wordsFor } from '../loading/nudge-subject.ts';
import { openOver } from '../wire/open-view.ts';
import { numberedIds } from '../kit/route.ts';
import * as routes from '../routes/nudges.ts';
import { loadOwnSettings } from '../loading/settings-data.ts';
import { readForm, submitting } from '../wire/submitting.ts';
import { ownSettingsView } from '../views/settings/settings-own.ts';
import { whyThisView } from '../views/nudge/why-this.ts';
import { wrongRecordSchema, wrongRecordView } from '../views/log/wrong-record.ts';

/** "Not now", "Why?", "This is wrong", and which kinds are stopped. */
export function registerNudges(app: App, context: Context): void {
  registerNotNow(app, context);
  registerTaps(app, context);
  registerWrong(app, context);
  registerKinds(app, context);
  app.action<BlockAction<ButtonAction>>(routes.whyThis.id, async ({ ack, body, action }) => {
    await ack();
    const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
    const nudge = await ownNudge(context.store, acting, routes.whyThis.decode(action.value).nudge);
    const behaviour = knownBehaviour(context.behaviours, nudge.behaviour);
    const settings = settingsOf(behaviour, await readPolicy(context.store));
    const { today } = await dayOf(context.store, acting, context.clock());
    const words = await wordsFor(context.store, acting, nudge);
    const { evidence } = nudge;
    await openOver(context, body, whyThisView({ behaviour, settings, evidence, words, today }));
  });
}

function registerNotNow(app: App, context: Context): void {
  app.action<BlockAction<StaticSelectAction>>(routes.notNow.id, async ({ ack, body, action }) => {
    await ack();
    const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
    const { nudge, answer } = routes.notNow.decode(action.selected_option?.value);
    switch (answer) {
      case 'wrong':
        await openOver(context, body, await wrongView(context, acting, nudge));
        return;
      case 'stop':
        await stopKind(context, acting, nudge);
        break;
      default:
        await pauseNudge(context, acting, nudge, answer);
    }
    await refreshHomes(context, [acting.id]);
  });
  app.action<BlockAction<ButtonAction>>(routes.undoAnswer.id, async ({ ack, body, action }) => {
    await ack();
    const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
    await undoAnswer(context, acting, routes.undoAnswer.decode(action.value).nudge);
    await refreshHomes(context, [acting.id]);
  });
}

/** A nudge that is answered by what its button says. */
function registerTaps(app: App, context: Context): void {
  app.action<BlockAction<ButtonAction>>(numberedIds(routes.tapNudge), async ({ ack, body, action }) => {
    await ack();
    const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
    const { nudge: nudgeId, value } = routes.tapNudge.decode(action.value);
    const { concerned } = await tapNudge(context, acting, { nudgeId, value, once: `trigger:${body.trigger_id}` });
    await refreshHomes(context, concerned);
  });
  app.action<BlockAction<ButtonAction>>(routes.nudgeIsWrong.id, async ({ ack, body, action }) => {
    await ack();
    const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
    await openOver(context, body, await wrongView(context, acting, routes.nudgeIsWrong.decode(action.value).nudge));
  });
  app.action<BlockAction<ButtonAction>>(routes.nudgeBadTiming.id, async ({ ack, body, action }) => {
    await ack();
    const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
    await pauseNudge(context, acting, routes.nudgeBadTiming.decode(action.value).nudge, 'not-this-week');
    await refreshHomes(context, [acting.id]);
  });
  app.action<BlockAction<ButtonAction>>(routes.nudgeStopKind.id, async ({ ack, body, action }) => {
    await ack();
    const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
    await stopKind(context, acting, routes.nudgeStopKind.decode(action.value).nudge);
    await refreshHomes(context, [acting.id]);
  });
}

async function wrongView(context: Context, acting: Person, nudgeId: number) {
  const { corrections, nudge } = await wrongRecordOf(context.store, acting, nudgeId);
  return wrongRecordView({ nudge: nudgeId, sentence: nudge.evidence.sentence, corrections });
}

function registerWrong(app: App, context: Context): void {
  app.view(routes.correctRecord.id, async ({ ack, body, view }) => {
    const concerned = await submitting(ack, view.state.values, async () => {
      const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
      const { nudge } = routes.correctRecord.decode(view.private_metadata);
      const { correction, on } = readForm(wrongRecordSchema, view.state.values);
      return correctRecord(context, acting, { nudgeId: nudge, correction, on, once: `view:${view.id}` });
    });
    await refreshHomes(context, concerned ?? []);
  });
}

function registerKinds(app: App, context: Context): void {
  app.action<BlockAction<ButtonAction>>(routes.openKinds.id, async ({ ack, body }) => {
    await ack();
    const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
    await showOwnSettings(context, acting, body);
  });
  app.action<BlockAction<ButtonAction>>(routes.resumeKind.id, async ({ ack, body, action }) => {
    await ack();
    const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
    await resumeKind(context, acting, routes.resumeKind.decode(action.value).behaviour);
    if (body.view?.type === 'modal')
      await context.slack.views.update({
        view_id: body.view.id,
        view: ownSettingsView(await loadOwnSettings(context, acting)),
      });
    await refreshHomes(context, [acting.id]);
  });
}
