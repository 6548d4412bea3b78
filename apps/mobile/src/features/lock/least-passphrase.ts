/** What a person opens their key with is a PIN where fewer characters are enough. */
export const LEAST_PASSPHRASE = 8;
