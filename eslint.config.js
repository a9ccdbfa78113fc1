import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const clock = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Take `now` or `asOf` as an argument; app/shared/clock.ts alone reads the clock.',
  },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Take `now` or `asOf` as an argument; app/shared/clock.ts alone reads the clock.',
  },
];

const chance = [
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'Rules know no chance; ids and tokens come from node:crypto.',
  },
];

const casts = [
  {
    selector: 'TSAsExpression > TSAsExpression > TSUnknownKeyword',
    message: 'Narrow the value or parse it; a double cast hides what it is.',
  },
];

const lists = [
  {
    selector: "CallExpression[callee.property.name='join'][arguments.0.value=', ']",
    message:
      'What a person reads is listed as their language does: formatListed or formatList. A reason keeps a keptList.',
  },
];

const words = [
  {
    selector: 'JSXText[value=/\\p{L}/u]',
    message: 'Words live in app/locales; write t(…).',
  },
  {
    selector:
      'JSXElement > JSXExpressionContainer > :matches(Literal[value=/\\p{L}{2}/u], TemplateLiteral > TemplateElement[value.raw=/\\p{L}{2}/u])',
    message: 'Words live in app/locales; write t(…).',
  },
  {
    selector:
      'JSXAttribute[name.name=/^(title|label|placeholder|alt|description|aria-label|aria-description|aria-roledescription|nothingFoundMessage|emptyText|help)$/] > Literal[value=/\\p{L}{2}/u]',
    message: 'Words live in app/locales; write t(…).',
  },
];

export default tseslint.config(
  { ignores: ['build/', 'data/', 'coverage/', 'test-results/', 'playwright-report/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': ['error', { allow: ['error'] }],
      'no-restricted-syntax': ['error', ...clock, ...chance, ...casts],
      'prefer-const': 'error',
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': ['error', { checkThenables: true }],
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { attributes: false } },
      ],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/only-throw-error': [
        'error',
        {
          // Remix's way to answer early: a response, a redirect, or data with a status.
          allow: [
            { from: 'lib', name: 'Response' },
            { from: 'package', package: '@remix-run/server-runtime', name: 'TypedResponse' },
            { from: 'package', package: '@remix-run/router', name: 'DataWithResponseInit' },
          ],
        },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': true }],
    },
  },
  {
    files: ['app/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...clock, ...chance, ...casts, ...lists] },
  },
  {
    files: ['app/**/*.tsx'],
    ignores: ['**/*.test.tsx'],
    extends: [jsxA11y.flatConfigs.recommended],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      ...reactHooks.configs.recommended.rules,
      'no-restricted-syntax': ['error', ...clock, ...chance, ...casts, ...lists, ...words],
    },
  },
  {
    // A longer file does two things, and a longer function: what fits a screen is read at once, a table of columns or a
    // form's fields as well. What is tried is a list: it ends where the matter does.
    files: ['app/**/*.{ts,tsx}', 'db/**/*.ts', 'scripts/**/*.ts'],
    ignores: ['**/*.test.{ts,tsx}'],
    rules: {
      'max-lines': ['error', { max: 250 }],
      'max-lines-per-function': ['error', { max: 70, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    // The clock itself, and tests, which may ask what time it is.
    files: ['app/shared/clock.ts', '**/*.test.{ts,tsx}', 'tests/**/*.{ts,tsx}'],
    rules: { 'no-restricted-syntax': ['error', ...casts] },
  },
  {
    files: ['**/*.test.{ts,tsx}', 'tests/**/*.{ts,tsx}'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    // A library's types are added to by declaring one of its interfaces once more.
    files: ['**/*.d.ts', 'app/context.ts'],
    rules: {
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/no-empty-object-type': [
        'error',
        { allowInterfaces: 'with-single-extends' },
      ],
    },
  },
  { files: ['**/*.{js,mjs,cjs}'], extends: [tseslint.configs.recommended] },
  {
    files: ['**/*.cjs'],
    languageOptions: { globals: { module: 'readonly' } },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
);
