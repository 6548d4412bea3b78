import { MAX_PHOTO_BYTES, sizeText } from '@wellpulse/contracts';
import type { troubles as english } from '../en/troubles.ts';
import { counted } from '../lib/decimal.ts';

const diskFull =
  'Este dispositivo está lleno. Todo lo guardado está a salvo. Borre lo que no necesite, como videos u otras aplicaciones, ' +
  'e intente de nuevo. También puede exportar sus entradas a otra unidad.';
const dataDamaged =
  'Una parte de los datos de este dispositivo ya no se puede leer. Exporte sus entradas y llame a su oficina antes de seguir.';

export const troubles: typeof english = {
  problemTitles: {
    VALIDATION_FAILED: 'Algunos valores no son aceptables',
    DATE_IN_FUTURE: 'Ese día aún no ha llegado',
    MALFORMED_REQUEST: 'No se pudo leer la solicitud',
    PHOTO_MISMATCH: 'Lo que llegó no es la foto anunciada',
    PHOTO_UNREADABLE: 'La imagen está dañada o no se puede abrir',
    UNAUTHENTICATED: 'Inicie sesión para continuar',
    INVALID_CREDENTIALS: 'La empresa, el correo o la contraseña no es correcta',
    FORBIDDEN: 'Su rol no permite esto',
    TENANT_SUSPENDED: 'Esta empresa está suspendida',
    DEVICE_REVOKED: 'Este dispositivo ya no está registrado',
    DEVICE_MISMATCH: 'Esta sesión no es de ese dispositivo',
    WEB_DEVICES_FORBIDDEN: 'Su empresa no permite esta aplicación en un navegador',
    USER_SUSPENDED: 'Este usuario está suspendido',
    ROUTE_NOT_FOUND: 'No hay nada en esta dirección',
    WELL_NOT_FOUND: 'No existe ese pozo',
    PRODUCTION_NOT_FOUND: 'No existe ese registro de producción',
    EQUIPMENT_NOT_FOUND: 'No existe ese equipo',
    MAINTENANCE_NOT_FOUND: 'No existe ese registro de mantenimiento',
    PHOTO_NOT_FOUND: 'No existe esa foto',
    DEVICE_NOT_FOUND: 'No existe ese dispositivo',
    CONFLICT_NOT_FOUND: 'No existe ese conflicto',
    RECORD_NOT_FOUND: 'Ese registro ya no existe',
    USER_NOT_FOUND: 'No existe ese usuario',
    ALERT_NOT_FOUND: 'No existe esa alerta',
    METHOD_NOT_ALLOWED: 'Esta dirección no acepta ese método',
    PRODUCTION_EXISTS: 'Ya hay un registro de este pozo y día',
    VERSION_CONFLICT: 'Otra persona cambió este registro después de que usted lo leyó',
    API_NUMBER_TAKEN: 'Otro pozo tiene este número API',
    SERIAL_NUMBER_TAKEN: 'Otro equipo tiene este número de serie',
    PHOTO_NOT_UPLOADED: 'Los datos de esta foto no han llegado',
    EQUIPMENT_DELETED: 'Este equipo fue borrado',
    CONFLICT_NOT_UNDOABLE: 'En este conflicto no hay nada que deshacer',
    CONFLICT_NOT_REOPENABLE: 'En este conflicto nadie ha elegido',
    EMAIL_TAKEN: 'Otro usuario tiene este correo',
    LAST_ADMIN: 'El último administrador activo debe seguir siéndolo',
    WELL_PLUGGED: 'Este pozo está taponado, lo cual es definitivo',
    ALERT_CLEARED: 'La alerta ya se resolvió por sí sola',
    BASE_MISSING: 'Aún no llega aquello en lo que esto se basa',
    CURSOR_UNREADABLE: 'Este servidor no puede leer el cursor: empiece de nuevo sin cursor',
    LOG_REPLACED: 'El servidor volvió a un estado anterior',
    PAYLOAD_TOO_LARGE: 'La solicitud es demasiado grande',
    UNSUPPORTED_MEDIA_TYPE: 'Aquí no se acepta este tipo de contenido',
    PROTOCOL_TOO_OLD: 'Esta aplicación es demasiado antigua para el servidor: actualícela',
    IDEMPOTENCY_KEY_REUSED: 'Esta clave de idempotencia se usó con otro contenido',
    TOO_MANY_REQUESTS: 'Demasiadas solicitudes',
    INTERNAL: 'El servidor falló; no se guardó nada',
    TENANT_SCHEMA_OUTDATED: 'La base de datos de la empresa espera una migración',
    UNAVAILABLE: 'El servidor no puede responder en este momento',
  },
  stops: {
    NEEDS_SIGN_IN: 'Inicie sesión de nuevo para sincronizar.',
    DEVICE_REVOKED:
      'Este dispositivo ya no está registrado. Sus entradas están a salvo en él: regístrelo de nuevo para enviarlas, ' +
      'o haga las entradas en otro dispositivo.',
    REGISTER_AGAIN:
      'El servidor conoce otro dispositivo con este nombre. Sus entradas están a salvo en este: expórtelas, ' +
      'o pregunte a su administrador.',
    TENANT_SUSPENDED:
      'Su empresa está suspendida. Sus entradas están a salvo en este dispositivo hasta que eso termine.',
    USER_SUSPENDED:
      'Su cuenta está suspendida. Sus entradas están a salvo en este dispositivo; un compañero puede iniciar sesión aquí y sincronizarlas.',
    WEB_DEVICES_FORBIDDEN:
      'Su empresa ya no permite esta aplicación en un navegador. Sus entradas están a salvo aquí: entréguelas como archivo ' +
      'y siga con la aplicación de un teléfono o portátil.',
    FORBIDDEN:
      'Su rol no permite sincronizar. Sus entradas están a salvo en este dispositivo; un compañero puede iniciar sesión aquí y sincronizarlas.',
  },
  deviceTroubles: {
    NO_ANSWER: 'No se puede alcanzar el servidor.',
    TIMEOUT: 'El servidor no respondió a tiempo.',
    UNREADABLE: 'La respuesta no vino del servidor. ¿Esta red pide iniciar sesión?',
    LINK_UNSTEADY: 'La conexión es inestable. Lo que falta se envía en breve.',
    LINK_LETS_NO_ENTRIES: 'El servidor responde, pero esta conexión no deja pasar entradas. Pruebe otra red.',
    ENTRY_SWALLOWED: 'Esta conexión deja pasar todo menos esta entrada. Se intentará de nuevo más tarde.',
    PHOTO_SWALLOWED: 'Esta conexión deja pasar todo menos esta foto. Se intentará de nuevo más tarde.',
    STORAGE_UNREACHED: 'El servidor responde, pero las fotos no pasan. Se intentará de nuevo más tarde.',
    AWAITS_UNLOCK: 'Su autor tiene que desbloquear este dispositivo.',
    AWAITS_SIGN_IN: 'Su autor tiene que iniciar sesión en este dispositivo.',
    ENTRIES_WAIT: 'Algunas entradas esperan su próximo intento.',
    PHOTOS_WAIT: 'Algunas fotos esperan su próximo intento.',
    OTHER_PROGRAM: 'Otro WellPulse está sincronizando en este dispositivo.',
    FILE_GONE: 'El archivo de la foto ya no está en este dispositivo.',
    STORAGE_REFUSED: 'El almacén de fotos no aceptó la foto.',
    DISK_FULL: diskFull,
    DATA_DAMAGED: dataDamaged,
  },
  refusedEntries: {
    VALIDATION_FAILED: 'Contiene valores que no se permiten.',
    SIGNATURE_INVALID: 'No está firmada con una clave que su autor tenga aquí.',
    EVENT_ID_REUSED: 'Otra entrada llegó antes con el mismo identificador.',
    EVENT_TYPE_UNKNOWN: 'Este servidor no conoce entradas de este tipo.',
    EVENT_TOO_LARGE: 'Es demasiado grande.',
    WELL_NOT_FOUND: 'El pozo no está, o fue retirado.',
    WELL_PLUGGED: 'El pozo fue taponado.',
    EQUIPMENT_NOT_FOUND: 'El equipo no está, o fue retirado.',
    EQUIPMENT_DELETED: 'El equipo fue borrado.',
    SERIAL_NUMBER_TAKEN: 'Otro equipo tiene este número de serie.',
    RECORD_NOT_FOUND: 'El registro que cambia fue borrado.',
    DATE_IN_FUTURE: 'Su día aún no ha llegado.',
    FORBIDDEN: 'El rol de su autor no permite esto.',
    TENANT_MISMATCH: 'Pertenece a otra empresa.',
    AUTHOR_UNKNOWN: 'Aquí no se conoce a su autor.',
    EVENT_TOO_NEW: 'Se hizo con una aplicación más nueva de lo que este servidor conoce.',
    BASE_MISSING: 'Aquello en lo que se basa aún no llega al servidor.',
    INTERNAL: 'Esta vez el servidor no pudo aceptarla.',
  },
  offlineRefusals: {
    NOT_REGISTERED: 'Este dispositivo aún no está registrado. Inicie sesión una vez con red.',
    RETIRING: 'Este dispositivo se retiró: envía lo que espera en él y después se vacía. Use otro.',
    LOCKED: 'Este dispositivo está bloqueado. Desbloquéelo para continuar.',
    UNKNOWN_USER: 'Inicie sesión una vez en este dispositivo con red.',
    WRONG_SECRET: 'Ese no es su PIN ni su frase de acceso. Intente de nuevo.',
    SECRET_MISSING: 'Elija con qué se abre su clave en este dispositivo.',
    PHOTO_REFUSED: `Una foto no puede estar vacía, y tiene ${sizeText(MAX_PHOTO_BYTES)} como máximo.`,
    PHOTO_GONE: 'No hay ninguna foto en ese lugar.',
    DISK_FULL: diskFull,
    DATA_DAMAGED: dataDamaged,
  },
  exportFileErrors: {
    NOT_AN_EXPORT: 'Este no es un archivo exportado por un dispositivo WellPulse.',
    NEWER_EXPORT: 'Una aplicación más nueva exportó este archivo. Actualice esta para abrirlo.',
    FILE_DAMAGED: 'Este archivo está cortado o dañado. Cópielo otra vez del dispositivo que lo hizo.',
    WRONG_PASSPHRASE: 'La frase de acceso no es correcta.',
    WEAK_PASSPHRASE: 'Elija una frase de acceso de 8 caracteres o más.',
  },
  isServersLanguage: false,
  refusedWithoutReason: 'El servidor la rechazó sin dar un motivo.',
  enteredAgain: 'Se entró de nuevo',
  noOutcome: 'El servidor no dijo qué pasó con ella.',
  deviceFault: (detail) => `Este dispositivo no pudo continuar: ${detail}`,
  weakSecret: (least) => `Una frase de acceso tiene al menos ${least} caracteres.`,
  partsNotRead: (count) =>
    `Una aplicación más nueva hizo ${counted(count, 'parte', 'partes')} de este archivo que esta no puede leer: actualícela e importe el archivo de nuevo.`,
  otherTenantsFile: 'Este archivo pertenece a otra empresa. No se importó nada.',
  otherTenantsDevice: 'Este dispositivo pertenece a otra empresa. Cada empresa tiene dispositivos propios.',
  entryNotFailed: 'Solo se puede entrar de nuevo u omitir una entrada que el servidor rechazó.',
  photoNotFailed: 'Solo se puede omitir una foto que el servidor no puede aceptar.',
  unsettled: (events, photos) => {
    const parts = [
      ...(events > 0 ? [counted(events, 'entrada', 'entradas')] : []),
      ...(photos > 0 ? [counted(photos, 'foto', 'fotos')] : []),
    ];
    return `${parts.join(' y ')} aún no ${events + photos === 1 ? 'está' : 'están'} en el servidor.`;
  },
  shortOfRoom:
    'Este dispositivo está casi lleno. Todavía puede guardar y exportar entradas, pero no fotos. Borre lo que no necesite.',
  clockAhead: (span) =>
    `El reloj de este dispositivo está adelantado ${span}. Póngalo en hora: las entradas nuevas pueden ser rechazadas.`,
  clockBehind: (span) =>
    `El reloj de este dispositivo está atrasado ${span}. Póngalo en hora: las entradas nuevas pueden quedar en otro día.`,
  dataRepaired:
    'Una parte de los datos de este dispositivo no se pudo leer y se hizo de nuevo. Nada de lo que usted entró se perdió.',
  entriesGone: (numbers) =>
    `Una parte de los datos de este dispositivo no se pudo leer. Faltan en él estas entradas: ${numbers}. ` +
    'Pregunte a su oficina si las tiene, y haga las demás de nuevo.',
  awaited: (names) =>
    `Estas personas abren este dispositivo o inician sesión antes de que salgan sus entradas: ${names}`,
  unnamedPeople: (count) =>
    count === 1
      ? 'alguien cuyo nombre no está en este dispositivo'
      : `${count} personas cuyos nombres no están en este dispositivo`,
  beforeSignOut: 'Sincronice primero, o bloquee el dispositivo.',
  beforeReset: 'Sincronice o exporte primero; no se borró nada.',
  newerData:
    'Una versión más nueva de la aplicación escribió los datos de este dispositivo. Actualice la aplicación; no se cambió nada.',
};
