import type { VNode } from 'preact';
import { useId } from 'preact/hooks';
import { objectAt, textAt } from '../json.ts';
import { TextObject } from '../mrkdwn.tsx';
import { useElement, type ElementProps } from './element.ts';
import { staticChoices } from './options.ts';
import { chosenValues } from './values.ts';

/** Checkboxes or radio buttons: a group of native controls, each named by its own text. */
export function ChoicesElement(props: ElementProps): VNode {
  const { element, naming, blockId } = props;
  const many = textAt(element, 'type') === 'checkboxes';
  const { value, change, attributes } = useElement(props);
  const groupId = useId();
  const single = textAt(objectAt(value, 'selected_option'), 'value');
  const chosen = many ? chosenValues(value, 'selected_options') : single === undefined ? [] : [single];
  const choices = staticChoices(element).flatMap((group) => group.choices);
  const choose = async (one: string, control: HTMLInputElement): Promise<void> => {
    const option = choices.find((choice) => choice.value === one)?.option ?? null;
    const values = chosen.includes(one) ? chosen.filter((other) => other !== one) : [...chosen, one];
    const list = choices.filter((choice) => values.includes(choice.value)).map((choice) => choice.option ?? null);
    const done = await change(many ? { selected_options: list } : { selected_option: option });
    if (!done) control.checked = chosen.includes(one);
  };
  return (
    <div
      class="choices"
      role={many ? 'group' : 'radiogroup'}
      aria-label={naming?.label ?? textAt(element, 'action_id')}
      aria-describedby={attributes['aria-describedby'] as string | undefined}
      aria-invalid={many ? undefined : naming?.invalid}
    >
      {choices.map((choice, index) => (
        <div class="choice" key={choice.value}>
          <input
            type={many ? 'checkbox' : 'radio'}
            id={`${groupId}-${index}`}
            name={`${groupId}-${blockId}`}
            checked={chosen.includes(choice.value)}
            aria-describedby={choice.description === undefined ? undefined : `${groupId}-${index}-more`}
            data-focus-first={index === 0 && naming?.autofocus ? 'true' : undefined}
            onChange={(event) => void choose(choice.value, event.currentTarget)}
          />
          <label for={`${groupId}-${index}`}>
            <TextObject text={objectAt(choice.option, 'text')} />
          </label>
          {choice.description !== undefined && (
            <small id={`${groupId}-${index}-more`}>
              <TextObject text={objectAt(choice.option, 'description')} />
            </small>
          )}
        </div>
      ))}
    </div>
  );
}
