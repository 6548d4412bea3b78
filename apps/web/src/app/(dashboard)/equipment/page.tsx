import type { Metadata } from 'next';
import { EquipmentPage } from '../../../features/equipment/EquipmentPage.tsx';

export const metadata: Metadata = { title: 'Equipment' };

export default function Page() {
  return <EquipmentPage />;
}
