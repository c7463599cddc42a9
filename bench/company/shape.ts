/** A company that is the same in every run: ten reps a manager, sixty managers a lead. Ids and accounts follow from the size. */
export const workspaceId = 'T0BENCH';
export const repsPerManager = 10;
export const managersPerLead = 60;
export const entriesPerRep = 20;
export const dealsPerRep = 3;

/** A Monday on which this week's plan has been sent. */
export const today = '2026-11-23';
export const now = new Date('2026-11-23T10:00:00Z');
/** Everybody's next plan is due. */
export const nextMonday = new Date('2026-11-30T09:05:00Z');
export const batch = `plan:${today}`;

/** FIRSTLINE_KEY of the bench: texts are sealed as they are in a real installation. */
export const key = Buffer.alloc(32, 7);

export interface Shape {
  readonly leads: number;
  readonly managers: number;
  readonly reps: number;
}

export function shapeOf(reps: number): Shape {
  const managers = Math.ceil(reps / repsPerManager);
  return { leads: Math.ceil(managers / managersPerLead), managers, reps };
}

/** Ids of people, from 1: leads, then managers, then reps. `index` from 0. */
export const leadId = (index: number): number => index + 1;
export const managerId = ({ leads }: Shape, index: number): number => leads + index + 1;
export const repId = ({ leads, managers }: Shape, index: number): number => leads + managers + index + 1;

/** The Slack account of the person with this id. */
export const accountOf = (personId: number): string => `U0B${String(personId).padStart(7, '0')}`;
/** The conversation of the app with them. */
export const conversationOf = (personId: number): string => `D0B${String(personId).padStart(7, '0')}`;

/** The day so many days before `today`. */
export function daysAgo(days: number): string {
  return new Date(now.getTime() - days * 86_400_000).toISOString().slice(0, 10);
}
