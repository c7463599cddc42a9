import type { ModalView } from '@slack/types';
import { actions, button, plain, section } from '../../kit/blocks.ts';
import { limits } from '../../kit/limits.ts';
import { openSettings, savedSettings } from '../../routes/settings.ts';
import { changeRow } from './setting-fields.ts';
import type { ChangeRow } from './setting-fields.ts';

/** What was changed, each with a way back. */
export function savedSettingsView(changes: readonly ChangeRow[]): ModalView {
  return {
    type: 'modal',
    callback_id: savedSettings.id,
    private_metadata: savedSettings.encode({ changes: changes.map(({ id }) => id) }),
    title: plain('Settings', limits.modalTitle),
    close: plain('Done', limits.modalButton),
    blocks: [
      ...(changes.length === 0 ? [section('Nothing changed.')] : changes.map(changeRow)),
      actions('back', [button(openSettings, {}, 'Your settings')]),
    ],
  };
}
