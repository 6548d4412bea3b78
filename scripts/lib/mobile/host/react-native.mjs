/** The modules of React Native's own that a program of ours has, as far as the app asks them. */

/** What JavaScript asks for and does without: none of these is built into a release of ours. */
const LEFT_OUT =
  /^(EXDevLauncher|ExpoGo|ExpoUpdates|NativeUnimoduleProxy|DevSettings|DevLoadingView|DevMenu|RNC_AsyncSQLiteDBStorage|Native(Performance|IntersectionObserver|MutationObserver|ReactDev|Fantom|Fusebox|Debugger|Dom)\w*|ReactDevTools\w*|PlatformLocalStorage|ReanimatedModule|WorkletsModule|RNGestureHandlerModule)$/;

const dimensions = { width: 720, height: 1480, scale: 2, fontScale: 1, densityDpi: 320 };
const metrics = { width: 360, height: 740, scale: 2, fontScale: 1 };

/**
 * @param {{ platform: 'android' | 'ios', texts: Map<string, string>, later: (call: () => void) => void, fail: (error: any) => void, unknown: (problem: string) => void }} phone
 * @returns {(name: string) => any} null for one that is left out; throws where nobody knows it
 */
export function reactNative({ platform, texts, later, fail, unknown }) {
  const isAndroid = platform === 'android';
  const events = { addListener: () => undefined, removeListeners: () => undefined };
  /** @param {object} constants */
  const constantly = (constants) => ({ getConstants: () => constants });
  /** @type {Record<string, object>} */
  const modules = {
    // All of them as React Native itself has them.
    NativeReactNativeFeatureFlagsCxx: {},
    NativeDOMCxx: { linkRootNode: () => null },
    NativeMicrotasksCxx: { queueMicrotask: (/** @type {() => void} */ call) => queueMicrotask(call) },
    NativeIdleCallbacksCxx: {
      requestIdleCallback: (/** @type {Function} */ call) =>
        later(() => call({ didTimeout: false, timeRemaining: () => 10 })),
      cancelIdleCallback: () => undefined,
    },
    PlatformConstants: constantly({
      isTesting: false,
      isDisableAnimations: true,
      reactNativeVersion: { major: 0, minor: 86, patch: 3, prerelease: null },
      ...(isAndroid
        ? {
            Version: 29,
            Release: '10',
            Serial: '',
            Fingerprint: '',
            Model: 'A phone',
            Brand: 'A phone',
            Manufacturer: 'A maker',
            uiMode: 'normal',
          }
        : {
            forceTouchAvailable: false,
            osVersion: '16.4',
            systemName: 'iOS',
            interfaceIdiom: 'phone',
            isMacCatalyst: false,
          }),
    }),
    DeviceInfo: constantly({
      Dimensions: isAndroid
        ? { windowPhysicalPixels: dimensions, screenPhysicalPixels: dimensions }
        : { window: metrics, screen: metrics },
      isEdgeToEdge: true,
    }),
    SourceCode: constantly({ scriptURL: 'file:///index.bundle' }),
    AppState: {
      ...constantly({ initialAppState: 'active' }),
      getCurrentAppState: (/** @type {Function} */ tell) => tell({ app_state: 'active' }),
      ...events,
    },
    I18nManager: constantly({ isRTL: false, doLeftAndRightSwapInRTL: true, localeIdentifier: 'en_US' }),
    StatusBarManager: {
      ...constantly({ HEIGHT: 24, DEFAULT_BACKGROUND_COLOR: 0 }),
      setStyle: () => undefined,
      setColor: () => undefined,
      setTranslucent: () => undefined,
      setNetworkActivityIndicatorVisible: () => undefined,
      setHidden: () => undefined,
      ...events,
    },
    RNCSafeAreaContext: constantly({
      initialWindowMetrics: {
        insets: { top: 0, left: 0, right: 0, bottom: 0 },
        frame: { x: 0, y: 0, width: 360, height: 740 },
      },
    }),
    Appearance: { getColorScheme: () => 'light', setColorScheme: () => undefined, ...events },
    AccessibilityManager: {
      getCurrentReduceMotionState: (/** @type {Function} */ tell) => tell(true),
      getCurrentVoiceOverState: (/** @type {Function} */ tell) => tell(false),
      ...events,
    },
    AccessibilityInfo: {
      isReduceMotionEnabled: (/** @type {Function} */ tell) => tell(true),
      isTouchExplorationEnabled: (/** @type {Function} */ tell) => tell(false),
      announceForAccessibility: () => undefined,
      ...events,
    },
    KeyboardObserver: events,
    FrameRateLogger: {
      setGlobalOptions: () => undefined,
      setContext: () => undefined,
      beginScroll: () => undefined,
      endScroll: () => undefined,
    },
    NativeAnimatedModule: animated(events),
    NativeAnimatedTurboModule: animated(events),
    UIManager: { ...constantly({}), ...events },
    ImageLoader: { getSize: async () => ({ width: 1, height: 1 }), prefetchImage: async () => true },
    HeadlessJsTaskSupport: { ...events },
    SoundManager: { playTouchSound: () => undefined },
    BlobModule: {
      ...constantly({ BLOB_URI_SCHEME: 'blob', BLOB_URI_HOST: null }),
      addNetworkingHandler: () => undefined,
      ...events,
    },
    FileReaderModule: events,
    Networking: { ...events },
    WebSocketModule: { ...events },
    LinkingManager: { getInitialURL: async () => null, ...events },
    IntentAndroid: { getInitialURL: async () => null, ...events },
    RNCAsyncStorage: {
      multiGet: (/** @type {string[]} */ names, /** @type {Function} */ tell) =>
        later(() =>
          tell(
            null,
            names.map((name) => [name, texts.get(name) ?? null]),
          ),
        ),
      multiSet: (/** @type {[string, string][]} */ pairs, /** @type {Function} */ tell) => {
        for (const [name, text] of pairs) texts.set(name, text);
        later(() => tell(null));
      },
    },
    ExceptionsManager: {
      reportException: (/** @type {any} */ problem) => fail(problem),
      reportFatalException: (/** @type {string} */ message) => fail({ message }),
      updateExceptionMessage: () => undefined,
    },
    RNSVGRenderableModule: {},
    RNSVGSvgViewModule: {},
    RNSModule: {},
    ModalManager: events,
    DeviceEventManager: { invokeDefaultBackPressHandler: () => undefined },
  };
  return (name) => {
    if (LEFT_OUT.test(name)) return null;
    const module = modules[name];
    if (module !== undefined) return module;
    unknown(`the module ${name}`);
    throw new Error(`No module of this program is called ${name}`);
  };
}

/** Nothing moves: where something would, it is at its end at once. @param {object} events */
const animated = (events) =>
  new Proxy(
    /** @type {Record<string, any>} */ ({
      ...events,
      queueAndExecuteBatchedOperations: undefined,
      startAnimatingNode: (
        /** @type {number} */ _animation,
        /** @type {number} */ _node,
        /** @type {object} */ _how,
        /** @type {Function} */ end,
      ) => setImmediate(() => end({ finished: true })),
      getValue: (/** @type {number} */ _node, /** @type {Function} */ tell) => tell(0),
    }),
    { get: (own, name) => (name in own ? own[String(name)] : () => undefined) },
  );
