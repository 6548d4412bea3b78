import type { Device, DevicePlatform } from '@wellpulse/contracts';
import { AppWindow, Laptop, Smartphone, type LucideIcon } from 'lucide-react';
import { words } from '../../lib/language.ts';

const ICONS: Record<DevicePlatform, LucideIcon> = {
  ELECTRON: Laptop,
  IOS: Smartphone,
  ANDROID: Smartphone,
  WEB: AppWindow,
};

/** Its name, and what it is: as a sign for the eye, as a word for the ear. */
export function DeviceName({ name, platform }: Pick<Device, 'name' | 'platform'>) {
  const Icon = ICONS[platform];
  return (
    <span className="flex min-w-0 items-center gap-2" title={`${name} · ${words.platformNames[platform]}`}>
      <Icon aria-hidden className="size-4 shrink-0 text-ink-subtle" />
      <span className="truncate font-medium">{name}</span>
      <span className="sr-only">{words.platformNames[platform]}</span>
    </span>
  );
}
