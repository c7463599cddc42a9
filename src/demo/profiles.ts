/** How a manager has been with one rep over the last ten weeks; ages in calendar days before today. */
export interface Profile {
  readonly checkIns: Series;
  readonly rideAlongs: Series;
  readonly notes: Series;
  /** The newest check-ins that were about nothing but numbers. */
  readonly numbersInARow?: number;
  /** What was seen on the newest ride-along hasn't been said yet. */
  readonly owesFeedback?: boolean;
  /** Age of the last activity on deals that stand still. */
  readonly idleDealDays?: readonly number[];
  /** A large deal that should close in so many days. */
  readonly bigDealClosesIn?: number;
}

/** Every so many days, the newest so long ago. */
export interface Series {
  readonly newest: number;
  readonly every: number;
}

export const daysOfHistory = 70;

/** In good hands: nothing is due. */
function inTouch(newest: number): Profile {
  return {
    checkIns: { newest, every: 7 },
    rideAlongs: { newest: newest + 6, every: 22 },
    notes: { newest: newest + 1, every: 10 },
  };
}

/** The person whom the manager likes to work with. */
const favourite: Profile = {
  checkIns: { newest: 1, every: 5 },
  rideAlongs: { newest: 6, every: 13 },
  notes: { newest: 3, every: 8 },
};

/** Nobody meant to, but weeks went by. */
function missed(newest: number): Profile {
  return {
    checkIns: { newest, every: 9 },
    rideAlongs: { newest: newest + 19, every: 24 },
    notes: { newest: newest + 5, every: 14 },
  };
}

/** Often asked, about one thing. */
const askedForNumbers: Profile = {
  checkIns: { newest: 2, every: 6 },
  rideAlongs: { newest: 16, every: 30 },
  notes: { newest: 7, every: 14 },
  numbersInARow: 3,
};

export const profiles: Readonly<Record<string, Profile>> = {
  priya: favourite,
  tom: { ...inTouch(3), idleDealDays: [23] },
  aisha: { ...missed(29), idleDealDays: [19] },
  luca: askedForNumbers,
  grace: { ...inTouch(2), rideAlongs: { newest: 5, every: 21 }, owesFeedback: true },
  devon: {
    checkIns: { newest: 4, every: 6 },
    rideAlongs: { newest: 19, every: 40 },
    notes: { newest: 11, every: 40 },
  },

  camila: inTouch(2),
  andre: { ...inTouch(4), idleDealDays: [26, 17] },
  hannah: { ...missed(34), notes: { newest: 41, every: 15 } },
  jamal: { ...inTouch(3), rideAlongs: { newest: 18, every: 27 }, bigDealClosesIn: 13 },
  nora: askedForNumbers,

  jonas: favourite,
  ingrid: { ...inTouch(4), idleDealDays: [22, 31] },
  mateusz: { ...missed(37), rideAlongs: { newest: 64, every: 30 } },
  sofia: { ...inTouch(2), rideAlongs: { newest: 33, every: 30 } },
  emre: { ...inTouch(3), rideAlongs: { newest: 6, every: 24 }, owesFeedback: true },
  clara: inTouch(3),

  arjun: favourite,
  nurul: missed(31),
  kenji: { ...inTouch(4), idleDealDays: [21, 18] },
  linh: { ...inTouch(2), rideAlongs: { newest: 36, every: 24 } },
  miguel: askedForNumbers,
};
