import { expect, it } from 'vitest';
import { english } from './en/index.ts';
import { spanish } from './es/index.ts';
import { createWords, languageOf } from './index.ts';

/** Written alike in both languages. */
const ALIKE = [
  'Gas',
  'Laptop',
  'Web',
  'laptop',
  'no',
  'lease',
  'dom',
  'mar',
  'may',
  'jun',
  'jul',
  'ago',
  'PIN',
  '30 d',
  '90 d',
];

interface Pair {
  readonly key: string;
  readonly left: unknown;
  readonly right: unknown;
}

/** What stands under each key, in English and in Spanish. */
function pairsOf(left: unknown, right: unknown, key = ''): Pair[] {
  if (typeof left !== 'object' || left === null || typeof right !== 'object' || right === null) {
    return [{ key, left, right }];
  }
  const others = new Map(Object.entries(right));
  return Object.entries(left).flatMap(([name, value]) => pairsOf(value, others.get(name), `${key}.${name}`));
}

const PAIRS = pairsOf(english, spanish);
const TEXTS = PAIRS.flatMap(({ key, left, right }) =>
  typeof left === 'string' && typeof right === 'string' ? [{ key, left, right }] : [],
);

it('says nothing in English where Spanish is asked for', () => {
  expect(TEXTS.length).toBeGreaterThan(250);
  const same = TEXTS.filter(({ left, right }) => left === right && left !== '').map(({ left }) => left);
  expect(same.filter((text) => !ALIKE.includes(text))).toEqual([]);
});

it('holds no empty text', () => {
  expect(TEXTS.filter(({ left, right }) => left === '' || right === '').map(({ key }) => key)).toEqual([
    '.quantities.compactSuffixes.0',
  ]);
});

const blanksOf = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();

it('fills in the same in both languages', () => {
  expect(TEXTS.flatMap(({ left }) => blanksOf(left)).length).toBeGreaterThan(10);
  const other = TEXTS.filter(({ left, right }) => blanksOf(left).join() !== blanksOf(right).join());
  expect(other).toEqual([]);
});

type Speaks = (...given: unknown[]) => unknown;

const isFunction = (value: unknown): value is Speaks => typeof value === 'function';

/** Which of the things that it was given a sentence names, whatever else it says. */
const namedIn = (speaks: Speaks, given: readonly unknown[]): string[] => {
  const said = String(speaks(...given)).replaceAll(',', '');
  return given.map(String).filter((value) => said.includes(value));
};

const UNITS = ['year', 'month', 'day', 'hour', 'minute'];

/** Kinds of things that functions are given: names, many, one, and numbers with a unit of time. */
const GIVEN: readonly (readonly unknown[])[] = [
  ['⟦a⟧', '⟦b⟧', '⟦c⟧', '⟦d⟧'],
  ['⟦a⟧', 2, '⟦c⟧', '⟦d⟧'],
  ['⟦a⟧', 1, '⟦c⟧', '⟦d⟧'],
  [7777, '⟦b⟧'],
  [7777, 8888],
  [0, 8888],
  [7777, 0],
];

it('names the same things in both languages, in functions too', () => {
  const speaking = PAIRS.filter(({ left }) => isFunction(left));
  expect(speaking.length).toBeGreaterThan(40);
  const other: string[] = [];
  for (const { key, left, right } of speaking) {
    if (!isFunction(left) || !isFunction(right)) throw new Error(`${key} is a function in English only`);
    const isOfTime = ['.calendar.span', '.calendar.ago', '.calendar.ahead'].includes(key);
    const all = isOfTime ? UNITS.map((unit) => [7777, unit]) : GIVEN;
    for (const given of all) {
      const values = isOfTime ? given.slice(0, 1) : given;
      const inEnglish = namedIn((..._: unknown[]) => left(...given), values);
      const inSpanish = namedIn((..._: unknown[]) => right(...given), values);
      if (inEnglish.join() !== inSpanish.join())
        other.push(`${key}: ${inEnglish.join()} | ${inSpanish.join()}`);
    }
  }
  expect(other).toEqual([]);
});

it('reads the language of a tag', () => {
  expect(['es', 'es-MX', 'es_US.UTF-8', 'ES-419'].map(languageOf)).toEqual(['es', 'es', 'es', 'es']);
  expect(['en', 'en-US', 'est', 'C', ''].map(languageOf)).toEqual(['en', 'en', 'en', 'en', 'en']);
});

it('makes the words of a language once', () => {
  expect(createWords('es')).toBe(createWords('es'));
  expect(createWords('es').language).toBe('es');
});
