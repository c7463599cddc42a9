import { createHash } from 'node:crypto';
import type { WebClient } from '@slack/web-api';
import type { Context } from '../../context.ts';
import type { Picture } from '../../pictures/picture.ts';
import { toPng } from '../../pictures/png.ts';
import { describeError } from '../../log.ts';
import type { Store } from '../../store/db.ts';
import { findPicture, forgetPicture, savePicture } from '../../store/pictures.ts';
import type { UploadedPicture } from '../../store/pictures.ts';
import { shorten } from '../kit/text.ts';
import { createTurns } from '../kit/one-after-another.ts';

/** After an upload that failed none is tried for so long: messages and forms don't wait for each other's time-outs. */
const pauseMilliseconds = 5 * 60_000;
/** Slack is done with a file long before it is this old: one that it doesn't know then is gone. */
const goneAfterMilliseconds = 2 * 60_000;
/** Slack: files.getUploadURLExternal, `alt_txt`. */
const longestAltText = 1000;

/** How uploads go with one client. */
interface Uploads {
  pausedUntil: number;
  /** Problems that were named in the log already. */
  readonly named: Set<string>;
}

const uploads = new WeakMap<WebClient, Uploads>();
/** One upload of a drawing at a time: who comes second finds the file of the first. */
const inTurn = createTurns();

type Uploading = Pick<Context, 'store' | 'sender' | 'clock' | 'log'>;

/**
 * Slack's file with this picture; uploaded if this workspace hasn't got it yet. It is shared with nobody: only the bot can show it.
 * @returns undefined where it can't be uploaded now. Never throws for what Slack does.
 */
export async function uploadPicture(context: Uploading, picture: Picture): Promise<UploadedPicture | undefined> {
  const fingerprint = fingerprintOf(picture);
  return inTurn(`${context.store.workspaceId}:${fingerprint}`, async () => {
    const known = await findPicture(context.store, fingerprint);
    return known ?? upload(context, picture, fingerprint);
  });
}

/** Slack's file with this picture, if this workspace has uploaded it. */
export function knownPicture(store: Store, picture: Picture): Promise<UploadedPicture | undefined> {
  return findPicture(store, fingerprintOf(picture));
}

function fingerprintOf({ svg }: Picture): string {
  return createHash('sha256').update(svg).digest('hex');
}

async function upload(context: Uploading, picture: Picture, fingerprint: string): Promise<UploadedPicture | undefined> {
  const state = uploads.get(context.sender) ?? { pausedUntil: 0, named: new Set() };
  uploads.set(context.sender, state);
  const left = state.pausedUntil - context.clock().getTime();
  // A pause that ends later than this was made before the clock was set back.
  if (left > 0 && left <= pauseMilliseconds) return undefined;
  const file = await draw(context, picture);
  if (file === undefined) return undefined;
  try {
    const slackFileId = await send(context.sender, picture, file);
    const uploaded = { fingerprint, slackFileId, uploadedAt: context.clock() };
    await savePicture(context.store, uploaded);
    return uploaded;
  } catch (error) {
    state.pausedUntil = context.clock().getTime() + pauseMilliseconds;
    const { kind, slack, code } = describeError(error);
    const problem = slack ?? code ?? kind;
    if (!state.named.has(problem))
      context.log.warn(
        { err: error, picture: picture.name },
        'A picture could not be uploaded: messages go without it',
      );
    state.named.add(problem);
    return undefined;
  }
}

/** A drawing that can't be made into a file is a fault of ours, and of this one alone. */
async function draw(context: Uploading, picture: Picture): Promise<Buffer | undefined> {
  try {
    return await toPng(picture);
  } catch (error) {
    context.log.error(
      { err: error, picture: picture.name },
      'A picture could not be drawn: its message goes without it',
    );
    return undefined;
  }
}

/** https://docs.slack.dev/messaging/working-with-files: without a channel the file is private to the bot. */
async function send(client: WebClient, picture: Picture, file: Buffer): Promise<string> {
  const answer = await client.filesUploadV2({
    file,
    filename: `${picture.name}.png`,
    title: picture.title,
    alt_text: shorten(picture.alt, longestAltText),
  });
  const id = answer.files[0]?.files?.[0]?.id;
  if (id === undefined) throw new Error('Slack named no file');
  return id;
}

/**
 * Slack doesn't know this file.
 * @returns true if it had long been done with it, so that it is gone: the picture is uploaded anew when it is next shown
 */
export async function forgetIfGone(
  { store, clock }: Pick<Context, 'store' | 'clock'>,
  uploaded: UploadedPicture,
): Promise<boolean> {
  if (Math.abs(clock().getTime() - uploaded.uploadedAt.getTime()) < goneAfterMilliseconds) return false;
  await forgetPicture(store, uploaded);
  return true;
}
