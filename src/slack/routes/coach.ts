import { z } from 'zod';
import { route } from '../kit/route.ts';

const id = z.number().int().positive();

/** Saves a note on the person who was proposed. `key` names the command it came from, so that two presses save one note. */
export const saveProposed = route('coach.save', z.object({ rep: id, text: z.string().max(3000), key: z.string() }));

/** Where a sentence stands that somebody typed to the bot: its words are read again when they don't fit into a button. */
const place = z.object({ channel: z.string(), ts: z.string(), thread: z.string().optional() });
const typed = z.object({ text: z.string().max(3000).optional(), at: place });

/** Opens the form to ask one's manager with what was typed to the bot. */
export const askTyped = route('typed.ask', typed);
/** Opens a coaching note with what was typed to the bot. */
export const noteTyped = route('typed.note', typed.extend({ rep: id.optional() }));
export type TypedPlace = z.infer<typeof place>;
export type Typed = z.infer<typeof typed>;
