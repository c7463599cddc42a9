/** A change of settings, told in a sentence: a topic says its own, numbers of behaviours are told here. */
import type { Behaviour, Settings } from '../../../behaviours/behaviour.ts';
import type { CompanyDaysOff } from '../../../leading/company-days.ts';
import type { Policy } from '../../../leading/policy.ts';
import { findTopic, initialValues } from '../../../leading/topics/index.ts';
import type { Told } from '../../../leading/topics/topic.ts';
import * as topics from '../../../leading/topics/workspace.ts';
import type { LocalDate } from '../../../time/zoned.ts';
import { literal } from '../../kit/text.ts';

/** What a sentence about a change is made from. */
export interface ToldChange extends Omit<Told, 'literal'> {
  readonly scope: 'own' | 'workspace';
  readonly topic: string;
  /** What holds where a person has set nothing. */
  readonly policy: Policy;
  readonly behaviours: readonly Behaviour[];
}

/** `Your plan now comes on Tuesdays at 10:00.` */
export function changeSentence(change: ToldChange): string {
  const { scope, topic, policy, after } = change;
  const described = findTopic(scope, topic);
  if (described === undefined) return numbersSentence(change);
  const now = {
    ...initialValues(described.settings),
    ...(scope === 'own' ? policy : {}),
    ...Object.fromEntries(Object.entries(after).filter(([, value]) => value !== null)),
  };
  return described.told(now, { ...change, literal });
}

/** `on Thu, Dec 24 (Company day) in DE-BY`. */
export function companyDaysWords(entry: CompanyDaysOff, today: LocalDate): string {
  return topics.companyDaysWords(entry, today, literal);
}

function numbersSentence({ topic, before, after, behaviours }: ToldChange): string {
  const behaviour = behaviours.find(({ id }) => topic === `behaviour:${id}`);
  if (behaviour === undefined) return 'Some numbers changed.';
  const [earlier, later] = [numbersIn(before, topic), numbersIn(after, topic)];
  const changed = behaviour.settings.flatMap(({ key, label, unit, initial }) => {
    const [was, is] = [earlier[key] ?? initial, later[key] ?? initial];
    return was === is ? [] : [`${literal(label)}: now ${is} ${unit} (was ${was})`];
  });
  return `${literal(behaviour.name)}. ${changed.length === 0 ? 'Nothing changed' : changed.join('. ')}.`;
}

function numbersIn(values: ToldChange['after'], name: string): Settings {
  const numbers = values[name];
  return typeof numbers === 'object' && numbers !== null ? (numbers as Settings) : {};
}
