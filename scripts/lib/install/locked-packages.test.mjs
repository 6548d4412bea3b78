import { expect, test } from 'vitest';
import { packagesOf } from './locked-packages.mjs';

const packages = {
  '': { devDependencies: { eslint: '*' } },
  'apps/web': { dependencies: { '@wellpulse/ui': '*', next: '*' }, devDependencies: { tailwind: '*' } },
  'apps/web/node_modules/next': { dependencies: { react: '*' }, devDependencies: { jest: '*' } },
  'node_modules/@wellpulse/ui': { link: true, resolved: 'packages/ui' },
  'packages/ui': { dependencies: { charts: '*' }, peerDependencies: { react: '*' } },
  'node_modules/charts': { dependencies: { lines: '*' }, optionalDependencies: { nowhere: '*' } },
  'node_modules/charts/node_modules/lines': { dependencies: { react: '*' } },
  'node_modules/lines': {},
  'node_modules/react': {},
  'node_modules/tailwind': {},
  'node_modules/eslint': {},
  'node_modules/jest': {},
};

test('everything that a workspace needs is found, and nothing else', () => {
  expect(packagesOf(packages, ['apps/web'])).toEqual([
    'apps/web',
    'node_modules/@wellpulse/ui',
    'apps/web/node_modules/next',
    'node_modules/tailwind',
    'packages/ui',
    'node_modules/react',
    'node_modules/charts',
    'node_modules/charts/node_modules/lines',
  ]);
});
