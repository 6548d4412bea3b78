'use client';

import { Toaster, TooltipProvider, WordsProvider } from '@wellpulse/ui';
import { NuqsAdapter } from 'nuqs/adapters/next/app';
import type { ReactNode } from 'react';
import { words } from '../../lib/language.ts';
import { QueryProvider } from '../../components/QueryProvider.tsx';
import { ThemeProvider } from '../theme/ThemeProvider.tsx';
import type { Theme } from '../theme/theme.ts';

/** What every page has around it, signed in or not. */
export function AppProviders({ theme, children }: { theme: Theme; children: ReactNode }) {
  return (
    <ThemeProvider initial={theme}>
      <QueryProvider>
        <WordsProvider words={words}>
          <TooltipProvider>
            <NuqsAdapter>{children}</NuqsAdapter>
            <Toaster />
          </TooltipProvider>
        </WordsProvider>
      </QueryProvider>
    </ThemeProvider>
  );
}
