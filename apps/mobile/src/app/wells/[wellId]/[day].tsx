import { useWords } from '@wellpulse/forms';
import { useLocalSearchParams, useRouter } from 'expo-router';
import { useToast } from '../../../components/Toast.tsx';
import { EntryScreen } from '../../../features/entry/EntryScreen.tsx';
import { useToday } from '../../../lib/use-today.ts';

export default function Day() {
  const { wellId, day, photo } = useLocalSearchParams<{ wellId: string; day: string; photo?: string }>();
  const { fieldWords } = useWords();
  const router = useRouter();
  const today = useToday();
  const say = useToast();
  return (
    <EntryScreen
      wellId={wellId}
      day={day}
      opensCamera={photo !== undefined}
      onSaved={(next, well) => {
        say(`${well.name}: ${fieldWords.saved}`);
        // Whoever puts a former day right goes on with the same well.
        if (day !== today) router.replace({ pathname: '/wells/[wellId]', params: { wellId } });
        else if (next === null) router.replace('/');
        else router.replace({ pathname: '/wells/[wellId]/[day]', params: { wellId: next, day } });
      }}
    />
  );
}
