import type { VNode } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { conversationById, usePage } from '../context.ts';
import { commandIn, completionsFor, type Completion } from './composer-text.ts';
import { CompletionList, ShortcutsMenu } from './composer-parts.tsx';
import { SendIcon } from './icons.tsx';

/** What was typed and not sent, by conversation and thread. */
const unsent = new Map<string, string>();

/** Where messages and commands are typed. */
export function Composer({ threadTs }: { threadTs?: string }): VNode {
  const { workspace, state } = usePage();
  const conversation = conversationById(state, state.conversationId);
  const where = `${state.me.id}/${state.conversationId}/${threadTs ?? ''}`;
  const [text, setText] = useState(unsent.get(where) ?? '');
  const [caret, setCaret] = useState(0);
  const [chosen, setChosen] = useState(0);
  const [closed, setClosed] = useState(false);
  const [refused, setRefused] = useState<string>();
  const field = useRef<HTMLTextAreaElement>(null);
  const wantedCaret = useRef<number>(undefined);
  const listId = useId();
  const write = (next: string): void => {
    unsent.set(where, next);
    setText(next);
  };
  useLayoutEffect(() => {
    const element = field.current;
    if (element === null) return;
    // At once, not in the next frame: somebody may be typing on.
    if (wantedCaret.current !== undefined) element.setSelectionRange(wantedCaret.current, wantedCaret.current);
    wantedCaret.current = undefined;
    element.style.height = 'auto';
    element.style.height = `${Math.min(element.scrollHeight, 200)}px`;
  }, [text]);

  const completions = closed ? [] : completionsFor(text, caret, threadTs ? [] : state.app.commands, state.users);
  const at = Math.min(chosen, completions.length - 1);
  const current = completions[at];
  const called = commandIn(text);
  const hint = state.app.commands.find((command) => command.command === called?.command);

  const take = (completion: Completion): void => {
    write(completion.text);
    setCaret(completion.caret);
    setChosen(0);
    wantedCaret.current = completion.caret;
    field.current?.focus();
  };

  const send = async (): Promise<void> => {
    const typed = text.trim();
    if (typed === '') return;
    const command = commandIn(typed);
    if (command !== undefined && threadTs !== undefined) {
      setRefused(`${command.command} can’t be used in threads.`);
      return;
    }
    const place = { as: state.me.id, conversationId: state.conversationId };
    write('');
    setRefused(undefined);
    const thread = threadTs === undefined ? {} : { threadTs };
    const result = await workspace.act(
      command === undefined
        ? { do: 'send', ...place, text: typed, ...thread }
        : { do: 'command', ...place, ...command },
    );
    if (result.ok) return;
    write([typed, unsent.get(where)].filter(Boolean).join('\n'));
    setRefused(result.error ?? 'That didn’t go through. Try again.');
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    if (current !== undefined) {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step !== undefined) {
        event.preventDefault();
        setChosen((at + step + completions.length) % completions.length);
        return;
      }
      if (event.key === 'Escape') {
        event.preventDefault();
        setClosed(true);
        return;
      }
      const typedInFull = event.key === 'Enter' && current.text.trim() === text.trim();
      if ((event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey && !typedInFull) {
        event.preventDefault();
        take(current);
        return;
      }
    }
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    void send();
  };

  const to = conversation?.kind === 'channel' ? `#${conversation.name}` : (conversation?.name ?? 'the conversation');
  const label = threadTs === undefined ? `Message ${to}` : 'Reply…';
  return (
    <div class="composer">
      {refused !== undefined && (
        <p class="composer-refused" role="alert">
          {refused}
        </p>
      )}
      {hint !== undefined && completions.length === 0 && (
        <p class="composer-hint">
          <code>
            {hint.command} {hint.usageHint}
          </code>{' '}
          {hint.description}
        </p>
      )}
      <div class="composer-box">
        {completions.length > 0 && <CompletionList id={listId} completions={completions} at={at} onTake={take} />}
        <textarea
          ref={field}
          rows={1}
          aria-label={label}
          placeholder={label}
          aria-autocomplete="list"
          aria-controls={completions.length > 0 ? listId : undefined}
          aria-activedescendant={current === undefined ? undefined : `${listId}-${at}`}
          value={text}
          onInput={({ currentTarget }) => {
            write(currentTarget.value);
            setCaret(currentTarget.selectionStart);
            setChosen(0);
            setClosed(false);
            setRefused(undefined);
          }}
          onSelect={({ currentTarget }) => setCaret(currentTarget.selectionStart)}
          onKeyDown={onKeyDown}
        />
        <div class="composer-tools">
          {threadTs === undefined && <ShortcutsMenu />}
          {text !== '' && <span class="quiet composer-tip">Shift + Enter to add a new line</span>}
          <button
            type="button"
            class="composer-send"
            aria-label="Send message"
            title="Send"
            disabled={text.trim() === ''}
            onClick={() => void send()}
          >
            <SendIcon />
          </button>
        </div>
      </div>
    </div>
  );
}
