import { aConflict } from '@wellpulse/testing/a-conflict';
import { expect, it } from 'vitest';
import { createWords } from './index.ts';

const en = createWords('en');
const es = createWords('es');

it.each([
  [
    { outcome: 'MERGE' as const, fields: [] },
    'Somebody else changed other values of this record in the meantime. Both changes were kept.',
    'Mientras tanto, otra persona cambió otros valores de este registro. Se guardaron los dos cambios.',
  ],
  [
    { outcome: 'OVERWRITE' as const, fields: ['oilVolume'] },
    'Somebody else changed this value in the meantime: Oil. This later entry was kept.',
    'Mientras tanto, otra persona cambió este valor: Petróleo. Quedó esta entrada, que es posterior.',
  ],
  [
    { outcome: 'SKIP' as const, fields: ['oilVolume', 'notes'] },
    'Somebody else changed these values in the meantime: Oil, Notes. Their later entry was kept.',
    'Mientras tanto, otra persona cambió estos valores: Petróleo, Notas. Quedó la otra entrada, que es posterior.',
  ],
  [
    { outcome: 'USER_PROMPT' as const, fields: ['deleted'] },
    'Somebody else changed this value in the meantime: The record itself. Somebody has to choose.',
    'Mientras tanto, otra persona cambió este valor: El registro mismo. Alguien tiene que elegir.',
  ],
  [
    { outcome: 'MERGE' as const, fields: [], eventType: 'PRODUCTION_DELETED' },
    'What you had entered is taken back. What others entered stands.',
    'Se retiró lo que usted había entrado. Lo que entraron otros queda.',
  ],
])('tells the author what became of a conflict: %o', (conflict, english, spanish) => {
  const met = { eventType: 'PRODUCTION_UPDATED', ...conflict };
  expect(en.conflictReason(met)).toBe(english);
  expect(es.conflictReason(met)).toBe(spanish);
});

it('names what a conflict is about', () => {
  const about = { wellName: 'Acme #7', productionDate: null, subject: 'HEATER_TREATER HT-1' };
  expect(en.conflictTitle(about)).toBe('Acme #7, Heater treater HT-1');
  expect(es.conflictTitle(about)).toBe('Acme #7, Tratador térmico HT-1');
  expect(en.conflictTitle({ ...about, subject: null })).toBe('Acme #7, an item');
  expect(es.conflictTitle({ ...about, productionDate: '2025-10-24' })).toBe('Acme #7, vie 24 oct 2025');
});

it.each([
  [{}, 'Dana’s was the later one, so it counts.'],
  [{ outcome: 'SKIP' as const }, 'Jo’s was the later one, so it stayed.'],
  [
    { outcome: 'SKIP' as const, baseVersion: null },
    'Dana’s device did not hold the record, so Jo’s entry stayed.',
  ],
  [{ outcome: 'MERGE' as const, fields: [] }, 'They changed different values, so both changes stand.'],
  [
    { status: 'RESOLVED' as const, choice: 'EXISTING' as const, resolvedByName: 'Avery' },
    'Avery kept the first, Jo’s.',
  ],
  [
    { status: 'WITHDRAWN' as const, resolvedByName: 'Dana' },
    'Dana deleted what they had entered themselves, so there is nothing left to settle.',
  ],
  [
    { eventType: 'PRODUCTION_DELETED', outcome: 'MERGE' as const, fields: [] },
    'Dana deleted what they had entered themselves; what others entered stands.',
  ],
])('what became of a conflict is one sentence: %o', (given, sentence) => {
  expect(en.conflictSentence(aConflict(given))).toBe(sentence);
});

it('calls an author whom the device does not know a colleague, with a capital where a line begins', () => {
  const { existing, incoming } = aConflict();
  const conflict = aConflict({ incoming: { ...incoming, userName: null } });
  expect(en.conflictSentence(conflict)).toBe('A colleague’s was the later one, so it counts.');
  expect(es.conflictSentence(conflict)).toBe(
    'La entrada de un colega fue posterior, así que es la que vale.',
  );
  const mine = aConflict({ outcome: 'SKIP', baseVersion: null, existing: { ...existing, userName: null } });
  expect(en.conflictSentence(mine)).toBe(
    'Dana’s device did not hold the record, so a colleague’s entry stayed.',
  );
  expect(es.conflictSentence({ ...mine, outcome: 'OVERWRITE', status: 'RESOLVED', choice: 'EXISTING' })).toBe(
    'Un colega dejó la primera entrada, la de un colega.',
  );
  expect([en.sideName(conflict.incoming), en.sideName(conflict.existing)]).toEqual(['A colleague', 'Jo']);
});

it('says what a value of a conflict is, and of the record whether it is there', () => {
  expect(en.conflictValue('oilVolume', 42.5)).toBe('42.50 bbl');
  expect(en.conflictValue('deleted', true)).toBe('Deleted');
  expect(es.conflictValue('deleted', false)).toBe('Existe');
});

it('counts what the rules settled', () => {
  expect(en.conflictsSettledSince(5)).toBe('5 conflicts settled by the rules since you looked');
  expect(es.conflictsSettledSince(1)).toBe('1 conflicto decidido por las reglas desde que usted miró');
});
