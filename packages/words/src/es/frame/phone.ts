import type { phone as english } from '../../en/frame/phone.ts';

export const phone: typeof english = {
  firstSignIn: 'El primer inicio de sesión necesita red. Después basta su frase de acceso.',
  passphraseHint:
    'Ocho caracteres o más. Con ella abre la app, también sin red. Nadie puede volver a decírsela.',
  forgotten: '¿Olvidó su frase de acceso?',
  inBrowser:
    'En un navegador sus registros se guardan, pero no cifrados como en la app del teléfono. Use un teléfono suyo.',
  device: 'Teléfono',
  lastSevenDays: 'Los últimos 7 días',
  notEntered: 'Sin lectura',
  enterProduction: 'Anotar producción',
  countedWells: (which, count) => `${which} (${count})`,
  otherTab: {
    title: 'WellPulse está abierto en otra pestaña',
    about:
      'Siga ahí, o cierre esa pestaña e intente de nuevo aquí. Una sola pestaña tiene los datos de este dispositivo.',
  },
};
