import type { shell as english } from '../../en/frame/shell.ts';
import { counted } from '../../lib/decimal.ts';

const pageKeywords: (typeof english)['pageKeywords'] = {
  home: ['tablero', 'hoy', 'mapa'],
  wells: ['lista', 'lease'],
  enter: ['hoja del día', 'producción', 'lectura', 'medición'],
  alerts: ['variación'],
  equipment: ['unidad de bombeo', 'tanque', 'separador', 'número de serie', 'activo'],
  maintenance: ['vencido', 'servicio', 'reparación', 'costo', 'calendario'],
  conflicts: ['combinar', 'deshacer', 'ambos lados', 'sobrescrito'],
  sync: [
    'dispositivos',
    'teléfono',
    'laptop',
    'retirar',
    'perdido',
    'robado',
    'rechazadas',
    'sin red',
    'archivo wellpulse',
  ],
  settings: ['empresa', 'zona horaria', 'umbral'],
};

export const shell: typeof english = {
  pageNames: {
    home: 'Inicio',
    wells: 'Pozos',
    enter: 'Entrar datos',
    alerts: 'Alertas',
    equipment: 'Equipos',
    maintenance: 'Mantenimiento',
    conflicts: 'Conflictos',
    sync: 'Sincronización',
    settings: 'Configuración',
  },
  pageKeywords,
  pages: 'Páginas',
  more: 'Más',
  morePages: 'Más páginas',
  skipToContent: 'Ir al contenido',
  openAlerts: (count) => counted(count, 'alerta abierta', 'alertas abiertas'),

  search: 'Buscar en todo',
  searchHint: 'Buscar pozos, equipos, personas y páginas',
  found: {
    openAlerts: 'Alertas abiertas',
    openConflicts: 'Conflictos abiertos',
    people: 'Personas',
    devices: 'Dispositivos',
  },
  twoPeople: (one, other) => `${one} y ${other}`,

  account: (name) => `Su cuenta: ${name}`,
  appearance: 'Apariencia',
  themeNames: {
    system: 'Como el sistema',
    light: 'Claro',
    dark: 'Oscuro',
    contrast: 'Alto contraste',
    field: 'Luz del sol',
  },

  liveNames: { CONNECTING: 'Conectando', LIVE: 'En vivo', RECONNECTING: 'Reconectando' },
  liveHints: {
    CONNECTING: 'Conectando con el servidor',
    LIVE: 'Lo que llega del campo aparece solo',
    RECONNECTING: 'Se perdió la conexión; esta página se pone al día en cuanto vuelva',
  },
  triesAgain: 'Esta página lo intenta otra vez sola.',
  loading: 'Cargando',

  error: 'Falla',
  notFound: 'No se encontró',
  noSuchPage: 'No existe esa página',
  noSuchPageHint: 'El enlace es incorrecto, o la página cambió de lugar.',
  notAllowed: 'Sin permiso',
  roleRefuses: 'Su rol no permite esto',
  signedInAs: (role) => `Su sesión es de ${role}. Un administrador puede cambiar su rol.`,
  toHome: 'Ir a Inicio',
};
