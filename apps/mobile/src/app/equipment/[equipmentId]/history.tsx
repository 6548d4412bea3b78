import { useLocalSearchParams } from 'expo-router';
import { ItemHistoryScreen } from '../../../features/history/HistoryScreen.tsx';

export default function ItemHistory() {
  const { equipmentId } = useLocalSearchParams<{ equipmentId: string }>();
  return <ItemHistoryScreen equipmentId={equipmentId} />;
}
