import type { ModalView } from '@slack/types';
import { z } from 'zod';
import type { Behaviour, Settings } from '../../../behaviours/behaviour.ts';
import { fieldOfNumber } from '../../../leading/settings.ts';
import { context, option, plain, section } from '../../kit/blocks.ts';
import { inputBlock, numberInput } from '../../kit/form.ts';
import { limits } from '../../kit/limits.ts';
import { chooseNumbers, saveNumbers } from '../../routes/settings.ts';
import { literal } from '../../kit/text.ts';
import * as fields from './setting-fields.ts';

/** The numbers of one behaviour, and a choice of the others. */
export function numbersView(given: {
  readonly behaviour: Behaviour;
  /** In force now. */
  readonly settings: Settings;
  /** All that have numbers. */
  readonly choices: readonly Pick<Behaviour, 'id' | 'name'>[];
}): ModalView {
  const { behaviour, settings, choices } = given;
  const options = choices.slice(0, limits.selectOptions).map(({ id, name }) => option(id, name));
  const current = options.find(({ value }) => value === behaviour.id);
  return {
    type: 'modal',
    callback_id: saveNumbers.id,
    private_metadata: saveNumbers.encode({ behaviour: behaviour.id }),
    title: plain('Rhythms', limits.modalTitle),
    submit: plain('Save', limits.modalButton),
    close: plain('Back', limits.modalButton),
    blocks: [
      section('*Which one?*', {
        type: 'static_select',
        action_id: chooseNumbers.id,
        options,
        ...(current === undefined ? {} : { initial_option: current }),
      }),
      context(literal(behaviour.rule)),
      ...behaviour.settings.map((setting) =>
        inputBlock(
          {
            id: fieldOfNumber(behaviour, setting.key),
            label: setting.label,
            hint: `${setting.unit}, from ${setting.minimum} to ${setting.maximum}; ${setting.initial} by default`,
          },
          numberInput(setting, settings[setting.key] ?? setting.initial),
        ),
      ),
    ],
  };
}

/** Reads the form of one behaviour; by the number's key. */
export function numbersSchema(behaviour: Behaviour) {
  return z.object(
    Object.fromEntries(
      behaviour.settings.map((setting) => [fieldOfNumber(behaviour, setting.key), fields.numberSchema(setting)]),
    ),
  );
}
