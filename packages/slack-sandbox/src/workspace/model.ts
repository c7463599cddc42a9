/** What there is in a workspace. Plain data, changed only by the functions beside this file. */
import type { JsonObject, SeedUser } from '../contract.ts';

/** A member of the workspace, person or bot. */
export interface User extends SeedUser {
  statusExpiration: number;
  /** Seconds since 1970 of the last change. */
  updated: number;
  isAdmin: boolean;
  isBot: boolean;
  isGuest: boolean;
  isStranger: boolean;
  deleted: boolean;
}

/** `state.values` as Slack sends it: block_id → action_id → value. */
export type Values = Record<string, Record<string, JsonObject>>;

/** A message, ephemeral or not. */
export interface Message {
  ts: string;
  threadTs?: string;
  conversationId: string;
  userId: string;
  text: string;
  blocks: readonly JsonObject[];
  attachments: readonly JsonObject[];
  fileIds: readonly string[];
  metadata?: JsonObject;
  edited?: { userId: string; ts: string };
  /** The only reader, for an ephemeral message. */
  ephemeralFor?: string;
  subtype?: string;
  reactions: Map<string, string[]>;
  /** What each reader chose in the message's selects and the like, by user. */
  values: Map<string, Values>;
}

/** A channel or a direct conversation of two. */
export interface Conversation {
  id: string;
  kind: 'channel' | 'direct';
  /** Without #; empty for direct conversations. */
  name: string;
  members: Set<string>;
  isArchived: boolean;
  /** Seconds since 1970. */
  created: number;
  messages: Message[];
  /** The newest timestamp read, by user. */
  read: Map<string, string>;
}

/** An open modal or a published Home. */
export interface View {
  id: string;
  type: 'modal' | 'home';
  userId: string;
  callbackId: string;
  title?: JsonObject;
  submit?: JsonObject;
  close?: JsonObject;
  blocks: readonly JsonObject[];
  privateMetadata: string;
  clearOnClose: boolean;
  notifyOnClose: boolean;
  externalId: string;
  hash: string;
  rootViewId: string;
  previousViewId?: string;
  /** What the person typed and chose so far; initial values are not in it. */
  values: Values;
  errors: Record<string, string>;
  waiting: boolean;
}

/** A file, from the moment its upload was announced. */
export interface StoredFile {
  id: string;
  name: string;
  title: string;
  altText?: string;
  userId: string;
  created: number;
  bytes: Uint8Array<ArrayBuffer>;
  uploaded: boolean;
  completed: boolean;
  conversationIds: string[];
}

/** Something that Slack itself told a person. */
export interface Notice {
  number: number;
  text: string;
}

/** The app as installed in the workspace. */
export interface InstalledApp {
  id: string;
  botId: string;
  botUserId: string;
  /** False once an admin has removed it. */
  installed: boolean;
  /** The scopes it was granted. */
  scopes: readonly string[];
  /** It is here through an installation of the whole organisation. */
  isEnterpriseInstall: boolean;
}

/** A whole workspace. */
export interface Workspace {
  team: { id: string; name: string; domain: string };
  /** The organisation that the workspace is part of, if it is. */
  enterpriseId: string | undefined;
  enterpriseName: string;
  /** Others are behind the same address: what would be the same in each of them goes by the team, too. */
  isOneOfSeveral: boolean;
  app: InstalledApp;
  users: Map<string, User>;
  conversations: Map<string, Conversation>;
  files: Map<string, StoredFile>;
  /** Open modals by user, bottom first. */
  modals: Map<string, View[]>;
  homes: Map<string, View>;
  notices: Map<string, Notice[]>;
  noticeCount: number;
}
