import { z } from 'zod';
import { route } from '../kit/route.ts';

const nothing = z.object({});

/** The same as the words after `/firstline`, as buttons. */
export const showPlan = route('command.plan', nothing);
export const showAsks = route('command.asks', nothing);
export const showHelp = route('command.help', nothing);
