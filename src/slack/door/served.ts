import { z } from 'zod';
import type { Context } from '../../context.ts';

/** What Bolt hands along with something that came in. */
type HandedAlong = Record<string, unknown>;

const key = 'servedWorkspaces';
const kept = z.object({ [key]: z.array(z.custom<Context>((value) => typeof value === 'object' && value !== null)) });

/** These workspaces are to answer it: one, or several where an organisation tells of a person. */
export function serveWith(handedAlong: HandedAlong, contexts: readonly Context[]): void {
  handedAlong[key] = contexts;
}

/** The workspaces that are to answer what came in. */
export function servedWith(handedAlong: HandedAlong): readonly Context[] {
  return kept.safeParse(handedAlong).data?.[key] ?? [];
}
