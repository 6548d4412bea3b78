import { useLocalSearchParams } from 'expo-router';
import { HistoryScreen } from '../../../features/history/HistoryScreen.tsx';

export default function History() {
  const { wellId, day } = useLocalSearchParams<{ wellId: string; day: string }>();
  return <HistoryScreen wellId={wellId} day={day} />;
}
