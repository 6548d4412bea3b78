import { useLocalSearchParams } from 'expo-router';
import { WeekScreen } from '../../../features/week/WeekScreen.tsx';

export default function Week() {
  const { wellId } = useLocalSearchParams<{ wellId: string }>();
  return <WeekScreen wellId={wellId} />;
}
