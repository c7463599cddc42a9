/** Forms that show how things stand while somebody looks at them: they follow what is done in them, and meanwhile elsewhere. */
import type { ModalView } from '@slack/types';
import type { PersonId } from '../../behaviours/ids.ts';
import type { Context } from '../../context.ts';
import { boundedMap } from '../kit/bounded-map.ts';
import { changeForm } from './change-form.ts';

interface Sheet {
  readonly viewId: string;
  /** @returns undefined where there is nothing to show any more */
  readonly draw: () => Promise<ModalView | undefined>;
}

/** Slack doesn’t say when a form is closed; one that is forgotten stays as it is. */
const mostSheets = 1_000;
/** The one that a person opened last, by workspace and person. */
const sheets = boundedMap<string, Sheet>(mostSheets);

/** Slack's form with this id shows how things stand for this person, until it is closed or gives its place to another. */
export function keepFresh({ store }: Pick<Context, 'store'>, personId: PersonId, sheet: Sheet): void {
  sheets.set(`${store.workspaceId}:${personId}`, sheet);
}

/** Something else takes its place: what is typed there must not be drawn over. */
export function giveUpSheet(viewId: string): void {
  for (const [key, sheet] of sheets.entries()) if (sheet.viewId === viewId) sheets.delete(key);
}

/** Draws the form anew, if one is open. Never throws: one that was closed is forgotten. */
export async function freshenSheet(
  context: Pick<Context, 'store' | 'slack' | 'log'>,
  personId: PersonId,
): Promise<void> {
  const key = `${context.store.workspaceId}:${personId}`;
  const sheet = sheets.get(key);
  if (sheet === undefined) return;
  try {
    const view = await sheet.draw();
    if (view === undefined || sheets.get(key) !== sheet) return;
    await changeForm(context, sheet.viewId, async () => view);
  } catch (error) {
    if (sheets.get(key) === sheet) sheets.delete(key);
    context.log.debug({ err: error }, 'A form was closed meanwhile');
  }
}
