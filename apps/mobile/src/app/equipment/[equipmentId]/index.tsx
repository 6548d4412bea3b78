import { useLocalSearchParams } from 'expo-router';
import { ItemScreen } from '../../../features/equipment/ItemScreen.tsx';

export default function Item() {
  const { equipmentId } = useLocalSearchParams<{ equipmentId: string }>();
  return <ItemScreen equipmentId={equipmentId} />;
}
