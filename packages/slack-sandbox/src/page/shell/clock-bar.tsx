import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { clockNow, usePage } from '../context.ts';
import { clockText } from '../dates.ts';
import { usePopup } from '../popup.tsx';
import { daysOn, instantAt, nextOn, parseWallTime, wallText } from '../zone.ts';

const hourMs = 3_600_000;

function useTick(): void {
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), 1000);
    return () => clearInterval(timer);
  }, []);
}

/** The sandbox's clock, in the zone of who is at the keyboard, and the ways to move it. */
export function ClockBar(): VNode {
  const page = usePage();
  const { workspace, zone, state } = page;
  useTick();
  const [wanted, setWanted] = useState('');
  const popup = usePopup((open) => {
    if (open) setWanted(wallText(clockNow(page), zone));
  });
  const now = clockNow(page);
  const moveTo = (instant: number): void => {
    void workspace.actOrTell({ do: 'clock', moveTo: new Date(instant).toISOString() });
  };
  const set = (event: Event): void => {
    event.preventDefault();
    const wall = parseWallTime(wanted);
    if (wall === undefined) return;
    popup.close();
    moveTo(instantAt(wall, zone));
  };
  const place = zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone;
  return (
    <div class="clock-bar" role="group" aria-label="Clock of the sandbox">
      <time
        class="clock-time"
        dateTime={new Date(now).toISOString()}
        title={`${clockText(now, 'UTC')} UTC · ${zone} · ${new Date(now).getUTCFullYear()}`}
      >
        {clockText(now, zone)} <small>{place}</small>
      </time>
      <span class="clock-moves">
        <button type="button" onClick={() => moveTo(clockNow(page) + hourMs)}>
          +1 hour
        </button>
        <button type="button" onClick={() => moveTo(daysOn(clockNow(page), 1, zone))}>
          +1 day
        </button>
        <button type="button" onClick={() => moveTo(nextOn(5, 15, clockNow(page), zone))}>
          Next Friday 3:00 PM
        </button>
        <button type="button" onClick={() => moveTo(nextOn(1, 9, clockNow(page), zone))}>
          Next Monday 9:00 AM
        </button>
        <button type="button" aria-haspopup="dialog" {...popup.button}>
          Set…
        </button>
      </span>
      <div class="popup clock-popup" role="dialog" aria-label="Set the clock" {...popup.panel}>
        {popup.open && (
          <form onSubmit={set}>
            <label>
              Date and time for {state.me.realName} ({zone})
              <input
                type="datetime-local"
                required
                value={wanted}
                onInput={(event) => setWanted(event.currentTarget.value)}
              />
            </label>
            <button type="submit" class="button primary">
              Set the clock
            </button>
          </form>
        )}
      </div>
    </div>
  );
}
