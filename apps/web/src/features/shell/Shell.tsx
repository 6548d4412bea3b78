'use client';

import type { ReactNode } from 'react';
import { words } from '../../lib/language.ts';
import { BottomBar } from './BottomBar.tsx';
import { SearchPalette } from './SearchPalette.tsx';
import { SideNavigation } from './SideNavigation.tsx';
import { TopBar } from './TopBar.tsx';

/** The frame of every page: menu, top bar, and the page as the main landmark. */
export function Shell({ children }: { children: ReactNode }) {
  return (
    <SearchPalette>
      <a
        href="#main"
        className="fixed top-2 left-2 z-60 -translate-y-16 rounded-md bg-accent px-3 py-2 text-sm font-medium text-accent-ink focus:translate-y-0"
      >
        {words.shellWords.skipToContent}
      </a>
      <div className="flex min-h-dvh">
        <SideNavigation />
        <div className="flex min-w-0 flex-1 flex-col">
          <TopBar />
          <main
            id="main"
            tabIndex={-1}
            className="mx-auto w-full max-w-[110rem] flex-1 px-4 pt-5 pb-24 outline-none sm:px-6 sm:pb-10"
          >
            {children}
          </main>
        </div>
      </div>
      <BottomBar />
    </SearchPalette>
  );
}
