import type { Alert } from '@wellpulse/contracts';
import { expect, it } from 'vitest';
import { groupAlerts } from './group-alerts.ts';

const alert = (wellId: string, productionDate: string, product: Alert['product']): Alert => ({
  id: `${wellId} ${productionDate} ${product}`,
  wellId,
  wellName: `Well ${wellId}`,
  productionDate,
  product,
  kind: 'CHANGED',
  previousValue: 42,
  currentValue: 18,
  changePercent: -57,
  status: 'OPEN',
  acknowledgedBy: null,
  acknowledgedAt: null,
  comment: null,
  createdAt: '2025-10-24T11:00:00.000Z',
  updatedAt: '2025-10-24T11:00:00.000Z',
  version: 1,
});

it('puts together what happened to a well on a day: oil, gas, water', () => {
  const alerts = [
    alert('b', '2025-10-24', 'WATER'),
    alert('a', '2025-10-24', 'OIL'),
    alert('b', '2025-10-24', 'OIL'),
    alert('b', '2025-10-23', 'GAS'),
  ];
  const groups = groupAlerts(alerts).map(({ wellName, productionDate, alerts: of }) => [
    wellName,
    productionDate,
    of.map(({ product }) => product),
  ]);
  expect(groups).toEqual([
    ['Well b', '2025-10-24', ['OIL', 'WATER']],
    ['Well a', '2025-10-24', ['OIL']],
    ['Well b', '2025-10-23', ['GAS']],
  ]);
});
