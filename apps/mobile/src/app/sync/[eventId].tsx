import { useLocalSearchParams } from 'expo-router';
import { ReenterScreen } from '../../features/sync/ReenterScreen.tsx';

export default function Reenter() {
  const { eventId } = useLocalSearchParams<{ eventId: string }>();
  return <ReenterScreen eventId={eventId} />;
}
