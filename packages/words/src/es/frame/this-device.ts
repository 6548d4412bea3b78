import type { thisDevice as english } from '../../en/frame/this-device.ts';

export const thisDevice: typeof english = {
  lookHint: 'Como el sistema: para el sol de día, oscura cuando el teléfono está oscuro.',
  language: 'Idioma',
  version: 'Versión de la app',

  storage: 'Almacenamiento',
  taken: (size) => `WellPulse ocupa ${size}`,
  waits: (content, photoSize) =>
    photoSize === null ? `Aún sin enviar: ${content}` : `Aún sin enviar: ${content}, ${photoSize}`,
  free: (free, all) => `${free} de ${all} están libres`,
  howFull: 'Qué tan lleno está',
  mayBeCleared:
    'Con el disco lleno, el navegador puede borrar estos datos. Instale WellPulse desde el menú del navegador para conservarlos.',

  reminders: 'Recordatorios',
  remindersAbout: 'Tras ocho horas con registros en espera, este teléfono le recuerda buscar una red.',
  remind: 'Recordarme',
  doNotRemind: 'No recordarme',
  remindersRefused: 'Las notificaciones no están permitidas. Permítalas en los ajustes de este teléfono.',
  reminder: 'Esperan desde hace más de ocho horas. Abra WellPulse donde haya red.',

  newPin: 'Elegir un PIN nuevo',
  newPassphrase: 'Elegir una frase de acceso nueva',
  newSecretHint: 'Con su contraseña y una red',
  signOutQuestion: '¿Cerrar sesión en este dispositivo?',
};
