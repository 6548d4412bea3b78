/** The person at the device signs in where they are: their session is over, or they want another PIN. What they typed stays. */
import { useWords } from '@wellpulse/forms';
import { useRouter } from 'expo-router';
import { Screen } from '../../components/Screen.tsx';
import { ScreenHead } from '../../components/ScreenHead.tsx';
import { SyncBanner } from '../../components/SyncBanner.tsx';
import { readAgain, useRead } from '../../lib/reads.ts';
import { useSession } from '../../lib/session.tsx';
import { SignIn } from '../lock/SignIn.tsx';

export function SignInAgainScreen() {
  const { sessionWords } = useWords();
  const { company, person } = useSession();
  const router = useRouter();
  const device = useRead(['device'], ({ sessions }) => sessions.device());
  return (
    <Screen top={<SyncBanner timeZone={company.timeZone} />}>
      <ScreenHead title={sessionWords.signIn} />
      {device !== undefined && (
        <SignIn
          email={person.email}
          deviceName={device?.name ?? null}
          onOpen={() => {
            void readAgain();
            router.replace('/device');
          }}
        />
      )}
    </Screen>
  );
}
