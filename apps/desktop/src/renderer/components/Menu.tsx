/** The pages, always in the same place. */
import { Button, cx, useWords } from '@wellpulse/ui';
import type { Words } from '@wellpulse/words';
import {
  BellRing,
  CalendarClock,
  Cog,
  MapPinned,
  Menu as MenuIcon,
  RefreshCw,
  ScrollText,
  Users,
  X,
  type LucideIcon,
} from 'lucide-react';
import { Link, useLocation } from 'wouter';

interface Page {
  readonly href: string;
  readonly icon: LucideIcon;
  readonly label: string;
  /** Beginnings of the addresses that belong to it. */
  readonly holds: readonly string[];
}

const pagesOf = ({
  deskWords,
  fieldWords,
  equipmentTexts,
  maintenanceTexts,
  alertTexts,
}: Words): readonly Page[] => [
  { href: '/', icon: MapPinned, label: fieldWords.route, holds: ['/wells'] },
  { href: '/equipment', icon: Cog, label: equipmentTexts.equipment, holds: ['/equipment'] },
  { href: '/due', icon: CalendarClock, label: maintenanceTexts.due, holds: ['/due'] },
  { href: '/alerts', icon: BellRing, label: alertTexts.alerts, holds: ['/alerts'] },
  { href: '/sync', icon: RefreshCw, label: deskWords.sync, holds: ['/sync', '/conflicts'] },
  { href: '/activity', icon: ScrollText, label: deskWords.activity, holds: ['/activity'] },
  { href: '/people', icon: Users, label: deskWords.people, holds: ['/people'] },
];

export interface MenuProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

/** Opens the menu, and closes it, where the screen has no room for it beside the page. */
export function MenuButton({ isOpen, onOpenChange }: MenuProps) {
  const { fieldWords } = useWords();
  const Icon = isOpen ? X : MenuIcon;
  return (
    <Button
      size="field"
      className="w-15 px-0 roomy:hidden"
      aria-label={fieldWords.menu}
      aria-expanded={isOpen}
      icon={<Icon aria-hidden />}
      onClick={() => {
        onOpenChange(!isOpen);
      }}
    />
  );
}

export function Menu({ isOpen, onOpenChange }: MenuProps) {
  const words = useWords();
  const [location] = useLocation();
  return (
    <nav
      aria-label={words.fieldWords.menu}
      className={cx(
        'mt-2.5 flex w-60 shrink-0 flex-col gap-[20px] overflow-y-auto px-5 pt-2.5 pb-5 short:grid short:w-72 short:auto-rows-min short:grid-cols-2 short:px-3',
        'tight:w-full tight:grid-cols-3',
        !isOpen && 'tight:hidden',
      )}
    >
      {pagesOf(words).map(({ href, icon: Icon, label, holds }) => {
        const isHere = location === href || holds.some((start) => location.startsWith(start));
        return (
          <Link
            key={href}
            href={href}
            aria-current={isHere ? 'page' : undefined}
            onClick={() => {
              onOpenChange(false);
            }}
            className={cx(
              'flex min-h-[60px] items-center gap-3 rounded-xl px-4 text-lg font-semibold focus-ring',
              'short:flex-col short:justify-center short:gap-1 short:px-1 short:py-2 short:text-center short:text-base',
              isHere ? 'bg-accent text-accent-ink' : 'text-ink hover:bg-hover',
            )}
          >
            <Icon aria-hidden className="size-6 shrink-0" />
            <span className="max-w-full hyphens-auto [overflow-wrap:anywhere]">{label}</span>
          </Link>
        );
      })}
    </nav>
  );
}
