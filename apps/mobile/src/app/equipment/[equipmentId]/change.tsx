import { useLocalSearchParams, useRouter } from 'expo-router';
import { useToast } from '../../../components/Toast.tsx';
import { ChangeItemScreen } from '../../../features/equipment/ItemFormScreen.tsx';

export default function ChangeItem() {
  const { equipmentId } = useLocalSearchParams<{ equipmentId: string }>();
  const router = useRouter();
  const say = useToast();
  return (
    <ChangeItemScreen
      equipmentId={equipmentId}
      onSaved={(_, said) => {
        say(said);
        router.replace({ pathname: '/equipment/[equipmentId]', params: { equipmentId } });
      }}
    />
  );
}
