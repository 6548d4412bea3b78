'use client';

import { Toaster, TooltipProvider } from '@wellpulse/ui';
import { NuqsAdapter } from 'nuqs/adapters/next/app';
import type { ReactNode } from 'react';
import { QueryProvider } from './QueryProvider.tsx';
import { ThemeProvider } from '../features/theme/ThemeProvider.tsx';
import type { Theme } from '../features/theme/theme.ts';

/** What every page has around it, signed in or not. */
export function AppProviders({ theme, children }: { theme: Theme; children: ReactNode }) {
  return (
    <ThemeProvider initial={theme}>
      <QueryProvider>
        <TooltipProvider>
          <NuqsAdapter>{children}</NuqsAdapter>
          <Toaster />
        </TooltipProvider>
      </QueryProvider>
    </ThemeProvider>
  );
}
