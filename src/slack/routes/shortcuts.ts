import { z } from 'zod';
import { route } from '../kit/route.ts';

const nothing = z.object({});

/** On a message. What Slack calls the callback_id in manifest.yml. */
export const noteFromMessage = route('shortcut.note', nothing);
export const askFromMessage = route('shortcut.ask', nothing);
/** From anywhere. */
export const logFromAnywhere = route('shortcut.log', nothing);
