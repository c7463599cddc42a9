/** What is remembered of the made-up company beside its records: that it is one, and how far it has lived. */

/** The local day of its first manager on which it was made up. */
export const bornMark = 'demo-born';
/** Up to which instant it has lived. */
export const lifeMark = 'demo-lived';
