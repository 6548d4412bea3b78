/** The tokens as CSS variables (`--wp-…`), for screens that are pages. */
import { COLOUR_NAMES, THEMES, type ThemeName } from './colours.ts';
import { CONTROLS, RADII, type ControlSizes } from './sizes.ts';
import { FIELD_TYPE, TEXT_SCALE, TYPE } from './type.ts';

const ROOT_PIXELS = 16;
const rem = (pixels: number): string => `${String(pixels / ROOT_PIXELS)}rem`;

const block = (selector: string, lines: readonly string[]): string =>
  `${selector} {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`;
const within = (query: string, inner: string): string =>
  `${query} {\n${inner.replaceAll(/^(?=.)/gm, '  ')}}\n`;

const coloursOf = (theme: ThemeName): string[] =>
  COLOUR_NAMES.map((name) => {
    const { light, dark } = THEMES[theme];
    const value = light[name] === dark[name] ? light[name] : `light-dark(${light[name]}, ${dark[name]})`;
    return `--wp-${name}: ${value};`;
  });

const controlsOf = (sizes: ControlSizes, unit: (pixels: number) => string): string[] =>
  Object.entries(sizes).map(([name, pixels]: [string, number]) => `--wp-control-${name}: ${unit(pixels)};`);

const textOf = (
  sizes: Readonly<Record<string, { readonly size: number; readonly line: number }>>,
): string[] =>
  Object.entries(sizes).flatMap(([name, { size, line }]) => [
    `--text-${name}: ${rem(size)};`,
    `--text-${name}--line-height: ${rem(line)};`,
  ]);

/** Written into `tokens.css`; a test holds the file to this. */
export function tokensCss(): string {
  const theme = [
    ...COLOUR_NAMES.map((name) => `--color-${name}: var(--wp-${name});`),
    '--spacing-control-sm: var(--wp-control-sm);',
    '--spacing-control: var(--wp-control-md);',
    '--spacing-control-lg: var(--wp-control-lg);',
  ];
  const sizes = [
    ...textOf(TYPE),
    ...Object.entries(RADII).map(([name, pixels]) => `--radius-${name}: ${rem(pixels)};`),
  ];
  return [
    '/* Made from the tokens by `npx vitest run packages/tokens -u`. Change them there. */\n',
    block(':root', [
      'color-scheme: light dark;',
      ...coloursOf('office'),
      ...controlsOf(CONTROLS.office.fine, rem),
    ]),
    within('@media (pointer: coarse)', block(':root', controlsOf(CONTROLS.office.coarse, rem))),
    // Who asks the system for more contrast gets it, unless they chose a theme here.
    within('@media (prefers-contrast: more)', block(':root:not([data-theme])', coloursOf('contrast'))),
    block("[data-theme='light']", ['color-scheme: light;']),
    block("[data-theme='dark']", ['color-scheme: dark;']),
    block("[data-theme='contrast']", coloursOf('contrast')),
    block("[data-theme='field']", ['color-scheme: light;', ...coloursOf('field')]),
    // Hands in gloves stay in them where a person prefers other colours.
    block("[data-theme='field'],\n[data-gloves]", [
      ...controlsOf(CONTROLS.field.fine, (pixels) => `${String(pixels)}px`),
      '/* Sizes of text are in rem: all of it grows. */',
      `font-size: ${String(TEXT_SCALE.field * 100)}%;`,
      ...textOf(FIELD_TYPE),
    ]),
    block('@theme inline', theme),
    block('@theme', sizes),
  ].join('\n');
}
