/** Writes the notes that tag a skill, and who was brought together over one. */
import { coachingNote } from '../behaviours/coaching-note.ts';
import { addSkillNote } from '../store/skills.ts';
import { instantOf } from '../time/zoned.ts';
import { workdayBefore } from './days.ts';
import { addEntry } from './entries.ts';
import { idOf, personOf } from './filling.ts';
import type { Filling } from './filling.ts';
import { introductions, skillNotes } from './skill-notes.ts';

export async function addSkills(filling: Filling): Promise<void> {
  const { store, ids, dayOf } = filling;
  for (const { rep, ago, ...texts } of skillNotes) {
    const manager = personOf(personOf(rep).manager ?? '');
    const happenedOn = workdayBefore(dayOf(manager.handle), ago);
    const entry = { behaviour: 'coaching-note', rep, happenedOn, minutes: 15, details: {}, texts, shared: true };
    const interactionId = await addEntry(filling, manager, entry);
    const tags = coachingNote.changes?.({ repId: idOf(ids, rep), happenedOn, details: {}, texts }) ?? [];
    for (const change of tags) {
      if (change.kind !== 'note-skill') continue;
      const { tag, level } = change;
      const note = { managerId: idOf(ids, manager.handle), repId: idOf(ids, rep), interactionId, tag, level };
      await addSkillNote(store, { ...note, notedOn: happenedOn }, instantOf(happenedOn, '17:00', manager.timeZone));
    }
  }
  for (const { rep, partner, skill, ago } of introductions) {
    const manager = personOf(personOf(rep).manager ?? '');
    await addEntry(filling, manager, {
      behaviour: 'introduce',
      rep,
      happenedOn: workdayBefore(dayOf(manager.handle), ago),
      minutes: 15,
      details: { partner: String(idOf(ids, partner)) },
      texts: { skill },
      shared: false,
    });
  }
}
