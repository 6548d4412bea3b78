import { useLocalSearchParams } from 'expo-router';
import { EquipmentScreen } from '../../../features/equipment/EquipmentScreen.tsx';

export default function EquipmentOfWell() {
  const { wellId } = useLocalSearchParams<{ wellId: string }>();
  return <EquipmentScreen wellId={wellId} />;
}
