import { EquipmentScreen } from '../../features/equipment/EquipmentScreen.tsx';

export default function Equipment() {
  return <EquipmentScreen wellId={null} />;
}
