import { useLocalSearchParams, useRouter } from 'expo-router';
import { useToast } from '../../components/Toast.tsx';
import { NewItemScreen } from '../../features/equipment/ItemFormScreen.tsx';

export default function NewItem() {
  const { wellId } = useLocalSearchParams<{ wellId?: string }>();
  const router = useRouter();
  const say = useToast();
  return (
    <NewItemScreen
      wellId={wellId ?? null}
      onSaved={({ id }, said) => {
        say(said);
        router.replace({ pathname: '/equipment/[equipmentId]', params: { equipmentId: id } });
      }}
    />
  );
}
