/** The sentences of the wire in the language of the person. */
import { fill, MESSAGES, type MessageKey } from '@wellpulse/contracts';
import type { Texts } from '../en/index.ts';

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Matches what was made from a template, with the filled-in words as named groups. */
const patternOf = (template: string): RegExp =>
  new RegExp(`^${escaped(template).replaceAll(/\\\{(\w+)\\\}/g, '(?<$1>.+)')}$`, 's');

const BY_TEXT = new Map(Object.entries(MESSAGES).map(([key, text]) => [text as string, key as MessageKey]));
const WITH_BLANKS = Object.entries(MESSAGES)
  .filter(([, text]) => text.includes('{'))
  .map(([key, text]) => ({ key: key as MessageKey, pattern: patternOf(text) }));

export function messageFormats({ messages }: Pick<Texts, 'messages'>) {
  /** In this language; null for a sentence that the contracts do not hold, as one of a newer server. */
  function translated(sentence: string): string | null {
    const key = BY_TEXT.get(sentence);
    if (key !== undefined) return messages[key];
    for (const { key: known, pattern } of WITH_BLANKS) {
      const found = pattern.exec(sentence);
      if (found !== null) return fill(messages[known], found.groups ?? {});
    }
    return null;
  }

  /** A message of a problem or of a schema; as it came where it has no translation. */
  const formatMessage = (sentence: string): string => translated(sentence) ?? sentence;

  return { formatMessage, translated };
}
