import type { PartialInputHTMLAttributes, VNode } from 'preact';
import { useRef } from 'preact/hooks';
import type { JsonObject } from '../../contract.ts';
import { listAt, numberAt, objectAt, objectsAt, textAt, textsAt } from '../json.ts';
import { useElement, type ElementProps } from './element.ts';

const keysMs = 400;
/** With so many letters left, it says how many. */
const nearlyFull = 50;

function richText(text: string): JsonObject {
  const sections = [{ type: 'rich_text_section', elements: text === '' ? [] : [{ type: 'text', text }] }];
  return { type: 'rich_text', elements: sections };
}

function textOfRich(value: JsonObject | undefined): string {
  return objectsAt(value, 'elements')
    .flatMap((part) => objectsAt(part, 'elements'))
    .map((part) => textAt(part, 'text') ?? '')
    .join('');
}

type Common = Pick<
  PartialInputHTMLAttributes<HTMLInputElement>,
  'value' | 'placeholder' | 'class' | 'onKeyDown' | 'onInput'
>;

function Line({ type, common }: { type: string; common: Common }): VNode {
  if (type === 'email_text_input') return <input {...common} type="email" />;
  if (type === 'url_text_input') return <input {...common} type="url" />;
  return <input {...common} type="text" inputMode={type === 'number_input' ? 'decimal' : 'text'} />;
}

/** Every input that is typed into: plain text of one or more lines, number, e-mail, address, and rich text as plain. */
export function TextInputElement(props: ElementProps): VNode {
  const { element, dispatches = false } = props;
  const type = textAt(element, 'type') ?? '';
  const rich = type === 'rich_text_input';
  const { value, change, send, attributes, placeholder } = useElement(props);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const triggers = textsAt(objectAt(element, 'dispatch_action_config'), 'trigger_actions_on');
  const onKeys = dispatches && triggers.includes('on_character_entered');
  const onEnter =
    dispatches && (listAt({ triggers }, 'triggers').length === 0 || triggers.includes('on_enter_pressed'));
  const text = rich ? textOfRich(objectAt(value, 'rich_text_value')) : (textAt(value, 'value') ?? '');
  const longest = numberAt(element, 'max_length');
  const take = (typed: string): void => {
    const held = rich ? { rich_text_value: richText(typed) } : { value: typed === '' ? null : typed };
    void change(held, false);
    clearTimeout(timer.current);
    if (onKeys) timer.current = setTimeout(() => void send({ type, ...held }), keysMs);
  };
  const common = {
    ...attributes,
    placeholder,
    value: text,
    class: 'text-input',
    onKeyDown: (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' || !onEnter || event.shiftKey) return;
      event.preventDefault();
      clearTimeout(timer.current);
      void send();
    },
  };
  const lines = rich || element['multiline'] === true;
  return (
    <span class="text-box">
      {lines ? (
        <textarea {...common} rows={4} onInput={(event) => take(event.currentTarget.value)} />
      ) : (
        <Line type={type} common={{ ...common, onInput: (event) => take(event.currentTarget.value) }} />
      )}
      {longest !== undefined && longest - text.length <= nearlyFull && (
        <small class={text.length > longest ? 'counter over' : 'counter'} aria-live="polite">
          {longest - text.length}
        </small>
      )}
    </span>
  );
}
