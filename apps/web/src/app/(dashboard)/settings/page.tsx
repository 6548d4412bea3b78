import type { Metadata } from 'next';
import { words } from '../../../lib/language.ts';
import { SettingsPage } from '../../../features/settings/SettingsPage.tsx';
import { webSettings } from '../../../server/settings.ts';

export const metadata: Metadata = { title: words.shellWords.pageNames.settings };

export default function Page() {
  return <SettingsPage origin={webSettings().publicUrl} />;
}
