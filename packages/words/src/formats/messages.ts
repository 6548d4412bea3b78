/** The sentences of the wire in the language of the person. */
import { fill, MESSAGES, type MessageKey } from '@wellpulse/contracts';
import type { Texts } from '../en/index.ts';
import { dayFormats } from './days.ts';

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const BLANK = /\{\w+\}/;

/** What was made from a template: its words, and the blanks between them in their order. */
const patternOf = (template: string): RegExp =>
  new RegExp(`^${template.split(BLANK).map(escaped).join('([^]+)')}$`);

/** Blanks that hold a day. Others stay as they are, such as the name of a column. */
const DAYS = new Set(['today']);
const BY_TEXT = new Map(Object.entries(MESSAGES).map(([key, text]) => [text as string, key as MessageKey]));
const WITH_BLANKS = Object.entries(MESSAGES)
  .filter(([, text]) => text.includes('{'))
  .map(([key, text]) => ({
    key: key as MessageKey,
    pattern: patternOf(text),
    blanks: [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name),
  }));

export function messageFormats({ calendar, messages }: Pick<Texts, 'calendar' | 'messages'>) {
  const { formatDayWithYear } = dayFormats({ calendar });
  const written = (blank: string, value: string): string =>
    DAYS.has(blank) ? formatDayWithYear(value) : value;

  /** In this language; null for a sentence that the contracts do not hold, as one of a newer server. */
  function translated(sentence: string): string | null {
    const key = BY_TEXT.get(sentence);
    if (key !== undefined) return messages[key];
    for (const { key: known, pattern, blanks } of WITH_BLANKS) {
      const [, ...filled] = pattern.exec(sentence) ?? [];
      if (filled.length > 0) {
        return fill(
          messages[known],
          Object.fromEntries(blanks.map((name, at) => [name, written(name, filled[at] ?? '')])),
        );
      }
    }
    return null;
  }

  /** A message of a problem or of a schema; as it came where it has no translation. */
  const formatMessage = (sentence: string): string => translated(sentence) ?? sentence;

  return { formatMessage, translated };
}
