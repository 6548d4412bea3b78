import { DEVICE_TROUBLES, STOP_REASONS, troubleOf, type OfflineRefusal } from '@wellpulse/domain';
import { PROBLEM_CODES, SYNC_FAILURES } from '@wellpulse/contracts';
import { expect, it } from 'vitest';
import { createWords } from './index.ts';

const en = createWords('en');
const es = createWords('es');
const both = [en, es];

it.each([
  [
    'VALIDATION_FAILED',
    'productionDate: Must not be after today, 2026-11-21',
    'Day must not be after today, 21 Nov 2026.',
  ],
  [
    'VALIDATION_FAILED',
    'oilVolume: Must be 0 or more; notes: Too long',
    'Oil must be 0 or more; Notes too long.',
  ],
  ['WELL_PLUGGED', 'Acme #7 was plugged on 12 Oct.', 'Acme #7 was plugged on 12 Oct.'],
  ['WELL_PLUGGED', '', 'The well was plugged.'],
  ['WELL_PLUGGED', null, 'The well was plugged.'],
  ['NEVER_HEARD_OF', '', 'The server refused it without a reason.'],
  ['NEVER_HEARD_OF', 'Not on Sundays', 'Not on Sundays.'],
  ['DEVICE_FAULT', 'disk is full', 'This device could not go on: disk is full'],
  ['NOTED', 'Sign in again to sync', 'Sign in again to sync.'],
])('%s with %j reads %j', (code, detail, sentence) => {
  expect(en.formatTrouble({ code, detail })).toBe(sentence);
});

it('says in Spanish what a code means, and repeats English only for what a newer server refuses', () => {
  expect(es.formatTrouble({ code: 'WELL_PLUGGED', detail: 'Acme #7 was plugged.' })).toBe(
    'El pozo fue taponado.',
  );
  expect(es.formatTrouble({ code: 'NEVER_HEARD_OF', detail: 'Not on Sundays' })).toBe('Not on Sundays.');
  expect(es.formatTrouble(troubleOf('NO_ANSWER'))).toBe('No se puede alcanzar el servidor.');
});

it('has a sentence for each code', () => {
  const codes = [...PROBLEM_CODES, ...SYNC_FAILURES, ...DEVICE_TROUBLES.filter((code) => code !== 'NOTED')];
  for (const { formatTrouble, formatStop, refusedWithoutReason } of both) {
    const sentences = codes.map((code) => formatTrouble({ code, detail: null }));
    expect(sentences.filter((sentence) => sentence === refusedWithoutReason)).toEqual([]);
    for (const reason of STOP_REASONS) expect(formatStop(reason)).toMatch(/\.$/);
  }
});

const refusals: [OfflineRefusal, string, string][] = [
  [
    { code: 'WEAK_SECRET', least: 8 },
    'A passphrase has at least 8 characters.',
    'Una frase de acceso tiene al menos 8 caracteres.',
  ],
  [
    { code: 'UNSETTLED_EVENTS', events: 5, photos: 1, before: 'RESET' },
    '5 entries and 1 photo are not at the server yet. Sync or export first; nothing was deleted.',
    '5 entradas y 1 foto aún no están en el servidor. Sincronice o exporte primero; no se borró nada.',
  ],
  [
    { code: 'UNSETTLED_EVENTS', events: 0, photos: 1, before: 'SIGN_OUT' },
    '1 photo is not at the server yet. Sync first, or lock the device instead.',
    '1 foto aún no está en el servidor. Sincronice primero, o bloquee el dispositivo.',
  ],
  [
    { code: 'NOT_FAILED', of: 'PHOTO' },
    'Only a photo that the server cannot take can be skipped.',
    'Solo se puede omitir una foto que el servidor no puede aceptar.',
  ],
  [
    { code: 'OTHER_TENANT', of: 'FILE' },
    'This file belongs to another company. Nothing was imported.',
    'Este archivo pertenece a otra empresa. No se importó nada.',
  ],
  [
    { code: 'REFUSED', trouble: { code: 'INVALID_CREDENTIALS', detail: null } },
    'The company, e-mail or password is wrong.',
    'La empresa, el correo o la contraseña no es correcta.',
  ],
  [
    { code: 'LOCKED' },
    'This device is locked. Unlock it, then go on.',
    'Este dispositivo está bloqueado. Desbloquéelo para continuar.',
  ],
];

it.each(refusals)('says why the offline client refused: %o', (refusal, english, spanish) => {
  expect(en.formatRefusal(refusal)).toBe(english);
  expect(es.formatRefusal(refusal)).toBe(spanish);
});

it('says how far a device’s clock is off, to the whole unit', () => {
  expect(en.formatWrongClock(-86_399_700)).toMatch(/1 day ahead/);
  expect(en.formatWrongClock(7_200_000)).toMatch(/2 hours behind/);
  expect(es.formatWrongClock(-86_400_000)).toMatch(/adelantado 1 día/);
});
