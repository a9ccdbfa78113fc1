import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

/** Deep teal: the one colour that says "this can be done". Red, amber and green are kept for outcomes. */
const teal: MantineColorsTuple = [
  '#eaf4f4',
  '#d3e7e8',
  '#a9d0d2',
  '#7cb8bb',
  '#56a3a7',
  '#35888d',
  '#1b6f75',
  '#0d5a61',
  '#08484e',
  '#05363b',
];

const neutral: MantineColorsTuple = [
  '#f6f8f8',
  '#eef1f1',
  '#e1e6e7',
  '#d2d9da',
  '#b5bfc1',
  '#8c989a',
  '#66726f',
  '#4d5957',
  '#2c3736',
  '#161f1e',
];

/** The night's neutrals, from text to the page's ground. */
const night: MantineColorsTuple = [
  '#e3e9e8',
  '#c3cccc',
  '#9dabab',
  '#71807f',
  '#3c494b',
  '#2c383a',
  '#212b2d',
  '#182123',
  '#11181a',
  '#0c1213',
];

const tint: MantineColorsTuple = [
  '#fdeceb',
  '#f9d5d2',
  '#f2a9a4',
  '#ec7d76',
  '#e5635b',
  '#d1483f',
  '#bb2f27',
  '#a3231c',
  '#861a14',
  '#66120e',
];

export const theme = createTheme({
  primaryColor: 'teal',
  primaryShade: { light: 7, dark: 3 },
  autoContrast: true,
  luminanceThreshold: 0.36,
  colors: { teal, gray: neutral, dark: night, red: tint },
  white: '#ffffff',
  black: '#161f1e',
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
  fontSizes: { xs: '0.75rem', sm: '0.875rem', md: '0.875rem', lg: '1.0625rem', xl: '1.5rem' },
  lineHeights: { xs: '1.4', sm: '1.5', md: '1.5', lg: '1.35', xl: '1.25' },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.5rem', lineHeight: '1.25' },
      h2: { fontSize: '1.0625rem', lineHeight: '1.35' },
      h3: { fontSize: '0.875rem', lineHeight: '1.5' },
      h4: { fontSize: '0.875rem', lineHeight: '1.5' },
    },
  },
  radius: { xs: '2px', sm: '3px', md: '4px', lg: '6px', xl: '8px' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
});

/** Mantine's own parts take the portal's tokens, which know both schemes. */
const tokens = {
  '--mantine-color-body': 'var(--page)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-2)',
  '--mantine-color-placeholder': 'var(--ink-3)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-hover': 'var(--hover)',
  '--mantine-color-default-border': 'var(--line-2)',
  '--mantine-color-error': 'var(--breached)',
  '--mantine-color-anchor': 'var(--accent)',
};

export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: tokens,
  dark: tokens,
});
