import { z } from 'zod';
import { route } from '../kit/route.ts';

export const openTeam = route('team.open', z.object({}));
export const submitTeam = route('team.submit', z.object({}));
