import { expect, test } from 'vitest';
import { z } from 'zod';
import { CATALOGUE } from '../catalogue.ts';
import {
  countField,
  filledShape,
  missingValues,
  namesWith,
  partOf,
  payloadShape,
  textField,
  toldNames,
  valueShape,
  valuesFrom,
  type FieldCatalogue,
  type FieldFacts,
} from './field-catalogue.ts';

const optional = { part: 'VALUE', nullable: true, contested: true, exported: true } as const;
const FIELDS = {
  name: { ...textField(3, 1), ...optional, nullable: false, contested: false },
  notes: { ...textField(3), ...optional },
  place: { ...countField(z.int()), ...optional, nullable: false, initial: 7 },
  at: { ...textField(9), ...optional, part: 'SERVER', exported: false },
} as const satisfies FieldCatalogue;

test('an entry and a record may lack what has a value by itself, and nothing else', () => {
  const schema = z.object(filledShape(FIELDS));
  expect(schema.parse({ name: 'A' })).toEqual({ name: 'A', notes: null, place: 7, at: null });
  expect(schema.safeParse({ notes: 'x' }).success).toBe(false);
  expect(schema.safeParse({ name: 'A', notes: 'long' }).success).toBe(false);
  expect(missingValues(FIELDS)).toEqual({ notes: null, place: 7, at: null });
});

test('a payload keeps what was left out apart from null', () => {
  expect(z.object(payloadShape(FIELDS)).parse({ name: 'A', notes: null })).toEqual({
    name: 'A',
    notes: null,
  });
  expect(valuesFrom(FIELDS, { name: 'A' })).toEqual({ name: 'A', notes: null, place: 7, at: null });
});

test('a change takes null where a value may be null, and only there', () => {
  const schema = z.object(valueShape(FIELDS)).partial();
  expect(schema.parse({ notes: null })).toEqual({ notes: null });
  expect(schema.safeParse({ place: null }).success).toBe(false);
});

test('fields are told apart by what they are', () => {
  expect(Object.keys(partOf(FIELDS, 'SERVER'))).toEqual(['at']);
  expect(namesWith(FIELDS, 'contested')).toEqual(['notes', 'place', 'at']);
  expect(namesWith(FIELDS, 'exported')).toEqual(['name', 'notes', 'place']);
});

test('a history tells what can change, unless each of its steps says it in another way', () => {
  const { notes, at } = FIELDS;
  expect(toldNames({ number: { ...notes, part: 'KEY' }, notes, how: { ...at, untold: true }, at })).toEqual([
    'notes',
    'at',
  ]);
});

test('fields of one name have one kind and one unit, whichever record they are of', () => {
  const known = new Map<string, FieldFacts>();
  for (const fields of Object.values<FieldCatalogue>(CATALOGUE)) {
    for (const [name, facts] of Object.entries(fields)) {
      const { kind, unit } = known.get(name) ?? facts;
      expect({ name, kind: facts.kind, unit: facts.unit }).toEqual({ name, kind, unit });
      known.set(name, facts);
    }
  }
});
