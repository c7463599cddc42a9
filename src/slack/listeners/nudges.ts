import type { ModalView } from '@slack/types';
import { pauseNudge, resumeKind, stopKind, undoAnswer } from '../../acts/answer-nudge.ts';
import { correctRecord, wrongRecordOf } from '../../acts/correct-record.ts';
import { dayOf, knownBehaviour, ownNudge } from '../../acts/own.ts';
import { tapNudge } from '../../acts/tap-nudge.ts';
import type { NudgeId } from '../../behaviours/ids.ts';
import type { Context } from '../../context.ts';
import { settingsOf } from '../../leading/policy.ts';
import type { Person } from '../../store/people.ts';
import { readPolicy } from '../../store/policy.ts';
import { onPress, onSubmit } from '../door/listener.ts';
import type { Listener } from '../door/listener.ts';
import { wordsFor } from '../loading/nudge-subject.ts';
import { loadOwnSettings } from '../loading/settings-data.ts';
import { showOwnSettings } from '../opening/settings.ts';
import * as routes from '../routes/nudges.ts';
import { wrongRecordSchema, wrongRecordView } from '../views/log/wrong-record.ts';
import { whyThisView } from '../views/nudge/why-this.ts';
import { ownSettingsView } from '../views/settings/settings-own.ts';

const notNow: readonly Listener[] = [
  onPress(routes.notNow, async ({ context, acting, carried: { nudge, answer }, openOver }) => {
    switch (answer) {
      case 'wrong':
        await openOver(await wrongView(context, acting, nudge));
        return undefined;
      case 'stop':
        await stopKind(context, acting, nudge);
        break;
      default:
        await pauseNudge(context, acting, nudge, answer);
    }
    return [acting.id];
  }),
  onPress(routes.undoAnswer, async ({ context, acting, carried }) => {
    await undoAnswer(context, acting, carried.nudge);
    return [acting.id];
  }),
];

/** A nudge that is answered by what its button says. */
const taps: readonly Listener[] = [
  onPress(routes.tapNudge, async ({ context, acting, carried: { nudge: nudgeId, value }, once }) => {
    const { concerned } = await tapNudge(context, acting, { nudgeId, value, once });
    return concerned;
  }),
  onPress(routes.nudgeIsWrong, async ({ context, acting, carried, openOver }) => {
    await openOver(await wrongView(context, acting, carried.nudge));
  }),
  onPress(routes.nudgeBadTiming, async ({ context, acting, carried }) => {
    await pauseNudge(context, acting, carried.nudge, 'not-this-week');
    return [acting.id];
  }),
  onPress(routes.nudgeStopKind, async ({ context, acting, carried }) => {
    await stopKind(context, acting, carried.nudge);
    return [acting.id];
  }),
];

const kinds: readonly Listener[] = [
  onPress(routes.openKinds, ({ context, acting, place }) => showOwnSettings(context, acting, place)),
  onPress(routes.resumeKind, async ({ context, acting, carried, redraw }) => {
    await resumeKind(context, acting, carried.behaviour);
    await redraw(async () => ownSettingsView(await loadOwnSettings(context, acting)));
    return [acting.id];
  }),
];

/** "Not now", "Why?", "This is wrong", and which kinds are stopped. */
export const nudgeListeners: readonly Listener[] = [
  ...notNow,
  ...taps,
  ...kinds,
  onSubmit(routes.correctRecord, async ({ context, acting, carried: { nudge }, once, read }) => {
    const { correction, on } = read(wrongRecordSchema);
    return correctRecord(context, acting, { nudgeId: nudge, correction, on, once });
  }),
  onPress(routes.whyThis, async ({ context, acting, carried, openOver }) => {
    const nudge = await ownNudge(context.store, acting, carried.nudge);
    const behaviour = knownBehaviour(context.behaviours, nudge.behaviour);
    const settings = settingsOf(behaviour, await readPolicy(context.store));
    const { today } = await dayOf(context.store, acting, context.clock());
    const words = await wordsFor(context.store, acting, nudge);
    await openOver(whyThisView({ behaviour, settings, evidence: nudge.evidence, words, today }));
  }),
];

async function wrongView(context: Context, acting: Person, nudgeId: NudgeId): Promise<ModalView> {
  const { corrections, nudge } = await wrongRecordOf(context.store, acting, nudgeId);
  return wrongRecordView({ nudge: nudgeId, sentence: nudge.evidence.sentence, corrections });
}
