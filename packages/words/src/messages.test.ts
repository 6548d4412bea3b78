import { fill, message, MESSAGES } from '@wellpulse/contracts';
import { expect, it } from 'vitest';
import { createWords } from './index.ts';

const es = createWords('es');

it.each([
  [message('notEmpty'), 'No puede quedar vacío'],
  [message('tooLong', { count: 60 }), 'Debe tener como máximo 60 caracteres'],
  [
    message('columnMissing', { column: 'oil (bbl) {x} $&' }),
    'El archivo no tiene la columna "oil (bbl) {x} $&"',
  ],
  [message('otherSize', { is: 12, announced: 13 }), 'Llegaron 12 bytes, se anunciaron 13'],
  ['Not on Sundays', 'Not on Sundays'],
])('%s reads %s', (english, spanish) => {
  expect(createWords('en').formatMessage(english)).toBe(english);
  expect(es.formatMessage(english)).toBe(spanish);
});

it('writes a day as its readers do', () => {
  const sentence = message('futureDay', { today: '2026-11-21' });
  expect(createWords('en').formatMessage(sentence)).toBe('Must not be after today, 21 Nov 2026');
  expect(es.formatMessage(sentence)).toBe('No puede ser después de hoy, 21 nov 2026');
});

it.each(Object.values(MESSAGES).filter((text) => text.includes('{')))('takes "%s" for no other', (text) => {
  const names = [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const values: Record<string, string> = Object.fromEntries(names.map((name) => [name, `a ${name} of 7`]));
  expect(es.formatMessage(fill(text, values))).toBe(fill(es.formatMessage(text), values));
});

it('finds the key of every sentence', () => {
  const unknown = Object.values(MESSAGES).filter((text) => es.formatMessage(text) === text);
  expect(unknown).toEqual([]);
});
