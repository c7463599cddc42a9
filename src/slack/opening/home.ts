import type { ImageBlock } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { PersonId } from '../../behaviours/ids.ts';
import type { Context } from '../../context.ts';
import { dayOf } from '../../acts/own.ts';
import { hasOpenedHome, homePageOf } from '../../acts/open-home.ts';
import { UserError } from '../../errors.ts';
import { lowHeatMap } from '../../pictures/heat-map-low.ts';
import type { Picture } from '../../pictures/picture.ts';
import { findPeople, findPerson } from '../../store/people.ts';
import type { Person } from '../../store/people.ts';
import { showInTurn, takeHomeTurn } from '../../store/home-turns.ts';
import { openPromisesBy } from '../loading/development-data.ts';
import { loadHome } from '../loading/home-data.ts';
import { imageBlock, isAboutPicture } from '../wire/illustrate.ts';
import { addPictures } from '../wire/late-pictures.ts';
import { createHomeQueue } from './home-queue.ts';
import type { HomeQueue } from './home-queue.ts';
import { boundedMap } from '../kit/bounded-map.ts';
import { createTurns } from '../kit/one-after-another.ts';
import { forgetIfGone, knownPicture } from '../wire/upload-picture.ts';
import { freshenSheet, keepFresh } from '../wire/open-sheets.ts';
import { openOver } from '../wire/open-view.ts';
import { promisesView } from '../views/home/home-promises.ts';
import { homeView, mineView } from '../views/home/home.ts';

/** One after the other for one person: an older state must not reach Slack after a newer one. */
const inTurn = createTurns();
/** One who is forgotten has their Home published once more than needed. */
const mostHomes = 5_000;
/** The uploaded picture on each Home, by who reads it: one that stands there needs no second publishing. */
const onHome = boundedMap<string, string>(mostHomes);

/**
 * Publishes the Home tab, from what the database says when its turn comes, of the reader too, with the page of people that they turned
 * to. A picture that Slack hasn't got yet is added once it has: nobody waits for it. One that Slack refuses for now follows by itself.
 */
export async function publishHome(context: Context, { id }: Pick<Person, 'id'>): Promise<void> {
  try {
    const late = await publish(context, id);
    await freshenSheet(context, id);
    await addLate(context, id, late);
  } catch (error) {
    if (!queueOf(context).comesAgain(id, error)) throw error;
    context.log.info({ person: id, err: error }, 'Slack takes a Home tab later');
  }
}

/** Those that wait for their turn, by who reads them. */
const waiting = new Map<string, Promise<Picture | undefined>>();

/**
 * Whoever comes while another waits for its turn is served by that one.
 * @returns the picture that it was published without, as Slack hasn't got it
 */
function publish(context: Context, id: number): Promise<Picture | undefined> {
  const key = `${context.store.workspaceId}:${id}`;
  const published =
    waiting.get(key) ??
    inTurn(key, () => {
      waiting.delete(key);
      return publishNow(context, id);
    });
  waiting.set(key, published);
  return published;
}

/** Each time another instance was at it at the same moment: the last one has the last word. */
const mostPublishings = 5;

async function publishNow(context: Context, id: number): Promise<Picture | undefined> {
  for (let left = mostPublishings; ; left -= 1) {
    const home = await readHome(context, id);
    const late = home && (await publishRead(context, home));
    if (home?.isCertain() !== false || left <= 1) return late;
  }
}

async function publishRead(context: Context, home: ReadHome): Promise<Picture | undefined> {
  const { picture, show } = home;
  const uploaded = picture && (await knownPicture(context.store, picture));
  if (picture === undefined || uploaded === undefined) {
    await show();
    return picture;
  }
  try {
    await show(imageBlock(picture, uploaded));
    return undefined;
  } catch (error) {
    if (!isAboutPicture(error)) throw error;
    await forgetIfGone(context, uploaded);
    await show();
    return picture;
  }
}

/** Uploads the picture and publishes with it, unless Home has changed meanwhile: then whoever changed it sees to it. Never throws. */
async function addLate(context: Context, id: number, picture: Picture | undefined): Promise<void> {
  if (picture === undefined) return;
  await addPictures(context, [picture], ([block]) =>
    inTurn(`${context.store.workspaceId}:${id}`, async () => {
      const home = await readHome(context, id);
      const stands = block !== undefined && onHome.get(`${context.store.workspaceId}:${id}`) === JSON.stringify(block);
      if (home?.picture?.svg !== picture.svg || stands) return;
      await home.show(block);
      if (!home.isCertain()) await publishNow(context, id);
    }),
  );
}

