import type { SeedUser } from '../contract.ts';
import type { Engine } from '../engine.ts';
import { changeMember, joinTeam } from '../interactions/members.ts';
import type { Conversation } from '../workspace/model.ts';
import { createConversation } from '../workspace/workspace.ts';
import { userCalled } from './whereabouts.ts';

/** What an admin of the workspace does. */
export interface SandboxAdmin {
  /** Somebody joins the workspace (team_join). */
  join(user: SeedUser): Promise<void>;
  /** Changes what a member is: name, zone, guest … (user_change). */
  change(userId: string, change: Partial<Omit<SeedUser, 'id'>>): Promise<void>;
  /** Deactivates a member (user_change with `deleted`), or with `false` takes it back. */
  deactivate(userId: string, deactivated?: boolean): Promise<void>;
  createChannel(id: string, name: string, members: readonly string[]): void;
  archive(conversationId: string, archived?: boolean): void;
  invite(conversationId: string, userId: string): void;
  remove(conversationId: string, userId: string): void;
  /** Deletes a file: nothing can show it any more. */
  deleteFile(id: string): void;
  /** Installs the app again after it was removed; the token is the same. Throws among several workspaces: there it takes the browser's way. */
  reinstall(): void;
}

/** An admin at the keyboard. */
export function createAdmin(engine: Engine): SandboxAdmin {
  const { workspace } = engine;
  function conversation(id: string): Conversation {
    const found = workspace.conversations.get(id);
    if (found) return found;
    throw new Error(`There is no conversation ${id}. There is: ${[...workspace.conversations.keys()].join(', ')}.`);
  }
  return {
    join: (user) => joinTeam(engine, user),
    change: async (userId, change) => changeMember(engine, userCalled(engine, userId), change),
    deactivate: async (userId, deleted = true) => changeMember(engine, userCalled(engine, userId), { deleted }),
    createChannel(id, name, members) {
      workspace.conversations.set(id, createConversation(id, 'channel', name, members, engine.clock.now()));
      engine.changes.changed();
    },
    archive(id, archived = true) {
      conversation(id).isArchived = archived;
      engine.changes.changed();
    },
    invite(id, userId) {
      conversation(id).members.add(userCalled(engine, userId).id);
      engine.changes.changed();
    },
    remove(id, userId) {
      conversation(id).members.delete(userCalled(engine, userId).id);
      engine.changes.changed();
    },
    deleteFile(id) {
      workspace.files.delete(id);
      engine.changes.changed();
    },
    reinstall: () => engine.installing.reinstall(),
  };
}
