/** The answer to a sentence typed to the bot: what can be made of it. */
import type { Button } from '@slack/types';
import { actions, button, context, section } from '../../kit/blocks.ts';
import { limits } from '../../kit/limits.ts';
import type { RenderedMessage } from '../../kit/rendered-message.ts';
import type { Route } from '../../kit/route.ts';
import { numberedId } from '../../kit/route.ts';
import { askTyped, noteTyped } from '../../routes/coach.ts';
import type { Typed, TypedPlace } from '../../routes/coach.ts';
import { literal, shorten } from '../../kit/text.ts';

export interface TypedSentence {
  readonly text: string;
  readonly at: TypedPlace;
  /** What the writer calls their manager; undefined without one. */
  readonly managerName: string | undefined;
  readonly hasReports: boolean;
  /** Of their people, whom the words name. */
  readonly named: readonly { readonly id: number; readonly shortName: string }[];
  readonly hasFile: boolean;
}

const mostNamed = 3;

export function sentenceAnswer(typed: TypedSentence): RenderedMessage {
  const { managerName, hasReports, named, hasFile } = typed;
  const manager = managerName === undefined ? undefined : literal(managerName);
  const ask = manager === undefined ? [] : [fitted(askTyped, typed, {}, 'Ask my manager')];
  const notes = hasReports ? noteButtons(named.slice(0, mostNamed), typed) : [];
  const text =
    manager === undefined
      ? 'Save this as a coaching note?'
      : hasReports
        ? `Is this an ask for ${manager}, or a coaching note?`
        : `Want to ask ${manager} for this?`;
  const file = hasFile ? ' Files don’t come along: paste a link instead.' : '';
  return {
    text,
    blocks: [
      section(text),
      actions('typed', [...ask, ...notes]),
      context(`You can change the words first. Nothing is saved or sent until you do.${file}`),
    ],
  };
}

function noteButtons(named: TypedSentence['named'], typed: TypedSentence): Button[] {
  const onThem = named.map(({ id, shortName }) => ({
    ...fitted(noteTyped, typed, { rep: id }, shorten(`Coaching note on ${shortName}`, limits.buttonText)),
    action_id: numberedId(noteTyped, id),
  }));
  return [...onThem, fitted(noteTyped, typed, {}, named.length === 0 ? 'Coaching note' : 'Note on somebody else')];
}

/** Carries the words where they fit; else where they stand. */
function fitted<Carried extends Typed>(
  route: Route<Carried>,
  { text, at }: TypedSentence,
  more: Omit<Carried, keyof Typed>,
  label: string,
): Button {
  const withWords = { ...more, at, text } as Carried;
  const carried = route.encode(withWords).length <= limits.buttonValue ? withWords : ({ ...more, at } as Carried);
  return button(route, carried, label);
}

/** Longer than what a form takes: the words stand above, to be shortened. */
export function sentenceTooLong(length: number): RenderedMessage {
  const most = limits.inputText.toLocaleString('en-US');
  const text = `That’s ${length.toLocaleString('en-US')} characters, and a form takes ${most}. Shorten it and send it again.`;
  return { text, blocks: [section(text)] };
}
