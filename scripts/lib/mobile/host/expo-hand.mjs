/** The modules of Expo's that ask who has the phone in hand, and hide what it shows. */

/** @typedef {import('./hosted-phone.mjs').PhoneState} PhoneState */
/** @typedef {(what: string) => void} Note */

const FINGERPRINT = 1;

/** Asks for a finger. @param {PhoneState['fingers']} fingers @param {Note} note */
function touch({ touches }, note) {
  note('finger: asked');
  if (!touches) throw new Error('User canceled the authentication');
}

/** The keystore. What is kept by a finger opens by those alone that the phone knew then. @param {PhoneState} state @param {Note} note */
export const secureStore = ({ platform, keystore, fingers }, note) => ({
  ...{ AFTER_FIRST_UNLOCK: 0, AFTER_FIRST_UNLOCK_THIS_DEVICE_ONLY: 1, ALWAYS: 2 },
  ...{ WHEN_PASSCODE_SET_THIS_DEVICE_ONLY: 3, ALWAYS_THIS_DEVICE_ONLY: 4 },
  ...{ WHEN_UNLOCKED: 5, WHEN_UNLOCKED_THIS_DEVICE_ONLY: 6 },
  canUseBiometricAuthentication: () => fingers.known > 0,
  getValueWithKeyAsync: async (/** @type {string} */ name, /** @type {any} */ options) => {
    note(`keystore: read ${name}${accessOf(options)}`);
    const guarded = fingers.kept.get(name);
    if (guarded === undefined) return keystore.get(name) ?? null;
    if (guarded.known !== fingers.known) return null;
    touch(fingers, note);
    return guarded.text;
  },
  setValueWithKeyAsync: async (
    /** @type {string} */ text,
    /** @type {string} */ name,
    /** @type {any} */ options,
  ) => {
    note(`keystore: write ${name}${accessOf(options)}`);
    if (options?.requireAuthentication !== true) {
      keystore.set(name, text);
      return;
    }
    if (platform === 'android') touch(fingers, note);
    fingers.kept.set(name, { text, known: fingers.known });
  },
  deleteValueWithKeyAsync: async (/** @type {string} */ name) => {
    note(`keystore: delete ${name}`);
    keystore.delete(name);
    fingers.kept.delete(name);
  },
});

/** Whether it asks for a finger, and when it may be read. @param {any} options */
const accessOf = ({ keychainAccessible, requireAuthentication } = {}) =>
  `${keychainAccessible === 1 ? '' : `, at any other time (${String(keychainAccessible)})`}${requireAuthentication === true ? ', by a finger' : ''}`;

/** @param {PhoneState} state @param {Note} note */
export const localAuthentication = ({ fingers }, note) => ({
  supportedAuthenticationTypesAsync: async () => [FINGERPRINT],
  authenticateAsync: async () => {
    try {
      touch(fingers, note);
      return { success: true };
    } catch {
      return { success: false, error: 'user_cancel' };
    }
  },
});

/** @param {Note} note */
export const screenCapture = (note) => ({
  preventScreenCapture: async () => {
    note('screen: hidden from pictures');
  },
  allowScreenCapture: async () => {
    note('screen: shown to pictures');
  },
  enableAppSwitcherProtection: async () => {
    note('screen: hidden in the list of apps');
  },
  disableAppSwitcherProtection: async () => {
    note('screen: shown in the list of apps');
  },
});
