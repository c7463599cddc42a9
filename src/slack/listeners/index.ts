import type { Listener } from '../door/listener.ts';
import { adminPeopleListeners } from './admin-people.ts';
import { answerListeners } from './answers.ts';
import { askListeners } from './asks.ts';
import { awayListeners } from './away.ts';
import { bookingListeners } from './bookings.ts';
import { coachListeners } from './coach.ts';
import { dealListeners } from './deals.ts';
import { departureListeners } from './departures.ts';
import { developmentListeners } from './development.ts';
import { digestListeners } from './digest.ts';
import { directMessageListeners } from './direct-messages.ts';
import { firstlineListeners } from './firstline.ts';
import { greetingListeners } from './greeting.ts';
import { homeListeners } from './home.ts';
import { linkProposalListeners } from './link-proposals.ts';
import { loggingListeners } from './logging.ts';
import { myDataListeners } from './my-data.ts';
import { noteReplyListeners } from './note-replies.ts';
import { nudgeListeners } from './nudges.ts';
import { peopleListeners } from './people.ts';
import { promiseListeners } from './promises.ts';
import { pulseListeners } from './pulse.ts';
import { settingListeners } from './settings.ts';
import { shortcutListeners } from './shortcuts.ts';
import { snowedUnderListeners } from './snowed-under.ts';
import { teamListeners } from './team.ts';
import { thingListeners } from './things.ts';
import { threadListeners } from './threads.ts';
import { userChangeListeners } from './user-changes.ts';
import { winsChannelListeners } from './wins-channel.ts';

/** Everything that Slack may send us, a file an area. */
export const listeners: readonly Listener[] = [
  ...adminPeopleListeners,
  ...answerListeners,
  ...askListeners,
  ...awayListeners,
  ...bookingListeners,
  ...coachListeners,
  ...dealListeners,
  ...departureListeners,
  ...developmentListeners,
  ...digestListeners,
  ...directMessageListeners,
  ...firstlineListeners,
  ...greetingListeners,
  ...homeListeners,
  ...linkProposalListeners,
  ...loggingListeners,
  ...myDataListeners,
  ...noteReplyListeners,
  ...nudgeListeners,
  ...peopleListeners,
  ...promiseListeners,
  ...pulseListeners,
  ...settingListeners,
  ...shortcutListeners,
  ...snowedUnderListeners,
  ...teamListeners,
  ...thingListeners,
  ...threadListeners,
  ...userChangeListeners,
  ...winsChannelListeners,
];
