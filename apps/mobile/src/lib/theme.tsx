/** How the app looks: the colours of the field by day, those of high contrast at night, and sizes for hands in gloves. */
import { CONTROLS, FIELD_GAP, RADII, TEXT_SCALE, THEMES, TYPE, type Colours } from '@wellpulse/tokens';
import { createContext, use, type ReactNode } from 'react';
import { StatusBar, useColorScheme, useWindowDimensions, type TextStyle } from 'react-native';
import type { Look } from '../data/preferences.ts';
import { useChosen } from './preferences.tsx';

/** Colours and sizes of the moment. */
export interface Theme {
  readonly isDark: boolean;
  readonly colours: Colours;
}

const ThemeContext = createContext<Theme>({ isDark: false, colours: THEMES.field.light });

/** Each look that somebody may choose. In the dark it is high contrast. */
const LOOK_THEMES: Readonly<Record<Exclude<Look, 'system'>, Theme>> = {
  field: { isDark: false, colours: THEMES.field.light },
  light: { isDark: false, colours: THEMES.office.light },
  dark: { isDark: true, colours: THEMES.contrast.dark },
};

/** What was chosen on this device, and else what the phone has: by day the field, in the dark high contrast. */
export function ThemeProvider({ children }: { readonly children: ReactNode }) {
  const look = useChosen('look');
  const isDarkPhone = useColorScheme() === 'dark';
  const theme = LOOK_THEMES[look === 'system' ? (isDarkPhone ? 'dark' : 'field') : look];
  return (
    <ThemeContext value={theme}>
      <StatusBar barStyle={theme.isDark ? 'light-content' : 'dark-content'} />
      {children}
    </ThemeContext>
  );
}

export const useTheme = (): Theme => use(ThemeContext);

export const useColours = (): Colours => useTheme().colours;

/** Heights in pixels: a box, and a button. */
export const BOX_HEIGHT = CONTROLS.field.coarse.md;
export const BUTTON_HEIGHT = CONTROLS.field.coarse.lg;
/** Between two targets, and at the edges of a screen. */
export const GAP = FIELD_GAP;
export const RADIUS = RADII.xl;
/** No line of a screen is longer on a tablet. */
export const WIDEST = 640;

/** Below so many pixels of text that nobody made larger, a line has room for a word or two. */
export const NARROW = 240;

/** Whether a line has room for a word or two only, most often since somebody made all text much larger. */
export function useIsNarrow(): boolean {
  const { width, fontScale } = useWindowDimensions();
  return width < NARROW * fontScale;
}

export type TextSize = keyof typeof TYPE;

/** Size and height of a line in the field. The phone's own setting makes it larger still. */
export const textSize = (name: TextSize): Pick<TextStyle, 'fontSize' | 'lineHeight'> => ({
  fontSize: TYPE[name].size * TEXT_SCALE.field,
  lineHeight: TYPE[name].line * TEXT_SCALE.field,
});
