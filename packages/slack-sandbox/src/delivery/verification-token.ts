/** The old verification token that every delivery still carries; apps check signatures instead. */
export const verificationToken = 'sandbox-verification-token';
