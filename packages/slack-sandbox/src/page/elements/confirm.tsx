import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { JsonObject } from '../../contract.ts';
import { objectAt, textAt, wordsAt } from '../json.ts';
import { plainText, TextObject } from '../mrkdwn.tsx';

interface Question {
  confirm: JsonObject;
  answer: (yes: boolean) => void;
}

let ask: ((question: Question) => void) | undefined;

/** Asks an element's confirmation, if it has one. True where the person agreed or nothing was to be asked. */
export function askFirst(confirm: JsonObject | undefined): Promise<boolean> {
  if (confirm === undefined || ask === undefined) return Promise.resolve(true);
  const show = ask;
  return new Promise((answer) => show({ confirm, answer }));
}

/** The dialog in which confirmations are asked; it stands once on the page. */
export function ConfirmHost(): VNode | null {
  const [question, setQuestion] = useState<Question>();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    ask = setQuestion;
    return () => {
      ask = undefined;
    };
  }, []);
  useEffect(() => {
    if (question !== undefined) dialog.current?.showModal();
  }, [question]);
  if (question === undefined) return null;
  const answer = (yes: boolean): void => {
    dialog.current?.close();
    setQuestion(undefined);
    question.answer(yes);
  };
  const { confirm } = question;
  const style = textAt(confirm, 'style') === 'danger' ? 'danger' : 'primary';
  return (
    <dialog class="dialog dialog-small" ref={dialog} aria-labelledby="confirm-title" onClose={() => answer(false)}>
      <h2 id="confirm-title">{plainText(wordsAt(confirm, 'title') ?? 'Are you sure?')}</h2>
      <div class="dialog-body">
        <TextObject text={objectAt(confirm, 'text')} />
      </div>
      <div class="dialog-foot">
        <button type="button" class="button" onClick={() => answer(false)}>
          {plainText(wordsAt(confirm, 'deny') ?? 'Cancel')}
        </button>
        <button type="button" class={`button ${style}`} onClick={() => answer(true)}>
          {plainText(wordsAt(confirm, 'confirm') ?? 'Yes')}
        </button>
      </div>
    </dialog>
  );
}
