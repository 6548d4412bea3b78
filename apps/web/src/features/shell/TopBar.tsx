'use client';

import { Button, Kbd } from '@wellpulse/ui';
import { Search } from 'lucide-react';
import { LogoMark } from '../../components/Logo.tsx';
import { words } from '../../lib/language.ts';
import { useSession } from '../../components/SessionProvider.tsx';
import { LiveIndicator } from './LiveIndicator.tsx';
import { useSearchPalette } from './search-context.ts';
import { UserMenu } from './UserMenu.tsx';

export function TopBar() {
  const { tenant, today } = useSession();
  const { openSearch } = useSearchPalette();
  return (
    <header className="sticky top-0 z-20 flex h-14 shrink-0 items-center gap-3 border-b border-line bg-surface/95 px-4 backdrop-blur-sm sm:px-6">
      <LogoMark className="size-6 sm:hidden" />
      <div className="flex min-w-0 flex-1 items-baseline gap-2">
        <span className="truncate text-sm font-semibold text-ink">{tenant.name}</span>
        <span className="shrink-0 text-sm text-ink-subtle max-md:hidden">
          {words.formatDayHeading(today)}
        </span>
      </div>
      <LiveIndicator />
      <Button
        icon={<Search aria-hidden />}
        onClick={openSearch}
        aria-keyshortcuts="Control+K Meta+K /"
        className="text-ink-subtle md:w-56 md:justify-start [&>span]:w-full"
      >
        <span className="flex-1 text-left font-normal max-md:sr-only">{words.shellWords.search}</span>
        <span aria-hidden className="max-md:hidden">
          <Kbd>/</Kbd>
        </span>
      </Button>
      <UserMenu />
    </header>
  );
}
