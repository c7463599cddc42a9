/** The columns of pictures and of the pulse. Conventions as in `tables.ts`. */
import type { Generated } from 'kysely';
import type { InteractionId, PersonId, PulseId } from '../behaviours/ids.ts';
import type { Sealed } from './secrets.ts';
import type { LocalDate } from '../time/zoned.ts';

export interface PulseTables {
  picture: PictureTable;
  pulse: PulseTable;
  pulseTeam: PulseTeamTable;
  pulseMember: PulsePersonTable;
  /** Who has answered, while the pulse is open; emptied when it closes. */
  pulseAnswered: PulsePersonTable;
  pulseBox: PulseBoxTable;
}

/** A picture that was uploaded, by what is on it. */
export interface PictureTable {
  workspaceId: string;
  /** SHA-256 of the drawing, in hexadecimal. */
  fingerprint: string;
  slackFileId: string;
  uploadedAt: string;
}

export interface PulseTable {
  id: Generated<PulseId>;
  workspaceId: string;
  /** Who hears the result and answers it: the manager of the team, or the lead of teams that are too small by themselves. */
  leaderId: PersonId;
  kind: PulseKind;
  /** Fewer answers than this are never shown; fixed when the pulse is made. */
  minimum: number;
  /** The leader's local day. */
  openedOn: LocalDate;
  closesAt: string;
  state: PulseState;
  /** The leader's local day. */
  closedOn: LocalDate | null;
  /** JSON: what was published. */
  result: Sealed | null;
  /** The leader told the team what they heard: their local day. */
  answeredOn: LocalDate | null;
  heard: Sealed | null;
  will: Sealed | null;
  /** The entry in the log by which it was answered. */
  interactionId: InteractionId | null;
}
/** One manager's team; or small sister teams together, under their lead. */
export type PulseKind = 'team' | 'pool';
/** hidden: too few answered, so nobody ever sees anything of it; lost: nothing could open the answers at the close. */
export type PulseState = 'open' | 'published' | 'hidden' | 'lost';

export interface PulseTeamTable {
  workspaceId: string;
  pulseId: PulseId;
  managerId: PersonId;
}

export interface PulsePersonTable {
  workspaceId: string;
  pulseId: PulseId;
  personId: PersonId;
}

export interface PulseBoxTable {
  workspaceId: string;
  pulseId: PulseId;
  /** All answers together, sealed with the key of the ballots and of one length from first to last. */
  content: Sealed;
}
