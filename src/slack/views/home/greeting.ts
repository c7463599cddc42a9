/** The first message to a manager or a lead: what this is, how much to expect, who sees what, and where things stand with their people. */
import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import type { LastTalkAnswer } from '../../../behaviours/facts.ts';
import type { PersonId } from '../../../behaviours/ids.ts';
import type { WeeklyTime } from '../../../leading/plan-time.ts';
import { formatTime } from '../../../time/zoned.ts';
import type { Weekday } from '../../../time/zoned.ts';
import { actions, button, option, plain, section } from '../../kit/blocks.ts';
import { inputActionId, inputBlock } from '../../kit/form.ts';
import { limits } from '../../kit/limits.ts';
import type { RenderedMessage } from '../../kit/rendered-message.ts';
import { numberedId } from '../../kit/route.ts';
import { forgetLastTalk, openLastTalks, saveLastTalks, sayLastTalk } from '../../routes/greeting.ts';
import { openSettings } from '../../routes/settings.ts';
import { count, list, shorten } from '../../kit/text.ts';
import { named } from '../ask/ask-words.ts';

/** Somebody of whom nothing is logged yet. */
export interface TalkRow {
  readonly repId: PersonId;
  readonly name: string;
  readonly answer: LastTalkAnswer | undefined;
}

export interface Greeting {
  readonly firstName: string;
  readonly as: 'manager' | 'lead' | 'both';
  /** What the reader calls their managers; for a lead. */
  readonly managerNames: readonly string[];
  /** What the reader calls whoever leads them. */
  readonly leadName: string | undefined;
  readonly plan: WeeklyTime;
  readonly digest: WeeklyTime;
  readonly talks: readonly TalkRow[];
}

const answers = ['this-week', 'weeks', 'longer', 'unsure'] as const satisfies LastTalkAnswer[];
const answerWords = {
  'this-week': 'Past week',
  weeks: '2–3 weeks',
  longer: 'Longer',
  unsure: 'Not sure',
} as const satisfies Record<LastTalkAnswer, string>;

/** More people than this are asked about in a form. */
const mostTaps = 8;
export const talksOnAPage = 20;
const mostManagers = 4;

export function greetingMessage(greeting: Greeting): RenderedMessage {
  const hello = helloWords(greeting);
  return {
    text: hello,
    blocks: [
      section(hello),
      section(`*What to expect*\n${expectWords(greeting)}`, button(openSettings, {}, 'Change my hour')),
      section(`*Who sees what*\n${privacyWords(greeting)}`),
      ...talkBlocks(greeting.talks),
    ],
  };
}

function helloWords({ firstName, as, managerNames }: Greeting): string {
  const hello = `Hello ${named(firstName)}. I’m Firstline.`;
  const ofManager =
    'I help you make time for your people: who you haven’t seen lately, what you promised, what they asked.';
  const managers = managerNames.slice(0, mostManagers).map(named);
  const more = managerNames.length - managers.length;
  const names = list(more > 0 ? [...managers, `${more} more`] : managers);
  if (as === 'manager') return `${hello} ${ofManager}`;
  if (as === 'lead') return `${hello} I help ${names} make time for their people, and show you where you can help.`;
  return `${hello} ${ofManager} I do the same for ${names}, and show you where you can help.`;
}

function expectWords({ as, plan, digest }: Greeting): string {
  const [monday, friday] = [timeWords(plan), timeWords(digest)];
  const quiet = 'Nothing after hours or on days off.';
  if (as === 'lead')
    return `${friday}: who had no time with their manager, which asks are open, and one thing you can do. ${monday}: three nudges at most. ${quiet}`;
  const digestToo = as === 'both' ? ' and your managers’ weeks' : '';
  return `${monday}: three nudges at most; five things in a whole week, two about one person. ${friday}: your week in short${digestToo}. ${quiet}`;
}

function privacyWords({ as, leadName }: Greeting): string {
  const ofLead = 'You see counts and names, never what was said. You read an ask once it comes to you.';
  if (as === 'lead') return ofLead;
  const lead = leadName === undefined ? 'Your lead' : named(leadName);
  const ofManager = `You and a rep can both see when you talked, and the notes you share. Private notes are yours alone. ${lead} sees counts, never words.`;
  return as === 'manager' ? ofManager : `${ofManager} Of your managers’ teams you see counts and names, never words.`;
}

function talkBlocks(talks: readonly TalkRow[]): KnownBlock[] {
  if (talks.length === 0) return [];
  const question =
    '*When was your last one-on-one?*\nOne tap each, so that your plans don’t start from zero. Only you can see this.';
  if (talks.length > mostTaps) {
    const open = talks.filter(({ answer }) => answer === undefined).length;
    const label = open === 0 ? 'Change' : `Answer for ${count(open, 'person', 'people')}`;
    return [section(question, button(openLastTalks, {}, label))];
  }
  return [section(question), ...talks.flatMap(talkRow)];
}

function talkRow({ repId, name, answer }: TalkRow): KnownBlock[] {
  if (answer !== undefined)
    return [
      {
        ...section(`*${named(name)}:* ${answerWords[answer]}`, button(forgetLastTalk, { rep: repId }, 'Undo')),
        block_id: `last-talk-${repId}`,
      },
    ];
  return [
    section(`*${named(name)}*`),
    actions(
      `last-talk-${repId}`,
      answers.map((value, number) => ({
        ...button(sayLastTalk, { rep: repId, answer: value }, answerWords[value]),
        action_id: numberedId(sayLastTalk, number),
      })),
    ),
  ];
}

/** A page of the same questions, for a large team. What is left open stays so. */
export function lastTalksForm(talks: readonly TalkRow[], page: number): ModalView {
  const pages = Math.max(1, Math.ceil(talks.length / talksOnAPage));
  const isLast = page >= pages - 1;
  return {
    type: 'modal',
    callback_id: saveLastTalks.id,
    private_metadata: saveLastTalks.encode({ page }),
    title: plain('Last one-on-one', limits.modalTitle),
    submit: plain(isLast ? 'Save' : 'Next', limits.modalButton),
    close: plain('Close', limits.modalButton),
    blocks: [
      section(pages === 1 ? 'Only you can see this.' : `Page ${page + 1} of ${pages}. Only you can see this.`),
      ...talks.slice(page * talksOnAPage, (page + 1) * talksOnAPage).map(({ repId, name, answer }) => {
        const options = answers.map((value) => option(value, answerWords[value]));
        const initial = options.find(({ value }) => value === answer);
        return inputBlock(
          { id: `rep-${repId}`, label: shorten(name, limits.inputLabel), optional: true },
          {
            type: 'static_select',
            action_id: inputActionId,
            placeholder: plain('How long ago?', limits.placeholder),
            options,
            ...(initial === undefined ? {} : { initial_option: initial }),
          },
        );
      }),
    ],
  };
}

/** What was chosen, by `rep-` and the person's id. */
export const lastTalksSchema = z.record(z.string().regex(/^rep-\d+$/u), z.enum(answers).optional());

const weekdays = ['Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays', 'Sundays'] as const;

/** `Mondays at 9:00 AM` */
function timeWords({ day, at }: { readonly day: Weekday; readonly at: string }): string {
  return `${weekdays[day - 1] ?? ''} at ${formatTime(at)}`;
}
