'use client';

import { createContext, use, useState, type ReactNode } from 'react';
import { applyTheme, type Theme } from './theme.ts';

interface ThemeChoice {
  readonly theme: Theme;
  readonly setTheme: (theme: Theme) => void;
}

const ThemeContext = createContext<ThemeChoice>({ theme: 'system', setTheme: applyTheme });

export const useTheme = (): ThemeChoice => use(ThemeContext);

export function ThemeProvider({ initial, children }: { initial: Theme; children: ReactNode }) {
  const [theme, setTheme] = useState(initial);
  const choose = (chosen: Theme) => {
    applyTheme(chosen);
    setTheme(chosen);
  };
  return <ThemeContext value={{ theme, setTheme: choose }}>{children}</ThemeContext>;
}
