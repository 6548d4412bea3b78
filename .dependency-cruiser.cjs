/**
 * Who may import whom (docs/architecture.md, "The house"). Paths are those of the files themselves: `@wellpulse/*` resolves through npm's
 * workspace links to `packages/*\/src`.
 */

/** Files that no program contains. */
const TESTS = [
  '^(apps|packages)/[^/]+/test/',
  '^e2e/',
  '^packages/testing/',
  '^packages/(forms|offline)/src/testing/',
  '[.](test|fixture|example)[.][a-z]+$',
];

/** Files that nothing imports because something else starts them: programs, configurations, Next's own conventions. */
const ENTRY_POINTS = [
  '\\.d\\.ts$',
  '\\.config\\.[a-z]+$',
  '^apps/(api|device|launcher)/src/(main|check|cli|processes/end-with-parent)\\.ts$',
  '^apps/web/src/(app/|proxy\\.ts$|instrumentation\\.ts$)',
  '^packages/embedded/src/azurite/azurite-process\\.ts$',
  '^bench/src/main\\.ts$',
  '^apps/desktop/src/(main/index\\.ts|preload/index\\.ts|renderer/index\\.tsx|main/.*\\.worker\\.ts)$',
  // A phone starts `entry.ts`. The router finds screens by their files, and the bundler takes `x.web.ts` in place of `x.ts`.
  '^apps/mobile/(src/entry\\.ts$|src/app/|src/(native|lib)/.+\\.web\\.ts$|web/service-worker\\.js$|metro\\.config\\.cjs$)',
];

const { FLOORS } = require('./scripts/lib/boundaries/floors.cjs');

