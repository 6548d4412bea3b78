import type { session as english } from '../../en/frame/session.ts';
import { counted } from '../../lib/decimal.ts';

export const session: typeof english = {
  signIn: 'Iniciar sesión',
  invitation: 'A sus pozos y sus lecturas diarias.',
  endedInvitation: 'Su sesión terminó. Inicie sesión para continuar.',
  noAccount: 'Sin cuenta, o si olvidó la contraseña: pregunte a su administrador.',
  tenant: 'Empresa',
  tenantHint: 'Su nombre corto aquí, por ejemplo acme',
  email: 'Correo',
  password: 'Contraseña',
  tenantMissing: 'Dé el nombre corto de su empresa',
  tenantNotValid: 'Solo letras, cifras y guiones',
  emailMissing: 'Dé su correo',
  emailNotValid: 'Esto no es un correo',
  passwordMissing: 'Dé su contraseña',
  serverMissing: 'Dé la dirección del servidor',
  serverNotValid: 'Esto no es una dirección, por ejemplo wells.example.com',
  secretMissing: 'Escriba su PIN o su frase de acceso',
  tooManyTries: 'Demasiados intentos fallidos. Espere y vuelva a intentarlo.',
  deviceNameMissing: 'Dé un nombre a este dispositivo',
  retryInSeconds: (seconds) => `Intente de nuevo en ${seconds} s`,
  retryInMinutes: (minutes) => `Intente de nuevo en ${counted(minutes, 'minuto', 'minutos')}`,

  ended: 'Su sesión terminó',
  signInAgain: (email) => `Inicie sesión como ${email} para continuar. Lo que escribió sigue aquí.`,
  signInAsOther: 'Iniciar sesión como otra persona',
  signOut: 'Cerrar sesión',
  notSignedOut: 'No se cerró la sesión',

  changePassword: 'Cambiar contraseña',
  othersEnd: 'Aquí su sesión sigue abierta; todas sus otras sesiones terminan.',
  currentPassword: 'Contraseña actual',
  newPassword: 'Contraseña nueva',
  newPasswordHint: '12 caracteres o más; unas palabras seguidas son fáciles de recordar',
  passwordChanged: 'Contraseña cambiada',
};
