import type { OxlintConfig, OxlintOverride } from 'oxlint';
import { closedTo, folderOf, mayUse, packages, places } from './build/rooms.ts';

/** Of build/rooms.ts for one place. Of several patterns the last that fits a package counts. */
function importsOf(place: string): OxlintOverride {
  const otherRooms = { regex: `^(\\.\\./)+(electron/)?(${closedTo(place).join('|')})/` };
  const ofPackages = Object.keys(packages).flatMap((name) => {
    const sign = mayUse(place, name) ? '!' : '';
    return [`${sign}${name}`, `${sign}${name}/**`];
  });
  const group = { group: ['*', ...ofPackages, '!./**', '!../**'] };
  const message = `build/rooms.ts says what ${place} may import.`;
  const patterns = [otherRooms, group].map((pattern) => ({ ...pattern, message }));
  return { files: [`${folderOf(place)}/**`], rules: { 'no-restricted-imports': ['error', { patterns }] } };
}

export default {
  plugins: ['typescript', 'unicorn', 'oxc', 'import', 'react', 'jsx-a11y', 'promise'],
  categories: { correctness: 'error', suspicious: 'error' },
  options: { typeAware: true },
  env: { node: true, browser: true, es2024: true },
  ignorePatterns: ['out/**', 'dist/**', 'coverage/**', 'test-results/**', 'playwright-report/**'],
  rules: {
    'import/no-default-export': 'error',
    'import/no-cycle': ['error', { ignoreTypes: false }],
    'max-lines': ['error', { max: 300 }],
    'no-console': 'error',
    'no-var': 'error',
    eqeqeq: ['error', 'always', { null: 'ignore' }],
    'prefer-const': 'error',
    'typescript/no-explicit-any': 'error',
    'typescript/consistent-type-imports': 'error',
    'typescript/no-floating-promises': 'error',
    'typescript/no-misused-promises': 'error',
    'typescript/restrict-template-expressions': [
      'error',
      { allowNumber: true, allowBoolean: true, allowNullish: true },
    ],

    'import/no-named-as-default-member': 'off',
    'import/no-unassigned-import': 'off',
    'no-await-in-loop': 'off',
    'no-shadow': 'off',
    'no-underscore-dangle': 'off',
    'react/react-in-jsx-scope': 'off',
    'typescript/consistent-return': 'off',
    'typescript/no-base-to-string': 'off',
    'typescript/no-generated-empty-object-type': 'off',
    'typescript/no-misused-spread': 'off',
    'typescript/no-non-null-assertion': 'off',
    // What comes from outside may be something else than its type says.
    'typescript/no-unnecessary-type-conversion': 'off',
    'typescript/no-unnecessary-type-parameters': 'off',
    'typescript/no-unsafe-type-assertion': 'off',
    'typescript/require-array-sort-compare': 'off',
    'typescript/unbound-method': 'off',
    'unicorn/consistent-function-scoping': 'off',
    'unicorn/no-array-sort': 'off',
    'unicorn/no-useless-spread': 'off',
    'unicorn/prefer-add-event-listener': 'off',
  },
  overrides: [
    ...places.map(importsOf),
    {
      // Its ports name types of the parts that use them.
      files: ['electron/core/**'],
      rules: { 'import/no-cycle': ['error', { ignoreTypes: true }] },
    },
    {
      files: ['electron/cli/**/*.ts'],
      rules: {
        'no-restricted-globals': [
          'error',
          { name: 'process', message: 'Commands are handed the process that they write to and listen to.' },
        ],
      },
    },
    // Written by a program, a line a message.
    {
      files: ['test/**'],
      rules: { 'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }] },
    },
    {
      files: ['build/**', 'electron/cli/**', 'test/bench/**', 'test/e2e/electron-double/**'],
      rules: { 'no-console': 'off' },
    },
    {
      files: [
        '**/*.config.ts',
        'test/e2e/globalSetup.ts',
        'test/e2e/*Reporter.ts',
        'test/e2e/electron-double/electron.ts',
      ],
      rules: { 'import/no-default-export': 'off' },
    },
  ],
} satisfies OxlintConfig;
