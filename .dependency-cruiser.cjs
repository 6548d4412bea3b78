/**
 * Who may import whom (docs: "The house"). Paths are those of the files themselves: `@wellpulse/*` resolves through npm's
 * workspace links to `packages/*\/src`.
 */

/** Files that no program contains. */
const TESTS = [
  '^(apps|packages)/[^/]+/test/',
  '^e2e/',
  '^packages/testing/',
  '^packages/field/src/testing/',
  '[.](test|fixture)[.][a-z]+$',
];

/** Files that nothing imports because something else starts them: programs, configurations, Next's own conventions. */
const ENTRY_POINTS = [
  '\\.d\\.ts$',
  '\\.config\\.[a-z]+$',
  '^apps/(api|device|launcher)/src/(main|check|cli|end-with-parent)\\.ts$',
  '^apps/web/src/(app/|proxy\\.ts$|instrumentation\\.ts$)',
  '^packages/embedded/src/azurite/azurite-process\\.ts$',
  '^bench/src/main\\.ts$',
];

/** All paths but these, as a condition on the imported file. */
const onlyThese = (...allowed) => ({ pathNot: allowed });

module.exports = {
  forbidden: [
    {
      name: 'packages-never-import-apps',
      comment: 'A package serves apps; it knows none of them.',
      severity: 'error',
      from: { path: '^packages/' },
      to: { path: '^(apps|e2e|bench)/' },
    },
    {
      name: 'apps-never-import-each-other',
      comment: 'Apps meet on the wire. What two of them need is a package.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'contracts-imports-zod-only',
      comment: 'Contracts run anywhere: in a browser, on a phone, on the server.',
      severity: 'error',
      from: { path: '^packages/contracts/', pathNot: TESTS },
      to: onlyThese('^packages/contracts/', '^node_modules/zod/'),
    },
    {
      name: 'domain-imports-contracts-only',
      comment: 'Rules are pure: time, ids and randomness are arguments.',
      severity: 'error',
      from: { path: '^packages/domain/', pathNot: TESTS },
      to: onlyThese('^packages/(domain|contracts)/', '^node_modules/(canonicalize|uuid)/'),
    },
    {
      name: 'api-client-imports-contracts-only',
      severity: 'error',
      from: { path: '^packages/api-client/', pathNot: TESTS },
      to: onlyThese('^packages/(api-client|contracts)/'),
    },
    {
      name: 'ui-imports-contracts-and-domain-only',
      comment: 'Of this project, that is; libraries from npm are fine.',
      severity: 'error',
      from: { path: '^packages/ui/', pathNot: TESTS },
      to: { path: '^(packages|apps)/', pathNot: '^packages/(ui|contracts|domain)/' },
    },
    {
      name: 'ui-runs-in-a-browser',
      severity: 'error',
      from: { path: '^packages/ui/', pathNot: TESTS },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'field-imports-rules-and-libraries-only',
      comment: 'The offline client serves laptop and phone, and knows no server and no screen.',
      severity: 'error',
      from: { path: '^packages/field/', pathNot: TESTS },
      to: { path: '^(packages|apps)/', pathNot: '^packages/(field|contracts|domain|api-client)/' },
    },
    {
      name: 'field-core-runs-anywhere',
      comment: 'In React Native and Electron alike: the platform comes in through the ports.',
      severity: 'error',
      from: { path: '^packages/field/', pathNot: ['^packages/field/src/node/', ...TESTS] },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'field-core-knows-no-platform',
      comment: 'Drivers are chosen by the app: `@wellpulse/field/node`, `@wellpulse/field/fetch`.',
      severity: 'error',
      from: { path: '^packages/field/', pathNot: ['^packages/field/src/(node|fetch)/', ...TESTS] },
      to: { path: '^packages/(field/src/(node|fetch)|api-client)/' },
    },
    {
      name: 'simulation-imports-rules-and-the-offline-client-only',
      comment: 'Its server is made of the rules: nothing of it waits for a disk, a network or a clock.',
      severity: 'error',
      from: { path: '^packages/simulation/', pathNot: TESTS },
      to: {
        path: '^(packages|apps)/',
        pathNot: '^packages/(simulation|contracts|domain|field/src/index\\.ts)',
      },
    },
    {
      name: 'nothing-imports-the-simulation',
      severity: 'error',
      from: { pathNot: '^packages/simulation/' },
      to: { path: '^packages/simulation/' },
    },
    {
      name: 'servers-are-started-by-the-launcher',
      comment:
        'The API and the dashboard are given addresses; where the servers come from is not their business.',
      severity: 'error',
      from: { path: '^apps/(api|web)/', pathNot: TESTS },
      to: { path: '^packages/embedded/' },
    },
    {
      name: 'testing-is-for-tests',
      severity: 'error',
      from: { pathNot: TESTS },
      to: { path: '^packages/testing/' },
    },
    {
      name: 'programs-never-import-tests',
      severity: 'error',
      from: { pathNot: TESTS },
      to: { path: TESTS, pathNot: '^packages/testing/' },
    },
    {
      name: 'workspaces-are-imported-by-name',
      comment: 'Only what a package exports may be used; a relative path would go round that.',
      severity: 'error',
      from: { path: '^((?:packages|apps)/[^/]+|e2e|bench)/' },
      to: {
        path: '^((?:packages|apps)/[^/]+|e2e|bench)/',
        pathNot: '^$1/',
        dependencyTypes: ['local'],
      },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      comment:
        'A file that imports nothing and that nothing imports is forgotten, or an entry point to be named above.',
      severity: 'error',
      from: { orphan: true, pathNot: [...TESTS, ...ENTRY_POINTS] },
      to: {},
    },
    {
      name: 'everything-resolves',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // The peers of the sync benchmark are programs of their own, with packages that are installed when they are measured.
    exclude: {
      path: '^(apps|packages)/[^/]+/(dist|\\.next)/|^e2e/(test-results|playwright-report)/|^bench/peers/',
    },
    // Imports of types count: they too say who knows whom.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.d.ts', '.mts', '.js', '.mjs', '.cjs', '.json'],
    },
  },
};
