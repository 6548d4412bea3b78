/** Light, dark, high contrast, or as the system has it. Kept in a cookie, so that the first paint already has it. */
import { z } from 'zod';

export const THEMES = ['system', 'light', 'dark', 'contrast'] as const;
export type Theme = (typeof THEMES)[number];

export const THEME_COOKIE = 'wellpulse_theme';

export const readTheme = (value: string | undefined): Theme => z.enum(THEMES).catch('system').parse(value);

const A_YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Takes effect at once and from now on, in every tab that is opened. */
export function applyTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  document.cookie = `${THEME_COOKIE}=${theme}; path=/; max-age=${A_YEAR_SECONDS}; samesite=lax`;
}