/** A rule for each floor: what is not below it is forbidden, and so is a folder that stands on no floor. */
const floorRules = Object.entries(FLOORS).flatMap(([room, floors]) => [
  ...floors.map((folders, floor) => ({
    name: `floor-${String(floor)}-of-${room}`,
    comment: 'A folder imports from the floors below its own: FLOORS in scripts/lib/boundaries/floors.cjs.',
    severity: 'error',
    from: { path: `^${room}/(${folders.join('|')})/`, pathNot: TESTS },
    to: {
      path: `^${room}/(${floors.slice(floor).flat().join('|')})/`,
      pathNot: `^${room}/$1/`,
      dependencyTypesNot: ['type-only'],
    },
  })),
  {
    name: `folders-of-${room}-stand-on-a-floor`,
    severity: 'error',
    from: { path: `^${room}/`, pathNot: TESTS },
    to: { path: `^${room}/[^/]+/`, pathNot: [`^${room}/(${floors.flat().join('|')})/`, ...TESTS] },
  },
]);

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
      to: onlyThese('^packages/(domain|contracts)/', '^node_modules/uuid/'),
    },
    {
      name: 'api-client-imports-contracts-only',
      severity: 'error',
      from: { path: '^packages/api-client/', pathNot: TESTS },
      to: onlyThese('^packages/(api-client|contracts)/'),
    },
    {
      name: 'http-server-imports-contracts-only',
      comment:
        'Of this project, that is. It is for the two programs that serve HTTP, and no page loads it (ADR 39).',
      severity: 'error',
      from: { path: '^packages/http-server/', pathNot: TESTS },
      to: { path: '^(packages|apps)/', pathNot: '^packages/(http-server|contracts)/' },
    },
    {
      name: 'http-server-is-for-servers',
      severity: 'error',
      from: { pathNot: ['^packages/http-server/', '^apps/api/', '^apps/web/src/server/', ...TESTS] },
      to: { path: '^packages/http-server/' },
    },
    {
      name: 'words-import-contracts-and-domain-only',
      comment: 'What is said to people is the same on every screen, and on the server.',
      severity: 'error',
      from: { path: '^packages/words/', pathNot: TESTS },
      to: onlyThese('^packages/(words|contracts|domain)/'),
    },
    {
      name: 'words-are-for-what-speaks-to-people',
      comment: 'Rules and the offline client give codes and numbers; what shows them says them.',
      severity: 'error',
      // The benchmark of the phone presses buttons by their names.
      from: {
        pathNot: [
          '^packages/(words|forms|ui)/',
          '^apps/(api|web|device|desktop|mobile)/',
          '^bench/src/phone/',
          ...TESTS,
        ],
      },
      to: { path: '^packages/words/' },
    },
    {
      name: 'office-words-are-for-the-dashboard',
      comment: 'No phone carries the texts of the office (ADR 65).',
      severity: 'error',
      from: { pathNot: ['^packages/words/src/(office\\.ts$|e[ns]/office/)', '^apps/web/', ...TESTS] },
      to: { path: '^packages/words/src/(office\\.ts$|e[ns]/office/)' },
    },
    {
      name: 'components-speak-the-language-of-the-page',
      comment: 'Field pages hold them too: they ask `useWords` (ADR 66).',
      severity: 'error',
      from: { path: '^apps/web/src/components/', pathNot: TESTS },
      to: { path: '^apps/web/src/lib/language\\.ts$' },
    },
    {
      name: 'forms-have-no-screen',
      comment: 'Dashboard, laptop and phone draw them their own way.',
      severity: 'error',
      from: { path: '^packages/forms/', pathNot: ['^packages/forms/src/adapters/', ...TESTS] },
      to: onlyThese('^packages/(forms|contracts|domain|words)/', '^node_modules/(react|zod)/'),
    },
    {
      name: 'adapters-of-forms-know-what-they-adapt',
      comment: 'REST comes in as functions, and of the offline client only its types are known.',
      severity: 'error',
      from: { path: '^packages/forms/src/adapters/', pathNot: TESTS },
      to: {
        pathNot: ['^packages/(forms|contracts|domain|words)/', '^packages/offline/src/index\\.ts$'],
      },
    },
    {
      name: 'forms-know-types-of-the-offline-client-only',
      severity: 'error',
      from: { path: '^packages/forms/', pathNot: TESTS },
      to: { path: '^packages/offline/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'tokens-import-nothing',
      comment: 'Colours and sizes are values, for pages and native screens alike.',
      severity: 'error',
      from: { path: '^packages/tokens/', pathNot: TESTS },
      to: onlyThese('^packages/tokens/'),
    },
    {
      name: 'ui-imports-what-is-below-it-only',
      comment: 'Of this project, that is; libraries from npm are fine.',
      severity: 'error',
      from: { path: '^packages/ui/', pathNot: TESTS },
      to: { path: '^(packages|apps)/', pathNot: '^packages/(ui|contracts|domain|forms|tokens|words)/' },
    },
    {
      name: 'views-are-drawn-from-props',
      comment: 'Dashboard and laptop show them: what is loaded, saved and routed is given by each.',
      severity: 'error',
      from: { path: '^packages/ui/src/views/', pathNot: TESTS },
      to: onlyThese('^packages/(ui|contracts|domain|forms|words)/', '^node_modules/(react|lucide-react)/'),
    },
    {
      name: 'ui-runs-in-a-browser',
      severity: 'error',
      from: { path: '^packages/ui/', pathNot: TESTS },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'offline-imports-rules-and-libraries-only',
      comment: 'The offline client serves laptop and phone, and knows no server and no screen.',
      severity: 'error',
      from: { path: '^packages/offline/', pathNot: TESTS },
      to: { path: '^(packages|apps)/', pathNot: '^packages/(offline|contracts|domain|api-client)/' },
    },
    {
      name: 'offline-core-runs-anywhere',
      comment: 'In React Native and Electron alike: the platform comes in through the ports.',
      severity: 'error',
      from: { path: '^packages/offline/', pathNot: ['^packages/offline/src/node/', ...TESTS] },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'offline-core-knows-no-platform',
      comment: 'Drivers are chosen by the app: `@wellpulse/offline/node`, `@wellpulse/offline/fetch`.',
      severity: 'error',
      from: { path: '^packages/offline/', pathNot: ['^packages/offline/src/(node|fetch)/', ...TESTS] },
      to: { path: '^packages/(offline/src/(node|fetch)|api-client)/' },
    },
    {
      name: 'simulation-imports-rules-and-the-offline-client-only',
      comment: 'Its server is made of the rules: nothing of it waits for a disk, a network or a clock.',
      severity: 'error',
      from: { path: '^packages/simulation/', pathNot: TESTS },
      to: {
        path: '^(packages|apps)/',
        pathNot: '^packages/(simulation|contracts|domain|offline/src/index\\.ts)',
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
      comment:
        'The benchmark of the phone has the server in memory of the offline client’s tests at the other end.',
      severity: 'error',
      from: { pathNot: ['^bench/src/phone/', ...TESTS] },
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
    ...floorRules,
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
      name: 'the-renderer-runs-in-a-page',
      comment: 'It is sandboxed: what it needs of the laptop crosses the bridge (ADR 101).',
      severity: 'error',
      from: { path: '^apps/desktop/src/(renderer|shared)/', pathNot: TESTS },
      to: { path: ['^node_modules/electron/', '^packages/offline/'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'the-renderer-has-no-node',
      severity: 'error',
      from: { path: '^apps/desktop/src/(renderer|shared|preload)/', pathNot: TESTS },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'electron-is-for-its-folder',
      comment: 'Data, keys and methods are tested without it: what they need of it are ports (ADR 101).',
      severity: 'error',
      from: {
        path: '^apps/desktop/',
        pathNot: ['^apps/desktop/src/(main/electron|main/index|preload)', ...TESTS],
      },
      to: { path: ['^node_modules/electron(-updater)?/'] },
    },
    {
      name: 'the-preload-passes-on',
      comment: 'A sandboxed preload is one file that may require `electron` and nothing else.',
      severity: 'error',
      from: { path: '^apps/desktop/src/preload/' },
      to: onlyThese('^apps/desktop/src/(preload|shared)/', '^node_modules/electron/'),
    },
    {
      name: 'a-phone-has-no-node',
      severity: 'error',
      from: { path: '^apps/mobile/src/', pathNot: TESTS },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'a-phone-has-no-page',
      comment: 'Its screens are drawn by React Native: what they share with pages is headless (ADR 107).',
      severity: 'error',
      from: { path: '^apps/mobile/', pathNot: TESTS },
      to: { path: ['^packages/(ui|api-client)/', '^node_modules/react-dom/'] },
    },
    {
      name: 'the-phone-is-reached-through-adapters',
      comment:
        'Data is tested without a phone: what it needs of one are ports, in `native/ports.ts` (ADR 107).',
      severity: 'error',
      from: { path: '^apps/mobile/src/data/', pathNot: TESTS },
      to: { path: ['^node_modules/(expo|react)', '^apps/mobile/src/native/(?!ports\\.ts)'] },
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
      path: '^(apps|packages)/[^/]+/(dist|out|release|\\.next)/|^e2e/(test-results|playwright-report)/|^bench/peers/',
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
