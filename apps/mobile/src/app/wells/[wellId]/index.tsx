import { useLocalSearchParams } from 'expo-router';
import { WellScreen } from '../../../features/wells/WellScreen.tsx';

export default function Well() {
  const { wellId } = useLocalSearchParams<{ wellId: string }>();
  return <WellScreen wellId={wellId} />;
}
