/** Checks of structures: arrays, objects, objects told apart by their type, and what depends on the surface. */
import type { Surface } from '../../contract.ts';
import { isArray, isObject, report, words, type Check, type Rule } from './check.ts';
import { enumeration } from './values.ts';

/** A member that must be there. */
export interface Required {
  readonly required: Check;
}

export type Fields = Readonly<Record<string, Check | Required>>;

/** Marks a member as one that must be there. */
export function required(check: Check): Required {
  return { required: check };
}

/** An array whose items all pass one check. */
export function list(item: Check, { minimum = 0, maximum = Infinity } = {}): Check {
  return (value, pointer, inspection) => {
    if (!isArray(value)) return report(inspection, pointer, words.notArray);
    if (value.length < minimum) report(inspection, pointer, words.fewerItems(minimum));
    if (value.length > maximum) report(inspection, pointer, words.moreItems(maximum));
    value.forEach((entry, index) => item(entry, `${pointer}/${index}`, inspection));
  };
}

/** A step of a JSON pointer: `~` and `/` in a name are written `~0` and `~1`. */
function step(name: string): string {
  return `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** An object with these members and no others. The rules look at the members together. */
export function object(fields: Fields, ...rules: readonly Rule[]): Check {
  return (value, pointer, inspection) => {
    if (!isObject(value)) return report(inspection, pointer, words.notObject);
    for (const [name, field] of Object.entries(fields)) {
      const member = value[name];
      if (member !== undefined) {
        const check = typeof field === 'function' ? field : field.required;
        check(member, pointer + step(name), inspection);
      } else if (typeof field !== 'function') {
        report(inspection, pointer, words.missing(name));
      }
    }
    for (const [name, member] of Object.entries(value)) {
      if (member !== undefined && !Object.hasOwn(fields, name)) report(inspection, pointer, words.additional(name));
    }
    for (const rule of rules) rule(value, pointer, inspection);
  };
}

/** An object whose `type` has this name. */
export function typed(type: string, fields: Fields, ...rules: readonly Rule[]): Check {
  return object({ type: required(enumeration(type)), ...fields }, ...rules);
}

/** An object that is checked by what its `type` says. */
export function byType(checks: Readonly<Record<string, Check>>): Check {
  return (value, pointer, inspection) => {
    if (!isObject(value)) return report(inspection, pointer, words.notObject);
    const type = value['type'];
    if (type === undefined) return report(inspection, pointer, words.missing('type'));
    if (typeof type !== 'string') return report(inspection, `${pointer}/type`, words.notText);
    const check = Object.hasOwn(checks, type) ? checks[type] : undefined;
    if (check === undefined) return report(inspection, `${pointer}/type`, words.unsupported(type));
    check(value, pointer, inspection);
  };
}

/** Refuses the type everywhere but on these surfaces. */
export function onlyOn(surfaces: readonly Surface[], check: Check): Check {
  return (value, pointer, inspection) => {
    if (surfaces.includes(inspection.surface)) return check(value, pointer, inspection);
    const type = isObject(value) ? value['type'] : undefined;
    report(inspection, `${pointer}/type`, words.unsupported(typeof type === 'string' ? type : 'unknown'));
  };
}

/** Null, or what the check says. */
export function nullable(check: Check): Check {
  return (value, pointer, inspection) => {
    if (value !== null) check(value, pointer, inspection);
  };
}

function code(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(' or ');
}

/** At least one of these members. */
export function atLeastOneOf(...names: readonly string[]): Rule {
  return (value, pointer, inspection) => {
    if (names.some((name) => value[name] !== undefined)) return;
    report(inspection, pointer, `must define either ${code(names)}`);
  };
}

/** One of these members, and not two. */
export function exactlyOneOf(...names: readonly string[]): Rule {
  return (value, pointer, inspection) => {
    const given = names.filter((name) => value[name] !== undefined).length;
    if (given === 0) report(inspection, pointer, `must define either ${code(names)}`);
    if (given > 1) report(inspection, pointer, `must define only one of ${code(names)}`);
  };
}

/** The first of two numbers must not be greater than the second. */
export function inOrder(lower: string, upper: string): Rule {
  return (value, pointer, inspection) => {
    const [low, high] = [value[lower], value[upper]];
    // What is not a number was reported by its own check, and compares as false here.
    if (Number(low ?? NaN) > Number(high ?? NaN)) {
      report(inspection, pointer + step(lower), `must not be greater than \`${upper}\``);
    }
  };
}
