import type { SandboxSeed } from '../contract.ts';

/** Three people and two channels, with the app in one of them. */
export const smallTeam: SandboxSeed = {
  teamId: 'T0SANDBOX',
  teamName: 'Sandbox',
  users: [
    {
      id: 'U0ADA',
      name: 'ada',
      realName: 'Ada Moreau',
      email: 'ada@example.com',
      timeZone: 'America/New_York',
      isAdmin: true,
    },
    { id: 'U0BEN', name: 'ben', realName: 'Ben Okafor', email: 'ben@example.com', timeZone: 'Europe/London' },
    { id: 'U0CHIARA', name: 'chiara', realName: 'Chiara Ricci', email: 'chiara@example.com', timeZone: 'Europe/Rome' },
  ],
  channels: [
    { id: 'C0GENERAL', name: 'general', members: ['U0ADA', 'U0BEN', 'U0CHIARA', 'U0SANDBOXBOT'] },
    { id: 'C0RANDOM', name: 'random', members: ['U0ADA', 'U0BEN', 'U0CHIARA'] },
  ],
};
