import type { VNode } from 'preact';
import { useRef } from 'preact/hooks';
import type { JsonObject } from '../../contract.ts';
import { usePage } from '../context.ts';
import { numberAt, textAt } from '../json.ts';
import { instantAt, parseWallTime, wallText } from '../zone.ts';
import { useElement, type ElementProps } from './element.ts';

interface NativePickerProps extends ElementProps {
  kind: 'date' | 'time' | 'datetime-local';
  read: (value: JsonObject) => string;
  write: (text: string) => JsonObject;
}

const whole: Record<NativePickerProps['kind'], RegExp> = {
  date: /^[1-9]\d{3}-\d\d-\d\d$/,
  time: /^\d\d:\d\d/,
  'datetime-local': /^[1-9]\d{3}-\d\d-\d\dT\d\d:\d\d/,
};

/**
 * A picker of the browser's own. While a date is typed, every key makes another valid date: the app hears of the last
 * one, on Enter or when the control is left; of one picked with the mouse it hears at once.
 */
function NativePicker({ kind, read, write, ...props }: NativePickerProps): VNode {
  const { value, change, send, attributes, placeholder } = useElement(props);
  const { dispatches = true } = props;
  const typing = useRef(false);
  const unsent = useRef(false);
  const shown = read(value);
  const take = async (control: HTMLInputElement): Promise<void> => {
    if (control.value !== '' && !whole[kind].test(control.value)) return;
    if (control.value === shown) return;
    unsent.current = typing.current;
    const done = await change(write(control.value), dispatches && !typing.current);
    if (!done) control.value = shown;
  };
  const finish = (): void => {
    typing.current = false;
    if (unsent.current && dispatches) void send();
    unsent.current = false;
  };
  return (
    <input
      {...attributes}
      type={kind}
      title={placeholder}
      class="picker"
      value={shown}
      onKeyDown={(event) => {
        if (event.key === 'Enter') finish();
        else typing.current = true;
      }}
      onPointerDown={() => {
        typing.current = false;
      }}
      onInput={(event) => void take(event.currentTarget)}
      onBlur={finish}
    />
  );
}

export function DateElement(props: ElementProps): VNode {
  return (
    <NativePicker
      {...props}
      kind="date"
      read={(value) => textAt(value, 'selected_date') ?? ''}
      write={(text) => ({ selected_date: text || null })}
    />
  );
}

export function TimeElement(props: ElementProps): VNode {
  return (
    <NativePicker
      {...props}
      kind="time"
      read={(value) => textAt(value, 'selected_time') ?? ''}
      write={(text) => ({ selected_time: text.slice(0, 5) || null })}
    />
  );
}

/** A date and time on the wall clock of who is at the keyboard; the app is sent the instant. */
export function DateTimeElement(props: ElementProps): VNode {
  const { zone } = usePage();
  return (
    <NativePicker
      {...props}
      kind="datetime-local"
      read={(value) => {
        const seconds = numberAt(value, 'selected_date_time');
        return seconds === undefined ? '' : wallText(seconds * 1000, zone);
      }}
      write={(text) => {
        const wall = parseWallTime(text);
        return { selected_date_time: wall === undefined ? null : Math.floor(instantAt(wall, zone) / 1000) };
      }}
    />
  );
}