interface ReadHome {
  readonly picture: Picture | undefined;
  readonly show: (picture?: ImageBlock) => Promise<void>;
  /** Does Slack show this, or something newer? Not where another instance published at the same time. */
  readonly isCertain: () => boolean;
}

async function readHome(context: Context, id: number): Promise<ReadHome | undefined> {
  const turn = await takeHomeTurn(context.store, id);
  const person = await findPerson(context.store, id);
  if (person === undefined || person.slackUserId === null) return undefined;
  const userId = person.slackUserId;
  let isCertain = true;
  const data = await loadHome(context, person, await homePageOf(context.store, id));
  const weeks = data.manager?.weeks;
  return {
    picture: weeks && lowHeatMap(weeks),
    isCertain: () => isCertain,
    async show(picture) {
      const view = homeView({ ...data, picture });
      const publishing = () => {
        queueOf(context).used();
        return context.slack.views.publish({ user_id: userId, view });
      };
      const shown = await showInTurn(context.store, id, turn, publishing);
      if (shown === 'newer stands') return;
      isCertain = shown === 'stands';
      const key = `${context.store.workspaceId}:${id}`;
      if (picture === undefined) onHome.delete(key);
      else onHome.set(key, JSON.stringify(picture));
    },
  };
}

/**
 * Opens what a manager has with their own manager. What is done in it, or meanwhile elsewhere, shows in it, as on the Home tab.
 * @throws UserError for somebody who reports to nobody
 */
export async function openMineOf(
  context: Context,
  acting: Person,
  pressed: Parameters<typeof openOver>[1],
): Promise<void> {
  const view = mineView(await loadHome(context, acting, 0));
  if (view === undefined)
    throw new UserError('You don’t report to anyone now. Name your manager with `/firstline team`.');
  const viewId = await openOver(context, pressed, view);
  if (viewId === undefined) return;
  keepFresh(context, acting.id, { viewId, draw: async () => mineView(await loadHome(context, acting, 0)) });
}

/** Opens all that somebody has promised and not kept yet. */
export async function openPromisesOf(
  context: Context,
  acting: Person,
  pressed: Parameters<typeof openOver>[1],
): Promise<void> {
  const draw = async () => {
    const { today } = await dayOf(context.store, acting, context.clock());
    return promisesView(await openPromisesBy(context.store, acting.id), today);
  };
  const viewId = await openOver(context, pressed, await draw());
  if (viewId !== undefined) keepFresh(context, acting.id, { viewId, draw });
}

/**
 * Publishes the Home tab of those who have ever opened it: of whoever acts at once, and the others' no faster than Slack takes them. Never
 * throws: a Home tab that couldn't be published is published when it is opened again.
 * @returns resolves without those that wait for Slack's pace
 */
export async function refreshHomes(
  context: Context,
  personIds: readonly PersonId[],
  actingId?: PersonId,
): Promise<void> {
  try {
    const shown: PersonId[] = [];
    for (const { id, leftOn } of await findPeople(context.store, [...new Set(personIds)]))
      if (leftOn === null && (await hasOpenedHome(context.store, id))) shown.push(id);
    if (actingId !== undefined && shown.includes(actingId)) await publishHome(context, { id: actingId });
    const others = shown.filter((id) => id !== actingId);
    await queueOf(context).want(others);
    for (const id of others) await completed.get(`${context.store.workspaceId}:${id}`);
  } catch (error) {
    context.log.warn({ err: error }, 'Home tabs could not be refreshed');
  }
}

/** Publishes no more of those that wait. */
export function stopHomes(context: Context): Promise<void> {
  return queueOf(context).stop();
}

/** By client: what Slack takes it counts by app and workspace. */
const queues = new WeakMap<WebClient, HomeQueue>();
/** What follows the publishing of a Home: its form, and its picture. */
const completed = new Map<string, Promise<void>>();

function queueOf(context: Context): HomeQueue {
  const queue =
    queues.get(context.slack) ??
    createHomeQueue({
      clock: () => context.clock(),
      pause: (milliseconds) => context.pause(milliseconds),
      publish: async (id) => complete(context, id, await publish(context, id)),
      failed: (id, error) => context.log.warn({ person: id, err: error }, 'A Home tab could not be published'),
    });
  queues.set(context.slack, queue);
  return queue;
}

function complete(context: Context, id: PersonId, late: Picture | undefined): void {
  const key = `${context.store.workspaceId}:${id}`;
  const work = freshenSheet(context, id)
    .then(() => addLate(context, id, late))
    .finally(() => {
      if (completed.get(key) === work) completed.delete(key);
    });
  completed.set(key, work);
}
