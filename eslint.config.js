// One set of rules for all workspaces. Comments can't switch a rule off (`noInlineConfig`): a rule that is wrong here is
// changed here, for everyone.
import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';

const TYPED = ['**/*.ts', '**/*.tsx'];
const TESTS = ['**/*.test.ts', '**/*.test.tsx', '**/*.fixture.ts', '**/test/**', 'e2e/**'];
/** Programs whose output is read by a person at a terminal. */
const TERMINAL = [
  'apps/launcher/**',
  'apps/api/src/cli/**',
  'apps/api/src/demo/**',
  'scripts/**',
  'bench/**',
  'packages/simulation/src/main.ts',
  'e2e/**',
];

const focusedTests = ['describe', 'it', 'test'].flatMap((object) =>
  ['only', 'skip', 'todo', 'fixme'].map((property) => ({
    object,
    property,
    message: 'Every test runs, always.',
  })),
);

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/**',
      '**/dist/**',
      '**/.next/**',
      '**/next-env.d.ts',
      '**/test-results/**',
      '**/playwright-report/**',
      '.wellpulse/**',
    ],
  },
  { linterOptions: { noInlineConfig: true } },
  js.configs.recommended,
  {
    files: TYPED,
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['vitest.config.ts'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      // `typeof import('…')` is the type of a library that is loaded when it is needed.
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // A class may consist of its decorators: that is how Nest's modules are written.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      // An async function without an await is how a throw becomes a rejection.
      '@typescript-eslint/require-await': 'off',
      // Libraries declare plain option objects as classes, and plain numbers as enums.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // A package's source is also compiled by those who import it, and brings its declarations along; a test brings
      // Node's types to a package that runs in browsers.
      '@typescript-eslint/triple-slash-reference': [
        'error',
        { path: 'always', types: 'always', lib: 'never' },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  {
    files: ['**/*.js', '**/*.mjs', '**/*.cjs'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { globals: globals.node },
  },
  {
    files: ['packages/ui/**', 'apps/web/**'],
    extends: [reactHooks.configs.flat['recommended-latest']],
    // Tells what the React Compiler leaves alone, which isn't used here.
    rules: { 'react-hooks/incompatible-library': 'off' },
  },
  {
    rules: {
      'max-lines': ['error', 400],
      'no-console': 'error',
      eqeqeq: 'error',
      'no-restricted-properties': ['error', ...focusedTests],
    },
  },
  { files: TERMINAL, rules: { 'no-console': 'off' } },
  {
    files: TESTS,
    rules: {
      // Matchers such as `expect.any` have no type.
      '@typescript-eslint/no-unsafe-assignment': 'off',
    },
  },
);
