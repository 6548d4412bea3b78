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
    label: 'Home',
    icon: House,
    access: 'READ',
    keywords: ['dashboard', 'today', 'map'],
    onPhone: true,
  },
  {
    href: '/wells',
    label: 'Wells',
    icon: Droplets,
    access: 'READ',
    keywords: ['list', 'lease'],
    onPhone: true,
  },
  {
    href: '/enter',
    label: 'Enter',
    icon: NotebookPen,
    access: 'ENTER',
    keywords: ['day sheet', 'production', 'reading', 'gauge'],
    onPhone: true,
  },
  {
    href: '/alerts',
    label: 'Alerts',
    icon: BellRing,
    access: 'READ',
    keywords: ['variance'],
    onPhone: true,
  },
  {
    href: '/equipment',
    label: 'Equipment',
    icon: Cog,
    access: 'READ',
    keywords: ['pump jack', 'tank', 'separator', 'serial number', 'asset'],
    onPhone: false,
  },
  {
    href: '/maintenance',
    label: 'Maintenance',
    icon: CalendarClock,
    access: 'READ',
    keywords: ['due', 'service', 'repair', 'cost', 'calendar'],
    onPhone: false,
  },
  {
    href: '/conflicts',
    label: 'Conflicts',
    icon: GitCompareArrows,
    access: 'READ',
    keywords: ['merge', 'undo', 'both sides', 'overwritten'],
    onPhone: false,
  },
  {
    href: '/sync',
    label: 'Sync',
    icon: RefreshCw,
    access: 'READ',
    keywords: ['devices', 'phone', 'laptop', 'revoke', 'refused', 'offline', 'wellpulse file'],
    onPhone: false,
  },
  {
    href: '/import',
    label: 'Import',
    icon: FileUp,
    access: 'MANAGE',
    keywords: ['csv', 'scada', 'upload'],
    onPhone: false,
  },
  {
    href: '/audit',
    label: 'Audit',
    icon: ScrollText,
    access: 'MANAGE',
    keywords: ['log', 'history', 'events'],
    onPhone: false,
  },
  {
    href: '/users',
    label: 'Users',
    icon: Users,
    access: 'ADMINISTER',
    keywords: ['people', 'roles', 'password'],
    onPhone: false,
  },
  {
    href: '/settings',
    label: 'Settings',
    icon: Settings,
    access: 'READ',
    keywords: ['tenant', 'time zone', 'threshold'],
    onPhone: false,
  },
];

/** Whether `pathname` belongs to the page at `href`. */
export const isWithin = (pathname: string, href: string): boolean =>
  href === '/' ? pathname === '/' : pathname === href || pathname.startsWith(`${href}/`);
