import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Json } from '../../contract.ts';
import { usePage } from '../context.ts';
import { numberAt } from '../json.ts';
import { usePopup } from '../popup.tsx';
import { useElement, type ElementProps } from './element.ts';
import { narrowed, offerOf, type Choice, type ChoiceGroup } from './options.ts';
import { chosenValues } from './values.ts';

const held = (choice: Choice): Json => choice.option ?? choice.value;

/** A select of many: chips of what is chosen, and a list with a search. The app hears of it when the list closes. */
export function MultiSelectElement(props: ElementProps): VNode {
  const { element, dispatches = true } = props;
  const { state } = usePage();
  const { value, change, send, attributes, placeholder } = useElement(props);
  const unsent = useRef(false);
  const offer = offerOf(element, state);
  const all = offer.groups.flatMap((group) => group.choices);
  const chosen = chosenValues(value, offer.key);
  const most = numberAt(element, 'max_selected_items') ?? Number.POSITIVE_INFINITY;
  const latest = useRef(value);
  latest.current = value;
  const popup = usePopup((open) => {
    if (open) popup.panel.ref.current?.querySelector('input')?.focus();
    if (!open && unsent.current && dispatches) void send(latest.current);
    if (!open) unsent.current = false;
  });
  const set = (values: readonly string[], sending: boolean): void => {
    const list = values.flatMap((one) => all.filter((choice) => choice.value === one).map(held));
    unsent.current = !sending;
    void change({ [offer.key]: list }, sending && dispatches);
  };
  const toggle = (one: string): void => {
    set(chosen.includes(one) ? chosen.filter((other) => other !== one) : [...chosen, one], false);
  };
  return (
    <span class="multi">
      {chosen.map((one) => {
        const words = all.find((choice) => choice.value === one)?.words ?? one;
        const others = chosen.filter((other) => other !== one);
        return (
          <span class="chip" key={one}>
            {words}
            <button type="button" aria-label={`Remove ${words}`} onClick={() => set(others, true)}>
              ×
            </button>
          </span>
        );
      })}
      <button
        type="button"
        class="multi-open"
        aria-haspopup="dialog"
        {...attributes}
        {...idFirst(attributes, popup.button)}
      >
        {chosen.length === 0 ? placeholder : 'Add or remove'} <span aria-hidden="true">▾</span>
      </button>
      <div class="popup choices-popup" role="group" aria-label="Choices" {...popup.panel}>
        {popup.open && (
          <ChoiceList groups={offer.groups} chosen={chosen} most={most} asksApp={offer.asksApp} onToggle={toggle} />
        )}
      </div>
    </span>
  );
}

/** The label points to the id that naming gave; only without one does the popup's own id stand. */
function idFirst<T extends { id: string }>(attributes: Record<string, unknown>, button: T): T {
  return typeof attributes['id'] === 'string' ? { ...button, id: attributes['id'] } : button;
}

interface ChoiceListProps {
  groups: readonly ChoiceGroup[];
  chosen: readonly string[];
  most: number;
  asksApp: boolean;
  onToggle: (value: string) => void;
}

/** The list to tick in, with its search. */
function ChoiceList({ groups, chosen, most, asksApp, onToggle }: ChoiceListProps): VNode {
  const [search, setSearch] = useState('');
  const shown = narrowed(groups, search);
  return (
    <>
      <input
        type="search"
        aria-label="Search the list"
        placeholder="Search"
        value={search}
        onInput={(event) => setSearch(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.preventDefault();
        }}
      />
      {shown.map((group) => (
        <div key={group.label ?? ''} role="group" aria-label={group.label}>
          {group.label !== undefined && <p class="group-label">{group.label}</p>}
          {group.choices.map((choice) => (
            <label class="choice" key={choice.value}>
              <input
                type="checkbox"
                checked={chosen.includes(choice.value)}
                disabled={!chosen.includes(choice.value) && chosen.length >= most}
                onChange={() => onToggle(choice.value)}
              />
              <span>{choice.words}</span>
            </label>
          ))}
        </div>
      ))}
      {shown.length === 0 && <p class="quiet">Nothing matches</p>}
      {asksApp && <p class="quiet">Options that an app looks up can’t be shown here.</p>}
    </>
  );
}
