/** The colours of the screen: for sunlight, for a dark cab, or as an office has them. Boxes and buttons stay large in each. */
import { z } from 'zod';

export const THEMES = ['field', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const KEY = 'wellpulse.theme';

/** What was chosen on this laptop; made for sunlight until somebody chooses. */
export const readTheme = (): Theme => z.enum(THEMES).catch('field').parse(localStorage.getItem(KEY));

/** Takes effect at once, and at the next start before anything is drawn. */
export function applyTheme(theme: Theme): void {
  document.documentElement.dataset['theme'] = theme;
  localStorage.setItem(KEY, theme);
}
