import { CATALOGUE, type Aggregate, type FieldFacts } from '@wellpulse/contracts';
import { expect, it } from 'vitest';
import { createWords } from '../index.ts';

/** The codes that a schema lists; none for any other. */
const optionsOf = ({ schema }: FieldFacts): readonly string[] =>
  'options' in schema && Array.isArray(schema.options) ? schema.options.map(String) : [];

const CODES = (Object.keys(CATALOGUE) as Aggregate[]).flatMap((aggregate) =>
  Object.entries<FieldFacts>(CATALOGUE[aggregate]).flatMap(([field, facts]) =>
    optionsOf(facts).map((code) => ({ aggregate, field, code })),
  ),
);

it('has a name for each code of the catalogue', () => {
  expect(CODES.length).toBeGreaterThan(40);
  const unnamed = (language: 'en' | 'es') => {
    const { codeName } = createWords(language);
    return CODES.filter(({ aggregate, field, code }) => codeName(aggregate, field, code) === code);
  };
  // The electric submersible pump is called so by everybody who speaks English.
  expect(unnamed('en')).toEqual([{ aggregate: 'equipment', field: 'equipmentType', code: 'ESP' }]);
  expect(unnamed('es')).toEqual([]);
});

it('leaves a code as it is that has no name', () => {
  const { codeName } = createWords('en');
  expect(codeName('well', 'apiNumber', '42-165-12345')).toBe('42-165-12345');
  expect(codeName('well', 'status', 'OF_A_NEWER_SERVER')).toBe('OF_A_NEWER_SERVER');
});
