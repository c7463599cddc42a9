import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { usePage } from '../context.ts';
import { objectAt, textAt } from '../json.ts';
import { useElement, type ElementProps } from './element.ts';
import { narrowed, offerOf, type Choice } from './options.ts';

const manyChoices = 15;

function Line({ choice }: { choice: Choice }): VNode {
  return (
    <option value={choice.value} title={choice.description}>
      {choice.words}
    </option>
  );
}

/**
 * A closed list opens on an arrow or a letter, as Slack's do: a browser would choose the next line at once, and so answer. One that
 * can't be told to open it, or can't say whether it is open, does as it always does.
 */
function openRatherThanChoose(event: KeyboardEvent): void {
  const list = event.currentTarget as HTMLSelectElement;
  if (!CSS.supports('selector(:open)') || !('showPicker' in list)) return;
  const isLetter = event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey;
  if (
    !isLetter &&
    !['ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown'].includes(event.key)
  )
    return;
  if (list.matches(':open')) return;
  event.preventDefault();
  list.showPicker();
}

/** A select of one: the browser's own, so that typing and arrow keys work; a long list can be narrowed by a search. */
export function SelectElement(props: ElementProps): VNode {
  const { element, naming } = props;
  const { state } = usePage();
  const { value, change, attributes, placeholder } = useElement(props);
  const [search, setSearch] = useState('');
  const offer = offerOf(element, state);
  const all = offer.groups.flatMap((group) => group.choices);
  const current = textAt(value, offer.key) ?? textAt(objectAt(value, offer.key), 'value') ?? '';
  const groups = narrowed(offer.groups, search);
  const shown = groups.flatMap((group) => group.choices);
  const kept = shown.some((choice) => choice.value === current)
    ? undefined
    : all.find((choice) => choice.value === current);
  const choose = async (control: HTMLSelectElement): Promise<void> => {
    const choice = all.find((one) => one.value === control.value);
    const done = await change({ [offer.key]: choice?.option ?? choice?.value ?? null });
    if (!done) control.value = current;
  };
  return (
    <span class="select-box">
      {all.length > manyChoices && (
        <input
          type="search"
          class="narrow"
          aria-label="Narrow the list"
          placeholder="Search"
          value={search}
          onInput={(event) => setSearch(event.currentTarget.value)}
        />
      )}
      <select
        {...attributes}
        value={current}
        onKeyDown={openRatherThanChoose}
        onChange={(event) => void choose(event.currentTarget)}
      >
        <option
          value=""
          selected={current === ''}
          disabled={!naming?.optional}
          hidden={!naming?.optional && all.length > 0}
        >
          {placeholder}
        </option>
        {kept && <Line choice={kept} />}
        {groups.map((group) =>
          group.label === undefined ? (
            group.choices.map((choice) => <Line key={choice.value} choice={choice} />)
          ) : (
            <optgroup key={group.label} label={group.label}>
              {group.choices.map((choice) => (
                <Line key={choice.value} choice={choice} />
              ))}
            </optgroup>
          ),
        )}
      </select>
      {offer.asksApp && <small class="quiet">Options that an app looks up can’t be shown here.</small>}
    </span>
  );
}
