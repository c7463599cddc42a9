import type { HomeView } from '@slack/types';
import type { HomeData } from '../home-data.ts';

/** The Home tab, section by section. */
export function homeView(_data: HomeData): HomeView {
  return { type: 'home', blocks: [{ type: 'header', text: { type: 'plain_text', text: 'Firstline' } }] };
}
