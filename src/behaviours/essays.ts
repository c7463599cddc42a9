import type { EssayId } from './behaviour.ts';

/** Where an idea comes from. Author and date are null where the source doesn't say. */
export interface Essay {
  readonly author: string | null;
  /** The title, or where the source has none, its first heading or subject. */
  readonly title: string;
  /** YYYY-MM-DD of publication. */
  readonly date: string | null;
}

export const essays: Readonly<Record<EssayId, Essay>> = {
  '000': { author: 'Anthony Iannarino', title: 'Everyone deserves a good leader', date: '2011-12-28' },
  '001': { author: 'Phil Forrester', title: 'Are you a Sales Manager or a Sales Leader?', date: null },
  '002': { author: null, title: 'Practical steps of a sales leader', date: null },
  '003': { author: null, title: '2 Rules for Sales Leaders', date: null },
  '004': {
    author: 'Anthony Iannarino',
    title: 'First Things First (on whom the first-line sales manager serves)',
    date: '2011-05-14',
  },
};

/** `Anthony Iannarino, “First Things First”, 2011-05-14`. */
export function citeEssay(id: EssayId): string {
  const { author, title, date } = essays[id];
  return [author ?? 'Unsigned', `“${title}”`, date ?? 'undated'].join(', ');
}
