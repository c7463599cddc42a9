import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';

export interface PopupControl {
  /** Attributes for the button that opens it. */
  button: {
    id: string;
    popovertarget: string;
    'aria-expanded': 'true' | 'false';
    ref: { current: HTMLButtonElement | null };
  };
  /** Attributes for what opens. */
  panel: { id: string; popover: 'auto'; ref: { current: HTMLDivElement | null } };
  open: boolean;
  close: () => void;
}

const margin = 8;

function beside(button: HTMLElement, panel: HTMLElement): void {
  const from = button.getBoundingClientRect();
  const size = panel.getBoundingClientRect();
  const below = from.bottom + size.height + margin < innerHeight || from.top < size.height + margin;
  const top = below ? from.bottom + 4 : from.top - size.height - 4;
  panel.style.left = `${Math.max(margin, Math.min(from.left, innerWidth - size.width - margin))}px`;
  panel.style.top = `${Math.max(margin, Math.min(top, innerHeight - size.height - margin))}px`;
}

/**
 * A panel that opens beside a button, over everything, dialogs included; Escape and a click elsewhere close it. What is
 * in the panel is to be drawn only while it is open; `onToggle` hears of it after that.
 */
export function usePopup(onToggle?: (open: boolean) => void): PopupControl {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const wasOpen = useRef(false);
  useEffect(() => {
    const element = panel.current;
    if (element === null) return undefined;
    const toggled = (event: Event): void => setOpen((event as ToggleEvent).newState === 'open');
    element.addEventListener('toggle', toggled);
    return () => element.removeEventListener('toggle', toggled);
  }, []);
  useLayoutEffect(() => {
    if (open === wasOpen.current) return;
    wasOpen.current = open;
    if (open && button.current && panel.current) beside(button.current, panel.current);
    onToggle?.(open);
  });
  useEffect(() => {
    if (!open) return undefined;
    const away = (event: Event): void => {
      if (!(event.target instanceof Node) || !panel.current?.contains(event.target)) panel.current?.hidePopover();
    };
    document.addEventListener('scroll', away, true);
    return () => document.removeEventListener('scroll', away, true);
  }, [open]);
  return {
    button: { id: `${id}-button`, popovertarget: id, 'aria-expanded': open ? 'true' : 'false', ref: button },
    panel: { id, popover: 'auto', ref: panel },
    open,
    close: () => panel.current?.hidePopover(),
  };
}

export interface MenuItem {
  key: string;
  words: ComponentChildren;
  description?: ComponentChildren;
  choose: () => void;
}

export interface MenuProps {
  /** The button's accessible name. */
  label: string;
  face: ComponentChildren;
  items: readonly MenuItem[];
  buttonClass?: string;
  empty?: string;
}

function move(event: KeyboardEvent, panel: HTMLElement): void {
  const items = [...panel.querySelectorAll<HTMLElement>('[role=menuitem]')];
  const at = items.indexOf(document.activeElement as HTMLElement);
  const to: Record<string, number> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1 + items.length,
    Home: 0,
    End: items.length - 1,
  };
  const next = to[event.key];
  if (next === undefined) return;
  event.preventDefault();
  items[next % items.length]?.focus();
}

/** A button with a menu: arrow keys move, Enter chooses, Escape closes. */
export function Menu({ label, face, items, buttonClass = 'icon-button', empty = 'Nothing here' }: MenuProps): VNode {
  const popup = usePopup((open) => {
    if (open) popup.panel.ref.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus();
  });
  return (
    <>
      <button type="button" class={buttonClass} aria-label={label} title={label} aria-haspopup="menu" {...popup.button}>
        {face}
      </button>
      <div
        class="popup menu"
        role="menu"
        aria-label="Choices"
        {...popup.panel}
        onKeyDown={(event) => move(event, event.currentTarget)}
      >
        {popup.open && items.length === 0 && <p class="quiet">{empty}</p>}
        {(popup.open ? items : []).map((item) => (
          <button
            type="button"
            role="menuitem"
            key={item.key}
            tabIndex={-1}
            onClick={() => {
              popup.close();
              item.choose();
            }}
          >
            <span>{item.words}</span>
            {item.description !== undefined && <small>{item.description}</small>}
          </button>
        ))}
      </div>
    </>
  );
}
