/**
 * A bundle of the app on a phone that is none: Node runs its JavaScript, and stands in for all that is native. What nobody knows throws, so
 * a module that the app begins to use is named here first. What the app asks of the phone stands in its journal, in order.
 */
import { readFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import vm from 'node:vm';
import { background, notifications } from './expo-background.mjs';
import { EventEmitter, NativeModule, SharedObject, SharedRef, strictModule } from './expo-base.mjs';
import { fetchModule } from './expo-fetch.mjs';
import { files } from './expo-files.mjs';
import * as hand from './expo-hand.mjs';
import * as expo from './expo-modules.mjs';
import { sqlite } from './expo-sqlite.mjs';
import { reactNative } from './react-native.mjs';
import { Realm } from './realm.mjs';
import { Screen } from './screen.mjs';

const ROOT_TAG = 11;
const PATIENCE_MS = 20_000;
const LOOK_EVERY_MS = 10;
/** So much of a stack says where it came from. */
const STACK_LINES = 6;
const SAID_OF_A_WARNING = 300;

/**
 * What outlives the program, and what stands around it.
 *
 * @typedef {object} PhoneState
 * @property {'android' | 'ios'} platform
 * @property {string} folder the app's own
 * @property {Map<string, string>} keystore
 * @property {{ known: number, touches: boolean, kept: Map<string, { text: string, known: number }> }} fingers `known` rises with each change
 *   of those that the phone knows; 0 for none. `kept` is what the keystore gives to them
 * @property {Set<string>} tasks that the system starts by itself
 * @property {Map<string, string>} texts of AsyncStorage
 * @property {Map<string, string>} keysOfFiles the keys of databases
 * @property {boolean} hasSqlCipher whether the program was built with it
 * @property {import('./expo-fetch.mjs').Link | null} link
 * @property {{ latitude: number, longitude: number, accuracy: number }} place
 * @property {() => Promise<string>} picture takes one, and says where it lies
 * @property {() => Promise<string | null>} library where the copy lies of the photo that the person chose; null if they chose none
 * @property {(place: string, size: { width: number, height: number }) => Promise<string>} smaller makes one of that size, and says where
 */

/** Modules that JavaScript looks for, and that a release of ours has not. */
const LEFT_OUT =
  /^(ExpoUpdates|EXUpdates|ExpoGo|EXDevLauncher|DevMenu\w*|ExpoDomWebView\w*|NativeModulesProxy|ExpoBlob\w*|ExpoObserve\w*)$/;

export class HostedPhone {
  /** What the app asked of the phone. @type {string[]} */
  journal = [];
  /** What the app asked for, and nobody knows. @type {string[]} */
  unknown = [];
  /** What the app threw and did not catch. @type {string[]} */
  failures = [];
  /** @type {string[]} */
  warnings = [];
  screen = new Screen((problem) => this.#unknown(problem));
  #realm = new Realm((level, said) => {
    if (level === 'warn' || level === 'error') this.warnings.push(said.map(String).join(' '));
  });

  /** Starts the app. @param {vm.Script} bundle @param {PhoneState} state */
  static async start(bundle, state) {
    const phone = new HostedPhone(state);
    await phone.#run(bundle);
    return phone;
  }

  /** @param {PhoneState} state */
  constructor(state) {
    const { globals } = this.#realm;
    const turbo = reactNative({
      ...state,
      later: (call) => globals['setTimeout'](call, 0),
      fail: ({ message, extraData }) =>
        this.failures.push(extraData?.rawStack?.split('\n').slice(0, STACK_LINES).join('\n') ?? message),
      unknown: (problem) => this.#unknown(problem),
    });
    /** @type {Map<string, any>} */
    const given = new Map();
    const moduleOf = (/** @type {string} */ name) => {
      if (!given.has(name)) given.set(name, this.#realm.native(turbo(name)));
      return given.get(name);
    };
    Object.assign(globals, {
      RN$Bridgeless: true,
      RN$enableMicrotasksInReactNative: true,
      RN$registerCallableModule: (/** @type {string} */ name, /** @type {() => any} */ find) => {
        this.#callable[name] = find;
      },
      RN$stopSurface: () => undefined,
      RN$LegacyInterop_UIManager_getConstants: () => ({}),
      RN$LegacyInterop_UIManager_getConstantsForViewManager: () => null,
      nativeLoggingHook: (/** @type {string} */ message, /** @type {number} */ level) => {
        if (level >= 2) this.warnings.push(message);
      },
      __turboModuleProxy: moduleOf,
      nativeModuleProxy: new Proxy(
        {},
        { get: (_, name) => (typeof name === 'string' ? moduleOf(name) : undefined) },
      ),
      nativeFabricUIManager: this.#realm.native(this.screen.manager),
      __nativeComponentRegistry__hasComponent: () => true,
      expo: this.#expo(state),
    });
  }

  /** @type {Record<string, () => any>} */
  #callable = {};

  /** Resolves when `look` answers with something that counts. @template Found @param {() => Found} look @returns {Promise<Found>} */
  async until(look) {
    for (const end = Date.now() + PATIENCE_MS; Date.now() < end && this.failures.length === 0;) {
      const found = look();
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
    const { texts, buttons } = this.screen;
    const { failures, unknown } = this;
    const warnings = this.warnings.map((warning) => warning.slice(0, SAID_OF_A_WARNING));
    throw new Error(
      `It never came to that. ${JSON.stringify({ texts, buttons, failures, warnings, unknown }, null, 1)}`,
    );
  }

  /** Resolves when a text stands on the screen. @param {string} text */
  shows(text) {
    return this.until(() => this.screen.shows(text));
  }

  /** Presses what has a name, once it is there. @param {string} name */
  async press(name) {
    await this.until(() => this.screen.buttons.includes(name));
    this.screen.press(name);
  }

  /** The system ends the program, in the midst of whatever it does. */
  kill() {
    this.#realm.end();
  }

  /** @param {vm.Script} bundle */
  async #run(bundle) {
    bundle.runInContext(this.#realm.globals);
    const registry = await this.until(() => {
      const known = this.#callable['AppRegistry']?.();
      return known?.getAppKeys().includes('main') === true ? known : null;
    });
    try {
      registry.runApplication('main', { rootTag: ROOT_TAG, initialProps: {}, fabric: true });
    } catch (error) {
      this.failures.push(String(error));
    }
  }

  /** @param {string} problem */
  #unknown(problem) {
    if (!this.unknown.includes(problem)) this.unknown.push(problem);
  }

  /** @param {PhoneState} state */
  #expo(state) {
    const note = (/** @type {string} */ what) => {
      if (!this.#realm.isOver) this.journal.push(what);
    };
    const unknown = (/** @type {string} */ problem) => this.#unknown(problem);
    /** @type {Record<string, any>} */
    const members = {
      ExpoSecureStore: hand.secureStore(state, note),
      ExpoLocalAuthentication: hand.localAuthentication(state, note),
      ExpoScreenCapture: hand.screenCapture(note),
      ExpoCrypto: expo.cryptoModule(),
      ExpoCryptoAES: expo.aesModule(),
      ExpoSQLite: sqlite(state, note),
      FileSystem: files(state, note),
      ExpoFetchModule: fetchModule(state),
      ExpoLocation: expo.location(state, note),
      ExpoCamera: expo.camera(state, note),
      ExpoImageManipulator: expo.imageManipulator(state),
      ExpoNetwork: expo.network(state),
      ...background(state, note),
      ...notifications(note),
      ExponentConstants: {
        manifest: JSON.stringify({ name: 'WellPulse', slug: 'wellpulse', scheme: 'wellpulse' }),
        executionEnvironment: 'bare',
        statusBarHeight: 24,
        systemFonts: [],
        appOwnership: undefined,
      },
      ExpoLinking: { getLinkingURL: () => null },
      ExpoAsset: { downloadAsync: async (/** @type {string} */ url) => url },
      ExpoFontLoader: { loadAsync: async () => undefined, getLoadedFonts: () => [] },
      ExpoFontUtils: {},
      ...(state.platform === 'ios' && {
        ExpoHead: {
          activities: { INDEXED_ROUTE: 'indexed' },
          createActivity: () => undefined,
          suspendActivity: () => undefined,
        },
        ExponentImagePicker: expo.imagePicker(state, note),
        ExpoRouterNativeLinkPreview: {},
        ExpoRouterToolbarModule: {},
        ExpoGlassEffect: { isLiquidGlassAvailable: false, isGlassEffectAPIAvailable: false },
      }),
      ...(state.platform === 'android' && {
        ExpoRouter: {},
        ExpoRouterToolbarModule: {},
      }),
      ExpoUI: {
        isDynamicColorAvailable: false,
        SwitchDefaultIconSize: 16,
        ToggleButtonIconSize: 16,
        ToggleButtonIconSpacing: 4,
      },
      ExpoSplashScreen: {
        preventAutoHideAsync: async () => true,
        hide: () => undefined,
        hideAsync: async () => undefined,
        setOptions: () => undefined,
        internalPreventAutoHideAsync: async () => true,
        internalMaybeHideAsync: async () => undefined,
      },
    };
    const modules = Object.fromEntries(
      Object.entries(members).map(([name, own]) => {
        const module = strictModule(name, this.#realm.native(own), unknown);
        // What a module tells, it tells through the one that the app knows.
        own.emit = module.emit;
        return [name, module];
      }),
    );
    return {
      ...{ EventEmitter, NativeModule, SharedObject, SharedRef },
      modules: new Proxy(modules, {
        get: (own, name) => {
          if (typeof name === 'symbol' || LEFT_OUT.test(name)) return undefined;
          if (name in own) return own[name];
          unknown(`the module ${name}`);
          throw new Error(`No module of this program is called ${name}`);
        },
      }),
      uuidv4: () => randomUUID(),
      getViewConfig: (/** @type {string} */ module) =>
        module === 'ExpoCamera' ? expo.CAMERA_VIEW : { validAttributes: {}, directEventTypes: {} },
    };
  }
}

/** @param {string} path @returns {vm.Script} */
export const readBundle = (path) => new vm.Script(readFileSync(path, 'utf8'), { filename: path });
