/** The modules of Expo's that the app has, with what a test wants to know of them in its journal. */
import { createCipheriv, createDecipheriv, randomBytes, randomUUID } from 'node:crypto';
import { SharedObject, SharedRef } from './expo-base.mjs';

/** @typedef {import('./hosted-phone.mjs').PhoneState} PhoneState */
/** @typedef {(what: string) => void} Note */

/** The sizes of what AES takes and gives, in bytes. */
const TAG = 16;
const KEY = 32;

export const cryptoModule = () => ({
  randomUUID: () => randomUUID(),
  getRandomValues: (/** @type {Uint8Array} */ into) => {
    into.set(randomBytes(into.length));
    return into;
  },
});

/** AES of the phone's own: in parts, as the platforms give it. */
export function aesModule() {
  class EncryptionKey extends SharedObject {
    /** @type {Uint8Array} */
    bytesOfKey = new Uint8Array();
  }
  class SealedData extends SharedObject {
    nonce = new Uint8Array();
    sealed = new Uint8Array();
    /** @param {Uint8Array} nonce @param {Uint8Array} sealed @param {number} tagLength */
    static fromParts(nonce, sealed, tagLength) {
      if (tagLength !== TAG) throw new Error(`A tag of ${String(tagLength)} bytes`);
      return Object.assign(new SealedData(), { nonce: copyOf(nonce), sealed: copyOf(sealed) });
    }
    /** @param {{ includeTag?: boolean, encoding?: string }} how */
    async ciphertext({ includeTag = false, encoding }) {
      if (encoding !== 'bytes') throw new Error(`Nobody asks for ${String(encoding)}`);
      return includeTag ? this.sealed : this.sealed.subarray(0, -TAG);
    }
  }
  return {
    EncryptionKey: Object.assign(EncryptionKey, {
      import: async (/** @type {Uint8Array} */ bytes) => {
        if (bytes.length !== KEY) throw new Error(`A key of ${String(bytes.length)} bytes`);
        return Object.assign(new EncryptionKey(), { bytesOfKey: copyOf(bytes) });
      },
    }),
    SealedData,
    encryptAsync: async (
      /** @type {Uint8Array} */ plain,
      /** @type {EncryptionKey} */ { bytesOfKey },
      /** @type {{ nonce: string }} */ how,
    ) => {
      const nonce = Buffer.from(how.nonce, 'base64');
      const cipher = createCipheriv('aes-256-gcm', bytesOfKey, nonce);
      const parts = [cipher.update(plain), cipher.final()];
      return SealedData.fromParts(nonce, Buffer.concat([...parts, cipher.getAuthTag()]), TAG);
    },
    decryptAsync: async (
      /** @type {SealedData} */ { nonce, sealed },
      /** @type {EncryptionKey} */ { bytesOfKey },
    ) => {
      const cipher = createDecipheriv('aes-256-gcm', bytesOfKey, nonce);
      cipher.setAuthTag(sealed.subarray(-TAG));
      return new Uint8Array(Buffer.concat([cipher.update(sealed.subarray(0, -TAG)), cipher.final()]));
    },
  };
}

/** @param {Uint8Array} bytes */
const copyOf = (bytes) => new Uint8Array(Buffer.from(bytes));

/** What a person says when they are asked. @param {boolean} granted */
const permission = (granted) => ({
  granted,
  status: granted ? 'granted' : 'undetermined',
  canAskAgain: !granted,
  expires: 'never',
});

/** Where the phone is: asked first, told then. @param {PhoneState} state @param {Note} note */
export function location({ place }, note) {
  let isGranted = false;
  /** @type {any} set by whoever makes the module of it */
  const members = {
    getForegroundPermissionsAsync: async () => {
      note('location: asked whether it is allowed');
      return permission(isGranted);
    },
    requestForegroundPermissionsAsync: async () => {
      note('location: the person is asked');
      isGranted = true;
      return permission(isGranted);
    },
    hasServicesEnabledAsync: async () => true,
    watchPositionImplAsync: async (/** @type {number} */ watchId) => {
      if (!isGranted) throw new Error('Nobody was asked');
      note('location: watched');
      const at = { coords: { ...place, altitude: null }, timestamp: Date.now() };
      setImmediate(() => members.emit('Expo.locationChanged', { watchId, location: at }));
    },
    removeWatchAsync: async () => undefined,
  };
  return members;
}

/** The camera. @param {PhoneState} state @param {Note} note */
export function camera({ picture }, note) {
  let isGranted = false;
  /** What its view can do. */
  const view = {
    takePicture: async (/** @type {{ quality: number }} */ { quality }) => {
      if (!isGranted) throw new Error('Nobody was asked');
      if (quality > 1) throw new Error('The quality is at most 1');
      note('camera: a picture');
      return { uri: await picture() };
    },
  };
  return {
    isModernBarcodeScannerAvailable: true,
    toggleRecordingAsyncAvailable: true,
    // JavaScript still asks for what earlier versions had.
    ...{ Type: undefined, FlashMode: undefined, AutoFocus: undefined, WhiteBalance: undefined },
    ...{ VideoQuality: undefined, VideoStabilization: undefined, VideoCodec: undefined },
    Picture: class extends SharedRef {},
    getCameraPermissionsAsync: async () => {
      note('camera: asked whether it is allowed');
      return permission(isGranted);
    },
    requestCameraPermissionsAsync: async () => {
      note('camera: the person is asked');
      isGranted = true;
      return permission(isGranted);
    },
    ViewPrototypes: { ExpoCamera: view },
  };
}

/** The library of photos, as iOS shows it: nobody is asked for a permission. @param {PhoneState} state @param {Note} note */
export const imagePicker = (state, note) => ({
  launchImageLibraryAsync: async (/** @type {Record<string, unknown>} */ options) => {
    note(`library: shown for ${JSON.stringify(options)}`);
    const uri = await state.library();
    return { canceled: uri === null, assets: uri === null ? null : [{ uri, fileName: 'IMG_0042.HEIC' }] };
  },
});

/** What the view of the camera tells. */
export const CAMERA_VIEW = {
  validAttributes: { facing: true, onCameraReady: true, onMountError: true },
  directEventTypes: {
    topCameraReady: { registrationName: 'onCameraReady' },
    topMountError: { registrationName: 'onMountError' },
  },
};

/** Makes a picture smaller. @param {PhoneState} state */
export const imageManipulator = ({ smaller }) => {
  class Image extends SharedRef {
    width = 0;
    height = 0;
    place = '';
    async saveAsync() {
      return { uri: await smaller(this.place, this), width: this.width, height: this.height };
    }
  }
  class Context extends SharedObject {
    place = '';
    /** @type {{ width?: number, height?: number }} */
    wanted = {};
    /** @param {{ width?: number, height?: number }} size */
    resize(size) {
      this.wanted = size;
      return this;
    }
    async renderAsync() {
      const { width = 4000 * ((this.wanted.height ?? 3000) / 3000), height = 3000 * (width / 4000) } =
        this.wanted;
      return Object.assign(new Image(), {
        place: this.place,
        width: Math.round(width),
        height: Math.round(height),
      });
    }
  }
  return {
    Context,
    Image,
    manipulate: (/** @type {string} */ place) => Object.assign(new Context(), { place }),
  };
};

/** @param {PhoneState} state */
export const network = ({ link }) => ({
  getNetworkStateAsync: async () => ({
    type: 'CELLULAR',
    isConnected: link !== null,
    isInternetReachable: link !== null,
  }),
});
