import type { Context } from '../../context.ts';
import type { Person } from '../../store/people.ts';
import type { RenderedMessage } from '../kit/rendered-message.ts';
import type { Audience } from '../views/home/standpoint.ts';

/** A word after `/firstline`: help, suggestions, the manifest's hint and docs/what-you-can-type.md follow. */
export interface SlashWord {
  readonly word: string;
  /** Other words for it; the help doesn't list them. */
  readonly aliases?: readonly string[];
  /** Whom it is offered to. What somebody may is decided by what it does: anybody can type it. */
  readonly audience: Audience;
  /** What it does, in the words of the help. */
  readonly help: string;
  /** Stands in the manifest's hint while somebody types: there is room for some. */
  readonly inHint: boolean;
  /** @returns the answer for who typed it; undefined where a form opens */
  does(typed: TypedWord): Promise<RenderedMessage | undefined>;
}

/** What was typed, or pressed on a button that stands for the same. */
export interface TypedWord {
  readonly context: Context;
  readonly acting: Person;
  readonly triggerId: string;
  /** What stands after the word, as Slack escapes it. */
  readonly rest: string;
  /** The words that there are. */
  readonly words: readonly SlashWord[];
}
