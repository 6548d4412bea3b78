'use client';

import { PRODUCT_NAME } from '@wellpulse/words';
import { cx } from '@wellpulse/ui';
import { words } from '../../lib/language.ts';
import { Link } from '../../components/Link.tsx';
import { Logo, LogoMark } from '../../components/Logo.tsx';
import { useNavigation } from './use-navigation.ts';

/** Beside the page: icons alone on a tablet, with words from a laptop on. Phones have the bar at the bottom. */
export function SideNavigation() {
  const links = useNavigation();
  return (
    <nav
      aria-label={words.shellWords.pages}
      className="sticky top-0 hidden h-dvh w-14 shrink-0 flex-col border-r border-line bg-surface sm:flex lg:w-52"
    >
      <Link href="/" className="flex h-14 items-center px-4 focus-visible:-outline-offset-2">
        <Logo className="max-lg:hidden" />
        <LogoMark className="size-6 lg:hidden" />
        <span className="sr-only lg:hidden">{PRODUCT_NAME}</span>
      </Link>
      <ul className="flex flex-col gap-0.5 px-2 py-2">
        {links.map(({ href, label, icon: Icon, isCurrent, badge }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={isCurrent ? 'page' : undefined}
              title={label}
              className={cx(
                'relative flex h-9 items-center gap-3 rounded-md px-2.5 text-sm font-medium transition-colors',
                isCurrent ? 'bg-selected text-accent-text' : 'text-ink-muted hover:bg-hover hover:text-ink',
              )}
            >
              <Icon aria-hidden className="size-4.5 shrink-0" />
              <span className="max-lg:sr-only">{label}</span>
              {badge !== null && <NavigationBadge {...badge} />}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function NavigationBadge({ count, label }: { count: number; label: string }) {
  return (
    <span className="ml-auto max-lg:absolute max-lg:top-0.5 max-lg:right-0.5">
      <span
        aria-hidden
        className="num block min-w-5 rounded-full bg-attention-soft px-1.5 text-center text-2xs font-semibold text-attention"
      >
        {count > 99 ? '99+' : count}
      </span>
      <span className="sr-only">{label}</span>
    </span>
  );
}
