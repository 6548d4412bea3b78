/**
 * Code broken on purpose, one place at a time: a sign, a comparison, a dropped line. The tests of each suite in `killedBy`
 * must notice it. A test that is made quicker still has to notice the same.
 *
 * @typedef {'domain' | 'offline' | 'simulation'} MutantSuite a package, whose unit tests are meant
 * @typedef {{ file: string, from: string, to: string, killedBy: readonly MutantSuite[] }} Mutant `from` is in the file once
 */

const DOMAIN = 'packages/domain/src';
const OFFLINE = 'packages/offline/src';

/** @type {readonly Mutant[]} */
export const MUTANTS = [
  {
    file: `${DOMAIN}/alerts/variance.ts`,
    from: '<= toHundredths(thresholdPercent)',
    to: '< toHundredths(thresholdPercent)',
    killedBy: ['domain'],
  },
  {
    file: `${DOMAIN}/alerts/variance.ts`,
    from: "if (now === 0) return { kind: 'STOPPED', changePercent: -100 };",
    to: '',
    killedBy: ['domain'],
  },
  {
    file: `${DOMAIN}/alerts/variance.ts`,
    from: '((now - before) / before)',
    to: '((before - now) / before)',
    killedBy: ['domain'],
  },
  {
    file: `${DOMAIN}/merging/merge.ts`,
    from: 'conflicting.includes(field) || loses(field)',
    to: 'conflicting.includes(field) && loses(field)',
    killedBy: ['domain'],
  },
  {
    file: `${DOMAIN}/merging/field-history.ts`,
    from: 'write.knownFrom <= writer.baseVersion ||',
    to: 'write.knownFrom < writer.baseVersion ||',
    killedBy: ['domain'],
  },
  {
    file: `${DOMAIN}/merging/field-history.ts`,
    from: 'left.clock > right.clock',
    to: 'left.clock < right.clock',
    killedBy: ['domain'],
  },
  {
    file: `${DOMAIN}/merging/field-history.ts`,
    from: '(clock) => clock + 1',
    to: '(clock) => clock - 1',
    killedBy: ['domain'],
  },
  {
    file: `${DOMAIN}/production/production.rules.ts`,
    from: 'own !== null || mayManageOthersWork(actor)',
    to: 'true',
    killedBy: ['domain'],
  },
  {
    file: `${DOMAIN}/production/reading-rows.ts`,
    from: 'version: workset.nextVersion(row.version)',
    to: 'version: row.version',
    killedBy: ['domain'],
  },
  {
    file: `${DOMAIN}/maintenance/next-maintenance.ts`,
    from: 'nextMaintenanceDate <= soon.to',
    to: 'nextMaintenanceDate < soon.to',
    killedBy: ['domain'],
  },
  {
    file: `${OFFLINE}/sync/push/settle.ts`,
    from: '!retryable && ',
    to: '',
    killedBy: ['offline'],
  },
  {
    file: `${OFFLINE}/sync/pull/pull.ts`,
    from: 'await contain(db);',
    to: '',
    killedBy: ['offline'],
  },
  {
    file: `${OFFLINE}/photos/upload-photos.ts`,
    from: "return answered.value.state === 'STORED' ? null",
    to: "return answered.value.state !== 'STORED' ? null",
    killedBy: ['offline'],
  },
  {
    file: `${DOMAIN}/calendar.ts`,
    from: 'dayNumber(day) + count',
    to: 'dayNumber(day) - count',
    killedBy: ['domain'],
  },
  {
    file: `${DOMAIN}/volumes.ts`,
    from: 'product + divisor / 2n',
    to: 'product',
    killedBy: ['domain'],
  },
  {
    file: `${DOMAIN}/volumes.ts`,
    from: "sign === '-' && value",
    to: "sign !== '-' && value",
    killedBy: ['domain'],
  },
  {
    file: `${DOMAIN}/distance.ts`,
    from: 'FEET_PER_METRE = 1 / 0.3048',
    to: 'FEET_PER_METRE = 0.3048',
    killedBy: ['domain'],
  },
  {
    file: `${DOMAIN}/distance.ts`,
    from: 'feet > GEOFENCE_FEET',
    to: 'feet >= GEOFENCE_FEET',
    killedBy: ['domain'],
  },
  {
    file: `${OFFLINE}/sync/push/push.ts`,
    from: 'this.#strikes < MOST_STRIKES',
    to: 'this.#strikes <= MOST_STRIKES',
    killedBy: ['offline'],
  },
  {
    file: `${OFFLINE}/sync/push/push.ts`,
    from: 'batch.events.length / 2',
    to: 'batch.events.length',
    killedBy: ['offline'],
  },
];
