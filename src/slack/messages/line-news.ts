import { findLine, lineBefore, linesToldOf } from '../../store/line-tellings.ts';
import type { ToldLine } from '../../store/line-tellings.ts';
import type { Store } from '../../store/db.ts';
import type { Subject } from '../../store/outbox.ts';
import type { Person } from '../../store/people.ts';
import { managerIdOf } from '../../store/reporting-lines.ts';
import { nameOf } from '../loading/name-of.ts';
import * as views from '../views/people/line-news.ts';
import type { MessageKind } from './message.ts';

/** Subject: `line`. For the one who reports. */
export const lineBegun: MessageKind = {
  kind: 'line-begun',
  reach: 'at-work',
  joins: true,
  async render({ store }, subject, recipient) {
    const line = await findLine(store, Number(subject['line']));
    if (line === undefined || line.personId !== recipient.id || line.endedOn !== null) return undefined;
    const leadId = await managerIdOf(store, line.managerId);
    const before = line.source === 'held' ? await lineBefore(store, line) : undefined;
    return views.lineBegun({
      managerName: await nameOf(store, line.managerId),
      leadName: leadId === undefined ? undefined : await nameOf(store, leadId),
      inPlaceOfName: before === undefined ? undefined : await nameOf(store, before.managerId),
    });
  },
};

/** Subject: `line`. For the one who reported, while they report to nobody. */
export const lineEnded: MessageKind = {
  kind: 'line-ended',
  reach: 'at-work',
  joins: true,
  async render({ store }, subject, recipient) {
    const line = await findLine(store, Number(subject['line']));
    if (line === undefined || line.personId !== recipient.id) return undefined;
    if ((await managerIdOf(store, recipient.id)) !== undefined) return undefined;
    return views.lineEnded(await nameOf(store, line.managerId));
  },
};

/** Subject: `manager`, and the lines as `linesToldOf` finds them. For the new manager. */
export const linesBegun: MessageKind = {
  kind: 'lines-begun',
  reach: 'at-work',
  joins: true,
  async render({ store }, subject, recipient) {
    const lines = await toldOf(store, subject, recipient, 'start');
    const names = await Promise.all(
      lines.filter(({ endedOn }) => endedOn === null).map(({ personId }) => nameOf(store, personId)),
    );
    return names.length === 0 ? undefined : views.linesBegun(names);
  },
};

/** Subject: as of `linesBegun`. For the manager before. */
export const linesEnded: MessageKind = {
  kind: 'lines-ended',
  reach: 'at-work',
  joins: true,
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
};

async function toldOf(store: Store, subject: Subject, recipient: Person, what: 'start' | 'end'): Promise<ToldLine[]> {
  if (subject['manager'] !== recipient.id) return [];
  const [from, to, at] = [Number(subject['from']), Number(subject['to']), String(subject['at'])];
  return linesToldOf(store, { managerId: recipient.id, from, to, at, what });
}
