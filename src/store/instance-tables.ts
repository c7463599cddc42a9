/** The columns of what several instances of the bot tell each other. Conventions as in `tables.ts`. */
import type { PersonId } from '../behaviours/ids.ts';

export interface InstanceTables {
  holder: HolderTable;
  homeTurn: HomeTurnTable;
}

/** Which instance acts for a workspace. */
export interface HolderTable {
  workspaceId: string;
  /** New with each start of a process. */
  instanceId: string;
  /** One more with each instance that takes over. */
  fence: number;
  /** By the clock of the server. */
  heldUntil: string;
}

/** In which order states of a person's Home tab were read and published. */
export interface HomeTurnTable {
  workspaceId: string;
  personId: PersonId;
  /** The last turn that anybody took, before reading. */
  taken: number;
  /** The newest turn that reached Slack. */
  shown: number;
}
