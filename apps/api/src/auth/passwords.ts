/** Passwords: argon2id hashes, and a refusal of those that an attacker tries first. */
import { hash, verify } from '@node-rs/argon2';

/** OWASP's recommendation for argon2id: 19 MiB, two passes, one lane. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export const hashPassword = (password: string): Promise<string> => hash(password, PARAMETERS);

/** The hash of nothing that anybody could type: checked against when there is no such user, so that it takes as long. */
const decoy = hashPassword(crypto.randomUUID());

/** True if the password is the one of the hash. With no hash it takes the same time and is false. */
export async function verifyPassword(passwordHash: string | undefined, password: string): Promise<boolean> {
  const matches = await verify(passwordHash ?? (await decoy), password);
  return matches && passwordHash !== undefined;
}

/** What the passwords that people choose most are made of. */
const COMMON_WORDS = [
  'password', 'passwort', 'passphrase', 'qwerty', 'qwertyuiop', 'qwertzuiop', 'azerty', 'asdfgh', 'asdfghjkl',
  'zxcvbnm', 'letmein', 'welcome', 'admin', 'administrator', 'login', 'master', 'secret', 'changeme', 'default',
  'iloveyou', 'monkey', 'dragon', 'football', 'baseball', 'sunshine', 'princess', 'superman', 'batman', 'trustno',
  'abc', 'abcdef', 'abcdefgh', 'abcdefghijkl', 'test', 'testing', 'user', 'guest', 'root', 'hello', 'whatever',
  'michael', 'jordan', 'shadow', 'texas', 'cowboys', 'permian', 'oilfield', 'oilandgas', 'pumper', 'wellpulse',
  'demo', 'correcthorsebatterystaple', 'company', 'summer', 'winter', 'spring', 'autumn', 'january', 'monday',
]; // prettier-ignore

const LEET: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  $: 's',
  '@': 'a',
  '!': 'i',
};
const SEQUENCES = [
  '0123456789012345678901234567890',
  '9876543210987654321098765432109',
  'abcdefghijklmnopqrstuvwxyz',
];

/** Letters are those of any script. */
const NO_LETTER = /\P{L}/gu;

/** True for a common word or two with digits and signs around, for a sequence and for a repetition. */
export function isCommonPassword(password: string): boolean {
  const lower = password.toLowerCase();
  if (/^(.{1,4})\1+.{0,3}$/.test(lower)) return true;
  if (SEQUENCES.some((sequence) => sequence.includes(lower))) return true;
  const plain = lower.replaceAll(NO_LETTER, '');
  const unleeted = lower.replaceAll(/[01345$7@!]/g, (sign) => LEET[sign] ?? sign).replaceAll(NO_LETTER, '');
  return [plain, unleeted].some((text) => restOfWords(text).length <= 2);
}

/** What is left of a text after all common words are taken out of it, the longest first. */
const restOfWords = (text: string): string =>
  [...COMMON_WORDS]
    .sort((a, b) => b.length - a.length)
    .reduce((rest, word) => rest.replaceAll(word, ''), text);
