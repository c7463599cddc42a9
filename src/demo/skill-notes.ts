/** Coaching notes with skill tags: what stands after `saw` is a strength, after `try` something to learn. Ages in calendar days. */
export interface SkillNote {
  readonly rep: string;
  readonly ago: number;
  readonly saw: string;
  readonly try?: string;
}

export const skillNotes: readonly SkillNote[] = [
  {
    rep: 'grace',
    ago: 38,
    saw: 'You named the price and then waited. Best I’ve heard all year. #negotiation',
  },
  {
    rep: 'luca',
    ago: 34,
    saw: 'Good energy from the first minute, and they liked you.',
    try: 'Say the number once, then wait. #negotiation',
  },
  { rep: 'camila', ago: 33, saw: 'Five names on the map, and you’d met four. #buying-groups' },
  {
    rep: 'andre',
    ago: 31,
    saw: 'You know the yard manager well.',
    try: 'Find the one who signs. #buying-groups',
  },
  { rep: 'jonas', ago: 29, saw: 'You built the payback case on their own numbers. #finance' },
  { rep: 'emre', ago: 32, saw: 'You had the numbers ready.', try: 'Tell the CFO the one that matters. #finance' },
  { rep: 'arjun', ago: 41, saw: 'Six questions before you showed a screen. #discovery' },
  { rep: 'miguel', ago: 36, saw: 'Quick answers, all right.', try: 'Ask what happens at night first. #discovery' },
];

/** Who was brought together already, on what; the first learns from the second. Luca and Grace are still to come. */
export const introductions: readonly {
  readonly rep: string;
  readonly partner: string;
  readonly skill: string;
  readonly ago: number;
}[] = [
  { rep: 'andre', partner: 'camila', skill: '#buying-groups', ago: 27 },
  { rep: 'emre', partner: 'jonas', skill: '#finance', ago: 19 },
  { rep: 'miguel', partner: 'arjun', skill: '#discovery', ago: 31 },
];
