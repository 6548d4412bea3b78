import type { Metadata } from 'next';
import { words } from '../../../lib/language.ts';
import { EquipmentPage } from '../../../features/equipment/EquipmentPage.tsx';

export const metadata: Metadata = { title: words.shellWords.pageNames.equipment };

export default function Page() {
  return <EquipmentPage />;
}
