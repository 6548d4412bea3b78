/** As much of a phone's keystore and of its finger as Expo gives of them. */

/** What the phone is, and what its person does when it asks for a finger. */
export const phone = {
  os: 'android' as 'android' | 'ios',
  /** `CANCELS`: they think better of it. */
  person: 'TOUCHES' as 'TOUCHES' | 'CANCELS',
  /** Rises with each change of the fingers and faces that it knows; 0 for none. */
  known: 1,
  /** Of `AuthenticationType`. */
  kinds: [1] as number[],
  /** What it asked, in order. */
  asked: [] as string[],
};

interface Kept {
  readonly value: string;
  readonly isGuarded: boolean;
  /** Whom the phone knew when it was kept. */
  readonly knew: number;
  /** When it is there, and whether another phone may have it. */
  readonly accessible: number | undefined;
}
const kept = new Map<string, Kept>();

/** When each text is there that is read without a finger. */
export const accessible = (): readonly (number | undefined)[] =>
  [...kept.values()].filter(({ isGuarded }) => !isGuarded).map((item) => item.accessible);

export function newPhone(os: typeof phone.os): void {
  Object.assign(phone, { os, person: 'TOUCHES', known: 1, kinds: [1], asked: [] });
  kept.clear();
}

function touch(question: string): void {
  phone.asked.push(question);
  if (phone.person === 'CANCELS') throw new Error('User canceled the authentication');
}

interface Options {
  readonly keychainService?: string;
  readonly requireAuthentication?: boolean;
  readonly authenticationPrompt?: string;
  readonly keychainAccessible?: number;
}
const placeOf = (name: string, { keychainService = 'app' }: Options): string => `${keychainService} ${name}`;

/** As much of React Native as says which phone it is. */
export const reactNative = {
  Platform: {
    get OS() {
      return phone.os;
    },
  },
};

export const secureStore = {
  AFTER_FIRST_UNLOCK_THIS_DEVICE_ONLY: 1,
  WHEN_PASSCODE_SET_THIS_DEVICE_ONLY: 4,
  canUseBiometricAuthentication: () => phone.known > 0,
  getItemAsync: async (name: string, options: Options) => {
    const item = kept.get(placeOf(name, options));
    if (item === undefined) return null;
    if (!item.isGuarded) return item.value;
    if (phone.os === 'android' && phone.known === 0) throw new Error('No biometrics are currently enrolled');
    if (item.knew !== phone.known) return null;
    touch(options.authenticationPrompt ?? '');
    return item.value;
  },
  setItemAsync: async (name: string, value: string, options: Options) => {
    const place = placeOf(name, options);
    const isGuarded = options.requireAuthentication === true;
    const former = kept.get(place);
    // iOS asks before it changes what is guarded, and leaves the guard as it is. Android asks before it keeps anything.
    const isChange = phone.os === 'ios' && former?.isGuarded === true;
    if (isGuarded && (phone.os === 'android' || isChange)) touch(options.authenticationPrompt ?? '');
    const knew = isChange ? former.knew : phone.known;
    kept.set(place, { value, isGuarded, knew, accessible: options.keychainAccessible });
  },
  deleteItemAsync: async (name: string, options: Options) => {
    kept.delete(placeOf(name, options));
  },
};

export const localAuthentication = {
  AuthenticationType: { FINGERPRINT: 1, FACIAL_RECOGNITION: 2, IRIS: 3 },
  supportedAuthenticationTypesAsync: async () => phone.kinds,
  authenticateAsync: async ({ promptMessage }: { readonly promptMessage: string }) => {
    try {
      touch(promptMessage);
      return { success: true };
    } catch {
      return { success: false, error: 'user_cancel' };
    }
  },
};
