/** What people do all day: they ask, note, fill in forms, press what they see, and look. One thing at a time each, many at once. */
import type { JsonObject, PageView, RunningSandbox, SandboxUser } from '@firstline/slack-sandbox';
import type { Member } from './company.ts';
import type { Said } from './ledger.ts';

type Roll = (below: number) => number;

export interface Load {
  /** Somebody who is free does something. */
  step(): void;
  /** Resolves when nobody is in the middle of something. */
  rest(): Promise<void>;
  readonly said: readonly Said[];
  readonly acts: () => number;
  /** Of the acts, so many weren't acknowledged. */
  readonly refused: () => number;
}

const formPatience = 4_000;
const wordsOfFirstline = ['', 'plan', 'asks', 'team', 'people', 'help', 'my data'];
/** What takes back what somebody said would make it look lost. */
const leftAlone = /^(?:log\.delete|note\.|data\.|people\.)/u;

/** @param roll a whole number below what is asked */
export function loadFor(sandbox: RunningSandbox, members: readonly Member[], roll: Roll): Load {
  const busy = new Map<string, Promise<void>>();
  const said: Said[] = [];
  const reps = members.filter(({ role }) => role === 'rep');
  let acts = 0;
  let refused = 0;

  const pick = <T>(items: readonly T[]): T | undefined => items[roll(items.length)];
  const newWord = (kind: Said['kind']): string => `soak${kind}${acts}`;

  function formOf(user: SandboxUser, fits: (view: PageView) => boolean): Promise<PageView | undefined> {
    const look = () => {
      const modal = user.modal();
      return modal !== undefined && fits(modal) && modal;
    };
    return sandbox.until('the form', look, formPatience).catch(() => undefined);
  }

  async function ask(user: SandboxUser): Promise<boolean> {
    const word = newWord('ask');
    const isHeard = await isAcknowledged(user, () => user.command('/ask', `${word} could you join the pricing call`));
    const form = await formOf(user, (view) => JSON.stringify(view).includes(word));
    if (form?.submit === undefined) return isHeard;
    const isTaken = await submit(user);
    said.push({ kind: 'ask', word, isTaken });
    return isTaken;
  }

  async function note(user: SandboxUser, rep: Member): Promise<boolean> {
    const word = newWord('note');
    const isTaken = await isAcknowledged(user, () =>
      user.command('/coach', `@${rep.handle} ${word} let the silence work after the price`),
    );
    said.push({ kind: 'note', word, isTaken });
    return isTaken;
  }

  /** The same with the form: without words it opens. */
  async function entry(user: SandboxUser, rep: Member): Promise<boolean> {
    const word = newWord('entry');
    const isHeard = await isAcknowledged(user, () => user.command('/coach', `@${rep.handle}`));
    const form = await formOf(user, isNoteForm);
    const field = form && textFieldOf(form);
    if (field === undefined) return isHeard;
    user.fill({ [field]: `${word} asked about the budget first` });
    const isTaken = await submit(user);
    said.push({ kind: 'entry', word, isTaken });
    return isTaken;
  }

  /** Presses a button of one of the newest messages, and sends the form that opens, if one does. */
  async function press(user: SandboxUser): Promise<boolean> {
    const message = user
      .messages()
      .filter(({ ephemeral }) => !ephemeral)
      .at(-1 - roll(3));
    const button = message && pick(buttonsOf(message.blocks));
    if (message === undefined || button === undefined) return true;
    const isHeard = await isAcknowledged(user, () => user.press({ ...button, messageTs: message.ts }));
    const form = user.modal();
    return form?.submit === undefined || !/^(?:ask|nudge)\./u.test(form.callbackId) ? isHeard : submit(user);
  }

  async function doSomething(member: Member): Promise<void> {
    const user = sandbox.as(member.slackId);
    const kind = roll(20);
    const rep = pick(reps.filter(({ manager }) => manager === member.slackId));
    const isHeard = await (kind < 2
      ? isAcknowledged(user, () => user.command('/firstline', pick(wordsOfFirstline)))
      : kind < 4
        ? isAcknowledged(user, () => user.openHome())
        : kind < 9
          ? press(user)
          : rep === undefined
            ? member.manager === undefined
              ? press(user)
              : ask(user)
            : kind < 15
              ? note(user, rep)
              : entry(user, rep));
    if (!isHeard) refused += 1;
    await closeAll(user);
  }

  return {
    step() {
      // Managers do as much as their reps together.
      const leads = roll(2) === 0;
      const member = pick(members.filter(({ slackId, role }) => !busy.has(slackId) && (role === 'rep') !== leads));
      if (member === undefined) return;
      acts += 1;
      const work = doSomething(member)
        // What Slack itself says no to, such as a button that is gone by now, is nobody's fault.
        .catch(() => undefined)
        .finally(() => busy.delete(member.slackId));
      busy.set(member.slackId, work);
    },
    async rest() {
      while (busy.size > 0) await Promise.all(busy.values());
    },
    said,
    acts: () => acts,
    refused: () => refused,
  };
}

/** Does it, and sees whether Slack had to say that it failed. */
async function isAcknowledged(user: SandboxUser, act: () => Promise<unknown>): Promise<boolean> {
  const before = user.notices().length;
  await act();
  return user.notices().length === before;
}

async function closeAll(user: SandboxUser): Promise<void> {
  while (user.modal() !== undefined) await user.close();
}

/** Sends the form that is open. */
async function submit(user: SandboxUser): Promise<boolean> {
  let hasErrors = false;
  const isHeard = await isAcknowledged(user, async () => {
    hasErrors = (await user.submit()).errors !== undefined;
  });
  return isHeard && !hasErrors;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const objectsOf = (value: unknown): readonly JsonObject[] => (Array.isArray(value) ? (value as JsonObject[]) : []);

function buttonsOf(blocks: readonly JsonObject[]): { actionId: string; blockId: string }[] {
  return blocks.flatMap((block) =>
    [...objectsOf(block['elements']), ...objectsOf([block['accessory'] ?? {}])]
      .filter(({ type, url }) => type === 'button' && url === undefined)
      .map((element) => ({ actionId: textOf(element['action_id']), blockId: textOf(block['block_id']) }))
      .filter(({ actionId }) => !leftAlone.test(actionId)),
  );
}

/** Of a coaching note: a form of another act may come late, and its words go elsewhere. */
const isNoteForm = (view: PageView): boolean =>
  view.callbackId === 'log.save' && textFieldOf(view)?.startsWith('saw') === true;

function textFieldOf({ blocks }: PageView): string | undefined {
  const field = blocks.find(
    ({ type, element }) => type === 'input' && (element as JsonObject | undefined)?.['type'] === 'plain_text_input',
  );
  return field && textOf(field['block_id']);
}
