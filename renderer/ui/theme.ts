import { Alert, createTheme, Notification, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

/** The only accent: the green of a harbour light. White text has a contrast of 6:1 on shade 7, and 4.7:1 on shade 6. */
const harbour: MantineColorsTuple = [
  '#e3f7f2',
  '#c8ece3',
  '#97dac9',
  '#66c6b0',
  '#3db19a',
  '#1b9a84',
  '#0c7f6d',
  '#0a6a5c',
  '#08564b',
  '#053f37',
];

/** Neutrals with a hint of sea, light to dark. */
const slate: MantineColorsTuple = [
  '#f6f8f9',
  '#edf1f3',
  '#e0e6e9',
  '#cfd8dc',
  '#b2bec5',
  '#85949d',
  '#62707a',
  '#4b5963',
  '#2f3a42',
  '#172026',
];

const night: MantineColorsTuple = [
  '#e6ecef',
  '#b9c5cc',
  '#97a6af',
  '#74848e',
  '#37444d',
  '#2a353d',
  '#1b242a',
  '#12191e',
  '#0d1317',
  '#080c0f',
];

export const theme = createTheme({
  primaryColor: 'harbour',
  primaryShade: { light: 7, dark: 6 },
  colors: { harbour, gray: slate, dark: night },
  black: '#11191e',
  fontFamily: 'var(--font-text)',
  fontFamilyMonospace: 'var(--font-code)',
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.25rem' },
  headings: {
    fontFamily: 'var(--font-text)',
    sizes: {
      h1: { fontSize: '1.625rem', fontWeight: '700', lineHeight: '1.2' },
      h2: { fontSize: '1.375rem', fontWeight: '700', lineHeight: '1.25' },
      h3: { fontSize: '1.0625rem', fontWeight: '650', lineHeight: '1.35' },
      h4: { fontSize: '0.9375rem', fontWeight: '650', lineHeight: '1.4' },
    },
  },
  defaultRadius: 'md',
  radius: { sm: '6px', md: '9px', lg: '14px' },
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Alert: Alert.extend({
      classNames: { root: 'alert', title: 'alert-title' },
      vars: ({ primaryColor }, { color = primaryColor }) => ({
        root: { '--alert-color': `light-dark(var(--mantine-color-${color}-7), var(--mantine-color-${color}-5))` },
      }),
    }),
    Notification: Notification.extend({ classNames: { description: 'toast-text' } }),
  },
});

/** Mantine's muted colours are too faint for WCAG 2.2 AA (4.5:1 on the page and on cards); these are not. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': 'var(--mantine-color-gray-7)',
    '--mantine-color-placeholder': 'var(--mantine-color-gray-7)',
    '--mantine-color-error': 'var(--mantine-color-red-9)',
    '--mantine-color-anchor': 'var(--mantine-color-harbour-7)',
  },
  dark: {
    '--mantine-color-dimmed': 'var(--mantine-color-dark-1)',
    '--mantine-color-placeholder': 'var(--mantine-color-dark-1)',
    '--mantine-color-error': 'var(--mantine-color-red-4)',
    '--mantine-color-anchor': 'var(--mantine-color-harbour-3)',
  },
});
