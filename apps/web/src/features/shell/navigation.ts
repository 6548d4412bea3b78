/** The pages, in the order of the menu, and who sees them. */
import type { Access } from '@wellpulse/contracts';
import {
  BellRing,
  CalendarClock,
  Cog,
  RefreshCw,
  GitCompareArrows,
  Droplets,
  FileUp,
  House,
  NotebookPen,
  ScrollText,
  Settings,
  Users,
  type LucideIcon,
} from 'lucide-react';
import { office, words } from '../../lib/language.ts';

const { pageNames, pageKeywords } = words.shellWords;
const { pages } = office;

export interface NavigationPage {
  readonly href: string;
  readonly label: string;
  readonly icon: LucideIcon;
  readonly access: Access;
  /** Other words that find it in the search. */
  readonly keywords: readonly string[];
  /** Stands in the bar at the bottom of a phone; the others are behind "More". */
  readonly onPhone: boolean;
}

export const PAGES: readonly NavigationPage[] = [
  {
    href: '/',
    label: pageNames.home,
    icon: House,
    access: 'READ',
    keywords: pageKeywords.home,
    onPhone: true,
  },
  {
    href: '/wells',
    label: pageNames.wells,
    icon: Droplets,
    access: 'READ',
    keywords: pageKeywords.wells,
    onPhone: true,
  },
  {
    href: '/enter',
    label: pageNames.enter,
    icon: NotebookPen,
    access: 'ENTER',
    keywords: pageKeywords.enter,
    onPhone: true,
  },
  {
    href: '/alerts',
    label: pageNames.alerts,
    icon: BellRing,
    access: 'READ',
    keywords: pageKeywords.alerts,
    onPhone: true,
  },
  {
    href: '/equipment',
    label: pageNames.equipment,
    icon: Cog,
    access: 'READ',
    keywords: pageKeywords.equipment,
    onPhone: false,
  },
  {
    href: '/maintenance',
    label: pageNames.maintenance,
    icon: CalendarClock,
    access: 'READ',
    keywords: pageKeywords.maintenance,
    onPhone: false,
  },
  {
    href: '/conflicts',
    label: pageNames.conflicts,
    icon: GitCompareArrows,
    access: 'READ',
    keywords: pageKeywords.conflicts,
    onPhone: false,
  },
  {
    href: '/sync',
    label: pageNames.sync,
    icon: RefreshCw,
    access: 'READ',
    keywords: pageKeywords.sync,
    onPhone: false,
  },
  {
    href: '/import',
    label: pages.names.import,
    icon: FileUp,
    access: 'MANAGE',
    keywords: pages.keywords.import,
    onPhone: false,
  },
  {
    href: '/audit',
    label: pages.names.audit,
    icon: ScrollText,
    access: 'MANAGE',
    keywords: pages.keywords.audit,
    onPhone: false,
  },
  {
    href: '/users',
    label: pages.names.users,
    icon: Users,
    access: 'ADMINISTER',
    keywords: pages.keywords.users,
    onPhone: false,
  },
  {
    href: '/settings',
    label: pageNames.settings,
    icon: Settings,
    access: 'READ',
    keywords: pageKeywords.settings,
    onPhone: false,
  },
];

/** Whether `pathname` belongs to the page at `href`. */
export const isWithin = (pathname: string, href: string): boolean =>
  href === '/' ? pathname === '/' : pathname === href || pathname.startsWith(`${href}/`);
