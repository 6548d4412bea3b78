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
