import { useLocalSearchParams, useRouter } from 'expo-router';
import { useToast } from '../../../components/Toast.tsx';
import { LogScreen } from '../../../features/equipment/LogScreen.tsx';

export default function Log() {
  const { equipmentId, photo } = useLocalSearchParams<{ equipmentId: string; photo?: string }>();
  const router = useRouter();
  const say = useToast();
  return (
    <LogScreen
      equipmentId={equipmentId}
      opensCamera={photo !== undefined}
      onSaved={(said) => {
        say(said);
        router.replace({ pathname: '/equipment/[equipmentId]', params: { equipmentId } });
      }}
    />
  );
}
