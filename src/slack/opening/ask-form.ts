import type { Context } from '../../context.ts';
import { UserError } from '../../errors.ts';
import type { Person } from '../../store/people.ts';
import { tooLong } from '../kit/form.ts';
import { limits } from '../kit/limits.ts';
import { loadAskForm, loadAskFormFor } from '../loading/ask-form-data.ts';
import { askForm } from '../views/ask/ask-form.ts';
import { openView } from '../wire/open-view.ts';

/**
 * Opens the form in which the acting person asks their manager, with words to begin with.
 * @param isTheirs they typed the words for this: the form is filled in with what can be read from them
 * @throws UserError with the words typed, if there is no manager to ask
 */
export async function openAskForm(
  context: Context,
  acting: Person,
  triggerId: string,
  words: string,
  isTheirs = false,
): Promise<void> {
  if (words.length > limits.inputText) throw new UserError(tooLong({ input: words }), { typed: words });
  const data = isTheirs
    ? await loadAskFormFor(context, acting, words)
    : await loadAskForm(context, acting, { kind: 'help', typed: { text: words } });
  await openView(context, triggerId, askForm(data), words);
}
