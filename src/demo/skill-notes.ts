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
    ago: 24,
    saw: 'You named the price and then let the silence work. Best I’ve heard this year. #negotiation',
  },
  {
    rep: 'luca',
    ago: 20,
    saw: 'Good energy from the first minute, and they liked you.',
    try: 'Say the number once and wait. #negotiation',
  },
  { rep: 'camila', ago: 33, saw: 'Five names on the map and you had met four. #buying-groups' },
  {
    rep: 'andre',
    ago: 31,
    saw: 'You know the yard manager well.',
    try: 'Find the one who signs. #buying-groups',
  },
  { rep: 'jonas', ago: 29, saw: 'The payback talk stood on their own figures. #finance' },
  { rep: 'emre', ago: 27, saw: 'You had the numbers at hand.', try: 'Tell the CFO the one that matters. #finance' },
  { rep: 'arjun', ago: 28, saw: 'Six questions before the first screen. #discovery' },
  { rep: 'miguel', ago: 25, saw: 'Quick answers, all correct.', try: 'Ask what happens at night first. #discovery' },
];

/** Who was brought together already, on what; the first learns from the second. Luca and Grace are still to come. */
export const introductions: readonly {
  readonly rep: string;
  readonly partner: string;
  readonly skill: string;
  readonly ago: number;
}[] = [
  { rep: 'andre', partner: 'camila', skill: '#buying-groups', ago: 24 },
  { rep: 'emre', partner: 'jonas', skill: '#finance', ago: 19 },
  { rep: 'miguel', partner: 'arjun', skill: '#discovery', ago: 16 },
];
