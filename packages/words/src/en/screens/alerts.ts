import { counted } from '../../lib/decimal.ts';

/** Alerts: their list, and acknowledging them. */
export const alertTexts = {
  alerts: 'Alerts',
  alertCount: (total: number) => counted(total, 'alert', 'alerts'),
  alertsOf: (well: string) => `Alerts of ${well}`,
  allOfWell: 'All of this well',
  rule: (percent: number) => `Changes of more than ${percent} % against the day before`,
  /** Between two volumes. */
  to: 'to',

  all: 'All',
  allProducts: 'All products',
  allKinds: 'All kinds',
  noneOpen: 'No open alerts',
  noneMatches: 'No alert matches',
  noneHint: 'Every change beyond the threshold has been acknowledged, or has cleared by itself.',
  none: 'No alerts',
  noneAtWell: 'Nothing has changed beyond the threshold from one day to the next.',

  acknowledge: 'Acknowledge',
  acknowledgeAlert: 'Acknowledge alert',
  acknowledgeNamed: (what: string) => `Acknowledge ${what}`,
  acknowledgeMany: (total: number) => `Acknowledge ${counted(total, 'alert', 'alerts')}`,
  acknowledgedAt: (well: string) => `${well}: acknowledged`,
  manyAcknowledged: (total: number) => `${counted(total, 'alert', 'alerts')} acknowledged`,
  commentHint: 'Optional, such as: down for a pump change',
  acknowledgeUpToDay: 'Acknowledge all up to a day',
  lastDay: 'Last day',
  lastDayHint: 'This day and all before it',
  chooseDay: 'Choose a day',
  openOfAll: 'The open alerts of all wells.',
  /** `place` is a well or a route. */
  openOfOnly: (place: string) => `The open alerts of ${place} only.`,
  thisWell: 'this well',
};
