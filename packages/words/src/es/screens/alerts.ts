import type { alertTexts as english } from '../../en/screens/alerts.ts';
import { counted } from '../../lib/decimal.ts';

export const alertTexts: typeof english = {
  alerts: 'Alertas',
  alertCount: (total) => counted(total, 'alerta', 'alertas'),
  alertsOf: (well) => `Alertas de ${well}`,
  allOfWell: 'Todas las de este pozo',
  rule: (percent) => `Cambios de más de ${percent} % contra el día anterior`,
  to: 'a',

  all: 'Todas',
  allProducts: 'Todos los productos',
  allKinds: 'Todas las clases',
  noneOpen: 'No hay alertas abiertas',
  noneMatches: 'Ninguna alerta coincide',
  noneHint: 'Todo cambio sobre el umbral se reconoció, o se resolvió por sí solo.',
  none: 'Sin alertas',
  noneAtWell: 'Nada ha cambiado más que el umbral de un día al siguiente.',

  acknowledge: 'Reconocer',
  acknowledgeAlert: 'Reconocer alerta',
  acknowledgeNamed: (what) => `Reconocer ${what}`,
  acknowledgeMany: (total) => `Reconocer ${counted(total, 'alerta', 'alertas')}`,
  acknowledgedAt: (well) => `${well}: reconocido`,
  manyAcknowledged: (total) => counted(total, 'alerta reconocida', 'alertas reconocidas'),
  commentHint: 'Opcional, por ejemplo: parado por cambio de bomba',
  acknowledgeUpToDay: 'Reconocer todas hasta un día',
  lastDay: 'Último día',
  lastDayHint: 'Este día y todos los anteriores',
  chooseDay: 'Elija un día',
  openOfAll: 'Las alertas abiertas de todos los pozos.',
  openOfOnly: (place) => `Solo las alertas abiertas de ${place}.`,
  thisWell: 'este pozo',
};
