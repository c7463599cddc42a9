import type { PressTarget } from '../contract.ts';
import { allBlocks, placedElements } from '../block-elements/placed.ts';
import type { Placed } from '../block-elements/placed.ts';
import { isStateful } from '../block-elements/values.ts';
import type { Engine } from '../engine.ts';
import { useElement } from '../interactions/action.ts';
import type { ActionPlace } from '../interactions/action.ts';
import { conversationsOf, messagesSeenBy } from '../workspace/conversations.ts';
import type { User } from '../workspace/model.ts';
import { modalsOf } from '../workspace/views.ts';
import { chosenValue } from './choice.ts';
import { describe, describeAll } from './describe.ts';

interface Spot {
  place: ActionPlace;
  named: string;
  elements: readonly Placed[];
}

/** A person presses a button, or chooses in a select or the like. Throws a sentence if there is no such thing. */
export async function press(engine: Engine, user: User, target: PressTarget): Promise<void> {
  const { place, placed } = findTarget(spotsFor(engine, user, target), user, target);
  const takesChoice = isStateful(placed) || ['overflow', 'feedback_buttons'].includes(placed.type);
  if (!takesChoice) return useElement(engine, user, place, placed, {});
  if (target.choose === undefined) throw new Error(`Say what to choose in ${describe(placed)}.`);
  if (!placed.dispatches) {
    throw new Error(`${describe(placed)} is in an input block without dispatch_action: use fill.`);
  }
  return useElement(engine, user, place, placed, chosenValue(engine, placed, target.choose));
}

function findTarget(spots: readonly Spot[], user: User, target: PressTarget): { place: ActionPlace; placed: Placed } {
  const wanted = JSON.stringify(target);
  for (const spot of spots) {
    const found = spot.elements.filter((placed) => matches(placed, target));
    const [placed] = found;
    if (found.length > 1) {
      throw new Error(`${found.length} things in ${spot.named} are meant by ${wanted}:\n${describeAll(found)}`);
    }
    if (placed) return { place: spot.place, placed };
  }
  const there = spots.slice(0, 5).map((spot) => `${spot.named}:\n${describeAll(spot.elements)}`);
  throw new Error(`${user.name} finds nothing for ${wanted}. There is:\n${there.join('\n') || '  nothing to press'}`);
}

function matches(placed: Placed, target: PressTarget): boolean {
  const { label, actionId, blockId } = target;
  if (label === undefined && actionId === undefined && blockId === undefined) return false;
  return (
    (label === undefined || placed.names.includes(label) || placed.actionId === label) &&
    (actionId === undefined || placed.actionId === actionId) &&
    (blockId === undefined || placed.blockId === blockId)
  );
}

/** Where to look, in order. */
function spotsFor(engine: Engine, user: User, target: PressTarget): readonly Spot[] {
  const modal = modalsOf(engine.workspace, user.id).at(-1);
  const home = engine.workspace.homes.get(user.id);
  if (target.home) {
    return home ? [{ place: { view: home }, named: 'Home', elements: placedElements(home.blocks) }] : [];
  }
  if (target.messageTs === undefined && modal) {
    return [{ place: { view: modal }, named: 'the open modal', elements: placedElements(modal.blocks) }];
  }
  return conversationsOf(engine.workspace, user.id)
    .flatMap((conversation) => messagesSeenBy(conversation, user.id).map((message) => ({ conversation, message })))
    .filter(({ message }) => target.messageTs === undefined || message.ts === target.messageTs)
    .toSorted((one, other) => Number(other.message.ts) - Number(one.message.ts))
    .map((place) => ({
      place,
      named: `the message ${place.message.ts} (“${place.message.text.slice(0, 60)}”)`,
      elements: placedElements(allBlocks(place.message)),
    }));
}
