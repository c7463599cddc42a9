import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { JsonObject, Surface as SurfaceKind } from '../contract.ts';

export type StateValues = Record<string, Record<string, JsonObject>>;

/** Where blocks stand: a message, a modal or Home. It holds what was typed and takes what is pressed. */
export interface BlockSurface {
  kind: SurfaceKind;
  /** What was typed or chosen, if anything, in the form of Slack's state. */
  typed: (blockId: string, actionId: string) => JsonObject | undefined;
  keep: (blockId: string, actionId: string, value: JsonObject) => void;
  /** Sends a press to the app. False where it was refused. */
  press: (action: JsonObject) => Promise<boolean>;
  /** What is wrong with a block, in words. */
  error: (blockId: string) => string | undefined;
}

export const Surface = createContext<BlockSurface | undefined>(undefined);

/** The surface on which an element is drawn. */
export function useSurface(): BlockSurface {
  const surface = useContext(Surface);
  if (surface === undefined) throw new Error('A block drawn outside of a surface');
  return surface;
}
