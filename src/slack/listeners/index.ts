import type { App } from '@slack/bolt';
import type { Context } from '../../context.ts';
import { registerAdminPeople } from './admin-people.ts';
import { registerAnswers } from './answers.ts';
import { registerAsks } from './asks.ts';
import { registerAway } from './away.ts';
import { registerBookings } from './bookings.ts';
import { registerCoach } from './coach.ts';
import { registerDeals } from './deals.ts';
import { registerDepartures } from './departures.ts';
import { registerDevelopment } from './development.ts';
import { registerDigest } from './digest.ts';
import { registerDirectMessages } from './direct-messages.ts';
import { registerFirstline } from './firstline.ts';
import { registerGreeting } from './greeting.ts';
import { registerHome } from './home.ts';
import { registerLinkProposals } from './link-proposals.ts';
import { registerLogging } from './logging.ts';
import { registerMyData } from './my-data.ts';
import { registerNoteReplies } from './note-replies.ts';
import { registerNudges } from './nudges.ts';
import { registerPeople } from './people.ts';
import { registerPromises } from './promises.ts';
import { registerPulse } from './pulse.ts';
import { registerShortcuts } from './shortcuts.ts';
import { registerSettings } from './settings.ts';
import { registerSnowedUnder } from './snowed-under.ts';
import { registerTeam } from './team.ts';
import { registerThings } from './things.ts';
import { registerThreads } from './threads.ts';
import { registerUserChanges } from './user-changes.ts';
import { registerWinsChannel } from './wins-channel.ts';

const registrations: readonly ((app: App, context: Context) => void)[] = [
  registerAdminPeople,
  registerAnswers,
  registerAsks,
  registerAway,
  registerBookings,
  registerCoach,
  registerDeals,
  registerDepartures,
  registerDevelopment,
  registerDigest,
  registerDirectMessages,
  registerFirstline,
  registerGreeting,
  registerHome,
  registerLinkProposals,
  registerLogging,
  registerMyData,
  registerNoteReplies,
  registerNudges,
  registerPeople,
  registerPromises,
  registerPulse,
  registerShortcuts,
  registerSettings,
  registerSnowedUnder,
  registerTeam,
  registerThings,
  registerThreads,
  registerUserChanges,
  registerWinsChannel,
];

/** Everything that Slack may send us, a file an area. */
export function registerListeners(app: App, context: Context): void {
  for (const register of registrations) register(app, context);
}
