'use client';

import { cx, Drawer } from '@wellpulse/ui';
import { Ellipsis } from 'lucide-react';
import { words } from '../../lib/language.ts';
import { Link } from '../../components/Link.tsx';
import { useState } from 'react';
import { useNavigation, type NavigationLink } from './use-navigation.ts';

const { shellWords } = words;

const itemClass =
  'relative flex min-h-14 flex-1 flex-col items-center justify-center gap-1 text-2xs font-medium focus-visible:-outline-offset-2';

/** The menu of a phone, at the thumb. */
export function BottomBar() {
  const links = useNavigation();
  const [isOpen, setIsOpen] = useState(false);
  const others = links.filter(({ onPhone }) => !onPhone);
  const isAmongOthers = others.some(({ isCurrent }) => isCurrent);
  return (
    <nav
      aria-label={shellWords.pages}
      className="fixed inset-x-0 bottom-0 z-30 flex border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] sm:hidden"
    >
      {links
        .filter(({ onPhone }) => onPhone)
        .map((link) => (
          <Link
            key={link.href}
            href={link.href}
            aria-current={link.isCurrent ? 'page' : undefined}
            className={cx(itemClass, link.isCurrent ? 'text-accent-text' : 'text-ink-muted')}
          >
            <link.icon aria-hidden className="size-5" />
            {link.label}
            {link.badge !== null && (
              <>
                <PhoneMark />
                <span className="sr-only">{link.badge.label}</span>
              </>
            )}
          </Link>
        ))}
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={() => {
          setIsOpen(true);
        }}
        className={cx(itemClass, isAmongOthers ? 'text-accent-text' : 'text-ink-muted')}
      >
        <Ellipsis aria-hidden className="size-5" />
        {shellWords.more}
        {others.some(({ badge }) => badge !== null) && <PhoneMark />}
      </button>
      <Drawer open={isOpen} onOpenChange={setIsOpen} title={shellWords.morePages} size="sm">
        <OtherPages
          links={others}
          onChosen={() => {
            setIsOpen(false);
          }}
        />
      </Drawer>
    </nav>
  );
}

/** Something behind this waits for somebody; how much is said in words elsewhere. */
const PhoneMark = () => (
  <span aria-hidden className="absolute top-2 left-[calc(50%+8px)] size-2 rounded-full bg-attention" />
);

function OtherPages({ links, onChosen }: { links: readonly NavigationLink[]; onChosen: () => void }) {
  return (
    <ul className="flex flex-col gap-1">
      {links.map(({ href, label, icon: Icon, isCurrent, badge }) => (
        <li key={href}>
          <Link
            href={href}
            onClick={onChosen}
            aria-current={isCurrent ? 'page' : undefined}
            className={cx(
              'flex h-12 items-center gap-3 rounded-lg px-3 text-base font-medium',
              isCurrent ? 'bg-selected text-accent-text' : 'text-ink hover:bg-hover',
            )}
          >
            <Icon aria-hidden className="size-5" />
            {label}
            {badge !== null && (
              <span className="ml-auto">
                <span
                  aria-hidden
                  className="num block min-w-6 rounded-full bg-attention-soft px-2 text-center text-sm font-semibold text-attention"
                >
                  {badge.count > 99 ? '99+' : badge.count}
                </span>
                <span className="sr-only">{badge.label}</span>
              </span>
            )}
          </Link>
        </li>
      ))}
    </ul>
  );
}
