import { expect, it } from 'vitest';
import { english } from './en/index.ts';
import { spanish } from './es/index.ts';
import { createWords, languageOf } from './index.ts';

/** Written alike in both languages. */
const ALIKE = ['Gas', 'Laptop', 'Web', 'dom', 'mar', 'may', 'jun', 'jul', 'ago'];

/** The English and the Spanish text of each key; functions aren't read. */
function pairsOf(left: unknown, right: unknown): [string, string][] {
  if (typeof left === 'string' && typeof right === 'string') return [[left, right]];
  if (typeof left !== 'object' || left === null || typeof right !== 'object' || right === null) return [];
  const others = new Map(Object.entries(right));
  return Object.entries(left).flatMap(([key, value]) => pairsOf(value, others.get(key)));
}

it('says nothing in English where Spanish is asked for', () => {
  const pairs = pairsOf(english, spanish);
  expect(pairs.length).toBeGreaterThan(80);
  const same = pairs.filter(([left, right]) => left === right && left !== '').map(([text]) => text);
  expect(same.filter((text) => !ALIKE.includes(text))).toEqual([]);
});

it('holds no empty text', () => {
  const texts = [...pairsOf(english, spanish)].flat();
  expect(texts.filter((text) => text === '').length).toBe(2);
});

it('reads the language of a tag', () => {
  expect(['es', 'es-MX', 'es_US.UTF-8', 'ES-419'].map(languageOf)).toEqual(['es', 'es', 'es', 'es']);
  expect(['en', 'en-US', 'est', 'C', ''].map(languageOf)).toEqual(['en', 'en', 'en', 'en', 'en']);
});

it('makes the words of a language once', () => {
  expect(createWords('es')).toBe(createWords('es'));
  expect(createWords('es').language).toBe('es');
});
