import { findLine, lineBefore, linesToldOf } from '../../store/line-tellings.ts';
import type { ToldLine } from '../../store/line-tellings.ts';
import type { SubjectOf } from '../../leading/messages.ts';
import type { Store } from '../../store/db.ts';
import type { Person } from '../../store/people.ts';
import { managerIdOf } from '../../store/reporting-lines.ts';
import { nameOf } from '../loading/name-of.ts';
import * as views from '../views/people/line-news.ts';
import { message } from './message.ts';

/** For the one who reports. */
export const lineBegun = message('line-begun', {
  async render({ store }, subject, recipient) {
    const line = await findLine(store, subject.line);
    if (line === undefined || line.personId !== recipient.id || line.endedOn !== null) return undefined;
    const leadId = await managerIdOf(store, line.managerId);
    const before = line.source === 'held' ? await lineBefore(store, line) : undefined;
    return views.lineBegun({
      managerName: await nameOf(store, line.managerId),
      leadName: leadId === undefined ? undefined : await nameOf(store, leadId),
      inPlaceOfName: before === undefined ? undefined : await nameOf(store, before.managerId),
    });
  },
});

/** For the one who reported, while they report to nobody. */
export const lineEnded = message('line-ended', {
  async render({ store }, subject, recipient) {
    const line = await findLine(store, subject.line);
    if (line === undefined || line.personId !== recipient.id) return undefined;
    if ((await managerIdOf(store, recipient.id)) !== undefined) return undefined;
    return views.lineEnded(await nameOf(store, line.managerId));
  },
});

/** For the new manager. */
export const linesBegun = message('lines-begun', {
  async render({ store }, subject, recipient) {
    const lines = await toldOf(store, subject, recipient, 'start');
    const names = await Promise.all(
      lines.filter(({ endedOn }) => endedOn === null).map(({ personId }) => nameOf(store, personId)),
    );
    return names.length === 0 ? undefined : views.linesBegun(names);
  },
});

/** For the manager before. */
export const linesEnded = message('lines-ended', {
  async render({ store }, subject, recipient) {
    const moved = new Map<number | undefined, string[]>();
    for (const { personId } of await toldOf(store, subject, recipient, 'end')) {
      const managerId = await managerIdOf(store, personId);
      if (managerId === recipient.id) continue;
      moved.set(managerId, [...(moved.get(managerId) ?? []), await nameOf(store, personId)]);
    }
    if (moved.size === 0) return undefined;
    return views.linesEnded(
      await Promise.all(
        [...moved].map(async ([to, names]) => ({
          names,
          toName: to === undefined ? undefined : await nameOf(store, to),
        })),
      ),
    );
  },
});

async function toldOf(
  store: Store,
  { manager, from, to, at }: SubjectOf<'lines-begun'>,
  recipient: Person,
  what: 'start' | 'end',
): Promise<ToldLine[]> {
  if (manager !== recipient.id) return [];
  return linesToldOf(store, { managerId: recipient.id, from, to, at, what });
}
