/** In a file of refused rows that is given back: it is passed over. */
export const whyColumn = 'Why it was refused';
