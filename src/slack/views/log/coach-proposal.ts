/** What `/coach` answers to a name in plain text: whom it may mean, and the words back. Nothing is saved before a press. */
import type { Button } from '@slack/types';
import { actions, button, context, quotation, section } from '../../kit/blocks.ts';
import { limits } from '../../kit/limits.ts';
import type { RenderedMessage } from '../../kit/rendered-message.ts';
import { numberedId } from '../../kit/route.ts';
import { saveProposed } from '../../routes/coach.ts';
import { openLog } from '../../routes/logging.ts';
import { literal, shorten } from '../../kit/text.ts';

/** Somebody to choose. */
export interface Proposed {
  readonly id: number;
  readonly name: string;
  /** What the reader calls them. */
  readonly shortName: string;
}

export interface CoachProposal {
  /** Nobody, where no name fits. */
  readonly people: readonly Proposed[];
  readonly words: string;
  readonly behaviour: string;
  /** Names the command, so that two presses save one note. */
  readonly key: string;
}

/** More than these aren't offered by name. */
const mostPeople = 5;
const longestName = 60;

/** @returns undefined where a button can't carry the words */
export function coachProposal(proposal: CoachProposal): RenderedMessage | undefined {
  const { words, behaviour } = proposal;
  const people = proposal.people.slice(0, mostPeople);
  const buttons = [
    ...people.map((person) => saveButton(person, people.length === 1, proposal)),
    button(openLog, { behaviour, text: words }, people.length === 0 ? 'Choose who it’s about' : 'Somebody else'),
  ];
  if (buttons.some(({ value }) => (value ?? '').length > limits.buttonValue)) return undefined;
  const text = question(people);
  return {
    text,
    blocks: [section(text), quotation(words), actions('coach', buttons), context('Nothing is saved yet.')],
  };
}

function question(people: readonly Proposed[]): string {
  const [first, ...others] = people.map(({ name }) => literal(shorten(name, longestName)));
  if (first === undefined) return 'Who is this about? I found no one on your team by that name.';
  return others.length === 0 ? `Save this as a coaching note on ${first}?` : 'Who is this about?';
}

function saveButton(person: Proposed, isOnly: boolean, { words, key }: CoachProposal): Button {
  const label = isOnly ? `Save for ${person.shortName}` : person.name;
  const carried = { rep: person.id, text: words, key };
  return {
    ...button(saveProposed, carried, shorten(label, limits.buttonText), isOnly ? { style: 'primary' } : {}),
    action_id: numberedId(saveProposed, person.id),
  };
}
