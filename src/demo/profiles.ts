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

/** As most managers are with most people: two or three talks a month. */
function inTouch(newest: number): Profile {
  return {
    checkIns: { newest, every: 29 },
    rideAlongs: { newest: newest + 24, every: 70 },
    notes: { newest: newest + 16, every: 60 },
  };
}

/** A manager who makes the time, week after week. */
function inGoodHands(newest: number): Profile {
  return {
    checkIns: { newest, every: 16 },
    rideAlongs: { newest: newest + 8, every: 38 },
    notes: { newest: newest + 11, every: 40 },
  };
}

/** The person whom the manager likes to work with. */
const favorite: Profile = {
  checkIns: { newest: 3, every: 13 },
  rideAlongs: { newest: 6, every: 45 },
  notes: { newest: 16, every: 45 },
};

/** Nobody meant to, but weeks went by. */
function missed(newest: number): Profile {
  return {
    checkIns: { newest, every: 24 },
    rideAlongs: { newest: newest + 9, every: 60 },
    notes: { newest: newest + 1, every: 60 },
  };
}

/** Often asked, about one thing. */
const askedForNumbers: Profile = {
  checkIns: { newest: 4, every: 13 },
  rideAlongs: { newest: 44, every: 45 },
  notes: { newest: 32, every: 50 },
  numbersInARow: 3,
};

/** The manager has logged nothing with anybody for three weeks. */
const quietDays = 23;

export const profiles: Readonly<Record<string, Profile>> = {
  priya: favorite,
  tom: { ...inTouch(9), idleDealDays: [23] },
  aisha: { ...missed(35), idleDealDays: [19] },
  luca: askedForNumbers,
  grace: { ...inTouch(12), rideAlongs: { newest: 5, every: 45 }, owesFeedback: true },
  devon: {
    checkIns: { newest: 6, every: 13 },
    rideAlongs: { newest: 19, every: 40 },
    notes: { newest: 12, every: 40 },
  },

  camila: inTouch(quietDays),
  andre: { ...inTouch(quietDays + 4), idleDealDays: [26, 17] },
  hannah: missed(37),
  jamal: { ...inTouch(quietDays + 2), bigDealClosesIn: 13 },
  nora: { ...askedForNumbers, checkIns: { newest: quietDays + 1, every: 10 } },

  jonas: inGoodHands(2),
  ingrid: { ...inGoodHands(5), idleDealDays: [22, 31] },
  mateusz: inTouch(12),
  sofia: { ...inGoodHands(4), rideAlongs: { newest: 33, every: 30 } },
  emre: { ...inGoodHands(6), rideAlongs: { newest: 6, every: 30 }, owesFeedback: true },
  clara: inGoodHands(3),

  arjun: favorite,
  nurul: missed(31),
  kenji: { ...inTouch(8), idleDealDays: [21, 18] },
  linh: { ...inTouch(5), rideAlongs: { newest: 36, every: 40 } },
  miguel: askedForNumbers,
};

/** A week in which a manager was on vacation and logged nothing: so many weeks before this one. */
export const vacations: Readonly<Record<string, number>> = { dana: 7, katrin: 4, weilin: 8, marcus: 9 };
