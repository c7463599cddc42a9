import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { usePage } from '../context.ts';
import { emojiNames } from '../emoji.ts';
import { Dialog } from './dialog.tsx';

const common: readonly (readonly [emoji: string, text: string])[] = [
  [':calendar:', 'In a meeting'],
  [':car:', 'On the road'],
  [':face_with_thermometer:', 'Out sick'],
  [':palm_tree:', 'Vacationing'],
];

const zones = (): readonly string[] => ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];

/** The status and the time zone of who is at the keyboard. */
export function StatusDialog({ onClose }: { onClose: () => void }): VNode {
  const { workspace, state, zone } = usePage();
  const as = state.me.id;
  const [text, setText] = useState(state.me.statusText ?? '');
  const [emoji, setEmoji] = useState(state.me.statusEmoji ?? '');
  const [chosenZone, setZone] = useState(zone);
  const offered = zones();
  const save = async (event: Event): Promise<void> => {
    event.preventDefault();
    const statusChanged = text !== (state.me.statusText ?? '') || emoji !== (state.me.statusEmoji ?? '');
    if (statusChanged && !(await workspace.actOrTell({ do: 'status', as, text, emoji }))) return;
    if (chosenZone !== zone && !(await workspace.actOrTell({ do: 'time-zone', as, timeZone: chosenZone }))) return;
    onClose();
  };
  return (
    <Dialog title={`${state.me.realName}’s status`} onClose={onClose}>
      <form onSubmit={(event) => void save(event)}>
        <div class="dialog-body form">
          <div class="row">
            {common.map(([symbol, words]) => (
              <button
                type="button"
                class="button small"
                key={words}
                onClick={() => {
                  setEmoji(symbol);
                  setText(words);
                }}
              >
                {words}
              </button>
            ))}
            <button
              type="button"
              class="button small"
              onClick={() => {
                setEmoji('');
                setText('');
              }}
            >
              Clear
            </button>
          </div>
          <label>
            Status
            <input value={text} maxLength={100} onInput={(event) => setText(event.currentTarget.value)} />
          </label>
          <label>
            Emoji
            <select value={emoji} onChange={(event) => setEmoji(event.currentTarget.value)}>
              <option value="">None</option>
              {emojiNames.map(([name, symbol]) => (
                <option key={name} value={`:${name}:`}>
                  {symbol} {name}
                </option>
              ))}
            </select>
          </label>
          <label>
            Time zone
            <select value={chosenZone} onChange={(event) => setZone(event.currentTarget.value)}>
              {!offered.includes(chosenZone) && <option value={chosenZone}>{chosenZone}</option>}
              {offered.map((one) => (
                <option key={one} value={one}>
                  {one.replaceAll('_', ' ')}
                </option>
              ))}
            </select>
          </label>
        </div>
        <footer class="dialog-foot">
          <button type="button" class="button" onClick={onClose}>
            Cancel
          </button>
          <button type="submit" class="button primary">
            Save
          </button>
        </footer>
      </form>
    </Dialog>
  );
}
