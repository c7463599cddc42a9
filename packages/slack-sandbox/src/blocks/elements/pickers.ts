/** Pickers of dates and times, and the image element. */
import { actionId, confirm, imageFields, oneImageSource, placeholder } from '../composition.ts';
import { limits } from '../limits.ts';
import type { Check } from '../schema/check.ts';
import { onlyOn, typed } from '../schema/structures.ts';
import { boolean, calendarDate, integer, timeOfDay, timeZone } from '../schema/values.ts';

export const datepicker: Check = typed('datepicker', {
  action_id: actionId,
  initial_date: calendarDate,
  placeholder,
  confirm,
  focus_on_load: boolean,
});

export const timepicker: Check = typed('timepicker', {
  action_id: actionId,
  initial_time: timeOfDay,
  timezone: timeZone,
  placeholder,
  confirm,
  focus_on_load: boolean,
});

/** Seconds since 1970, in ten digits. */
const seconds = integer(10 ** (limits.dateTime.digits - 1), 10 ** limits.dateTime.digits - 1);

/** Not for Home tabs, by the elements' table of surfaces. */
export const datetimepicker: Check = onlyOn(
  ['message', 'modal'],
  typed('datetimepicker', { action_id: actionId, initial_date_time: seconds, confirm, focus_on_load: boolean }),
);

export const image: Check = typed('image', imageFields, oneImageSource);
