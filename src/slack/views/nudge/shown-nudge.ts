/** A nudge as its reader sees it, and what can be done about it. */
import type { Button } from '@slack/types';
import type { NudgeWords } from '../../../behaviours/behaviour.ts';
import type { Choice } from '../../../behaviours/field.ts';
import type { NudgeState } from '../../../leading/nudge.ts';
import { headlineOf } from '../../../leading/nudge-subject.ts';
import type { LocalDate } from '../../../time/zoned.ts';
import { formatDay } from '../../../time/zoned.ts';
import { button } from '../../kit/blocks.ts';
import { numberedId } from '../../kit/route.ts';
import { openBooking } from '../../routes/bookings.ts';
import { openLog } from '../../routes/logging.ts';
import { tapNudge } from '../../routes/nudges.ts';
import { firstName, literal, shorten } from '../../kit/text.ts';
import { thingButtons } from './thing-buttons.ts';
import type { Thing } from './thing-buttons.ts';

/** Names from Slack and the CRM can be very long; a nudge is read in a glance. */
const longestHeadline = 200;

/** A planned time, as it is shown. */
export interface ShownBooking {
  readonly id: number;
  /** `Tue, Nov 24, 10:00 AM` by the manager's wall clock. */
  readonly when: string;
  readonly googleUrl: string;
  readonly outlookUrl: string;
}

/** What became of a nudge that no entry in the log answered. */
export interface HowItEnded {
  /** Before the headline: `Kept`, `Taken`, `Moved to Mon, Dec 7`, `Too late now`. */
  readonly label: string;
  /** One tap takes it back. */
  readonly undo?: 'promise' | 'idea';
}

/** A nudge with what became of it, for the eyes of the one who got it. */
export interface ShownNudge {
  readonly id: number;
  readonly words: NudgeWords;
  /** The short own words of what was promised, asked, agreed or suggested, as far as this reader may read them. */
  readonly subject: string | undefined;
  /** What it asks to settle has buttons of its own. */
  readonly thing: Thing | undefined;
  /** Whom it is about. */
  readonly about: { readonly id: number; readonly name: string; readonly shortName?: string } | undefined;
  /** Why: the fact and its date. */
  readonly sentence: string;
  readonly state: NudgeState;
  readonly quietUntil: LocalDate | null;
  readonly today: LocalDate;
  readonly snoozeDays: number;
  /** The data show a deal as blocked: what can be done about it, or what was. */
  readonly idleDeal?: {
    readonly hasLead: boolean;
    /** `You’ll clear this by Tue, Nov 24.` once it was answered so; in mrkdwn. */
    readonly inHand: string | undefined;
  };
  /** Answers that are offered on the nudge itself. */
  readonly taps: readonly Choice[];
  /** This kind got no answer twice: it asks whether to change something. */
  readonly asksWhy: boolean;
  readonly booking: ShownBooking | undefined;
  readonly entry:
    | {
        readonly id: number;
        readonly happenedOn: LocalDate;
        /** `About half`, of a nudge that is answered in a tap. */
        readonly answer?: string | undefined;
      }
    | undefined;
  readonly ended?: HowItEnded | undefined;
}

/** What it is about, in bold mrkdwn. */
export function boldHeadline({ words, subject }: Pick<ShownNudge, 'words' | 'subject'>): string {
  return `*${literal(shorten(headlineOf(words, subject), longestHeadline))}*`;
}

/** What can be done about an open nudge, most likely first; without what puts it off. */
export function nudgeButtons(nudge: ShownNudge): Button[] {
  const { id, taps, thing, about } = nudge;
  const book = button(openBooking, { nudge: id }, 'Book it');
  if (taps.length > 0)
    return taps.map(({ value, label }, index) => ({
      ...button(tapNudge, { nudge: id, value }, label),
      action_id: numberedId(tapNudge, index),
    }));
  if (thing !== undefined) {
    const name = about === undefined ? 'Your team' : firstName(about);
    return [...thingButtons(thing, { nudge: id, name }), ...(thing.kind === 'assignment' ? [book] : [])];
  }
  return [{ ...book, style: 'primary' }, button(openLog, { nudge: id }, 'Done')];
}

/** `Thu, Nov 26`; empty where there is none. */
export function untilWords({ quietUntil, today }: Pick<ShownNudge, 'quietUntil' | 'today'>): string {
  return quietUntil === null ? '' : formatDay(quietUntil, today);
}
