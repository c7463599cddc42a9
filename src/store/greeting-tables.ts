/** The columns of greetings, of what digests advised and leads asked, and of one-on-ones from before. Conventions as in `tables.ts`. */
import type { Generated } from 'kysely';
import type { LastTalkAnswer } from '../behaviours/facts.ts';
import type { PersonId } from '../behaviours/ids.ts';
import type { AdviceKind } from '../leading/digest-advice.ts';
import type { GreetedRole } from '../leading/roles.ts';
import type { Sealed } from './secrets.ts';
import type { LocalDate } from '../time/zoned.ts';

export interface GreetingTables {
  digestAdvice: DigestAdviceTable;
  leadQuestion: LeadQuestionTable;
  greeting: GreetingTable;
  lastTalk: LastTalkTable;
}

export interface DigestAdviceTable {
  id: Generated<number>;
  workspaceId: string;
  leadId: PersonId;
  /** The lead's local day that the digest is of. */
  givenOn: LocalDate;
  kind: AdviceKind;
  /** Whom it is about; null where it is about nobody. */
  personId: PersonId | null;
  /** The id of an ask, or the name of an obstacle. */
  about: string | null;
}

export interface LeadQuestionTable {
  id: Generated<number>;
  workspaceId: string;
  leadId: PersonId;
  managerId: PersonId;
  text: Sealed;
  askedOn: LocalDate;
  createdAt: string;
}

export interface GreetingTable {
  workspaceId: string;
  personId: PersonId;
  role: GreetedRole;
  at: string;
  /** 0: they knew already what this is. */
  said: 0 | 1;
}

export interface LastTalkTable {
  workspaceId: string;
  managerId: PersonId;
  repId: PersonId;
  answer: LastTalkAnswer;
  /** The manager's local day on which they said so. */
  givenOn: LocalDate;
  givenAt: string;
}
