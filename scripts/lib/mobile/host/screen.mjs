/** What the app draws, as React Native's renderer tells the phone, and the fingers on it. */

/** @typedef {{ tag: number, name: string, props: Record<string, any>, handle: any, children: Node[] }} Node */
/** @typedef {import('./realm.mjs').Realm} Realm */

/** The views of this app. Another one has to be built into the program first. */
const VIEWS = new Set([
  ...['RCTView', 'RCTText', 'RCTVirtualText', 'RCTRawText', 'RCTScrollView', 'RCTScrollContentView'],
  ...['AndroidHorizontalScrollView', 'AndroidHorizontalScrollContentView', 'AndroidProgressBar'],
  ...[
    'RCTActivityIndicatorView',
    'AndroidTextInput',
    'RCTSinglelineTextInputView',
    'RCTMultilineTextInputView',
  ],
  ...['RCTImageView', 'RCTSafeAreaView', 'RCTModalHostView', 'ModalHostView', 'RNCSafeAreaProvider'],
  ...['RNCSafeAreaView', 'RNSVGSvgView', 'RNSVGSvgViewAndroid', 'RNSVGGroup', 'RNSVGPath', 'RNSVGCircle'],
  ...['RNSVGLine', 'RNSVGRect', 'RNSVGText', 'RNSVGTSpan', 'ViewManagerAdapter_ExpoCamera'],
]);
const SIZE = { width: 360, height: 740 };
const FRAME = { x: 0, y: 0, ...SIZE };
const INSETS = { top: 0, left: 0, right: 0, bottom: 0 };
const BOXES = new Set(['AndroidTextInput', 'RCTSinglelineTextInputView', 'RCTMultilineTextInputView']);
const TEXTS = new Set(['RCTText', 'RCTVirtualText']);

export class Screen {
  /** @type {Node[]} */
  #drawn = [];
  /** @type {(handle: any, name: string, event: object) => void} */
  #fire = () => undefined;
  #typed = 0;

  /** @param {(problem: string) => void} unknown told of a view that nobody knows */
  constructor(unknown) {
    /** @param {string} name */
    const known = (name) => {
      if (VIEWS.has(name)) return;
      unknown(`the view ${name}`);
      throw new Error(`No view of this program is called ${name}`);
    };
    /** @param {Node} node @param {object} more @returns {Node} */
    const clone = (node, more) => ({ ...node, ...more });
    this.manager = {
      createNode: (
        /** @type {number} */ tag,
        /** @type {string} */ name,
        /** @type {number} */ _root,
        /** @type {object | null} */ props,
        /** @type {any} */ handle,
      ) => {
        known(name);
        if (name === 'RNCSafeAreaProvider') this.#tellInsets(handle, tag);
        return { tag, name, props: props ?? {}, handle, children: [] };
      },
      cloneNode: (/** @type {Node} */ node) => clone(node, {}),
      cloneNodeWithNewChildren: (/** @type {Node} */ node, /** @type {Node[]} */ children = []) =>
        clone(node, { children: [...children] }),
      cloneNodeWithNewProps: (/** @type {Node} */ node, /** @type {object} */ props) =>
        clone(node, { props: { ...node.props, ...props } }),
      cloneNodeWithNewChildrenAndProps: (
        /** @type {Node} */ node,
        /** @type {any} */ one,
        /** @type {any} */ other,
      ) =>
        Array.isArray(one)
          ? clone(node, { children: one, props: { ...node.props, ...other } })
          : clone(node, { children: [], props: { ...node.props, ...one } }),
      createChildSet: () => [],
      appendChild: (/** @type {Node} */ parent, /** @type {Node} */ child) => {
        parent.children.push(child);
        return parent;
      },
      appendChildToSet: (/** @type {Node[]} */ set, /** @type {Node} */ child) => void set.push(child),
      completeRoot: (/** @type {number} */ _root, /** @type {Node[]} */ set) => {
        this.#drawn = set;
      },
      registerEventHandler: (/** @type {any} */ fire) => {
        this.#fire = fire;
      },
      measure: (/** @type {Node} */ _node, /** @type {Function} */ tell) =>
        tell(0, 0, SIZE.width, SIZE.height, 0, 0),
      measureInWindow: (/** @type {Node} */ _node, /** @type {Function} */ tell) =>
        tell(0, 0, SIZE.width, SIZE.height),
      measureLayout: (
        /** @type {Node} */ _node,
        /** @type {Node} */ _other,
        /** @type {Function} */ _fail,
        /** @type {Function} */ tell,
      ) => tell(0, 0, SIZE.width, SIZE.height),
      getBoundingClientRect: () => [0, 0, SIZE.width, SIZE.height],
      dispatchCommand: () => undefined,
      sendAccessibilityEvent: () => undefined,
      setIsJSResponder: () => undefined,
      configureNextLayoutAnimation: () => undefined,
      findShadowNodeByTag_DEPRECATED: () => null,
      setNativeProps: () => undefined,
      unstable_DefaultEventPriority: 32,
      unstable_DiscreteEventPriority: 2,
      unstable_ContinuousEventPriority: 8,
      unstable_IdleEventPriority: 268_435_456,
      unstable_getCurrentEventPriority: () => 32,
    };
  }

  /** All texts, in their order. @returns {string[]} */
  get texts() {
    return this.#all(({ name }) => name === 'RCTText').map(textOf);
  }

  /** The kinds of views that stand there. */
  get views() {
    return [...new Set(this.#all(() => true).map(({ name }) => name))];
  }

  /** Whether a text stands there, alone or within another one. @param {string} text */
  shows(text) {
    return this.texts.some((one) => one.includes(text));
  }

  /** The names of all that can be pressed. */
  get buttons() {
    return this.#all(isButton).map(nameOf);
  }

  /** Presses what has a name. @param {string} name */
  press(name) {
    const [found, ...more] = this.#all((node) => isButton(node) && nameOf(node) === name);
    if (found === undefined) throw new Error(`No button “${name}”: ${this.buttons.join(', ')}`);
    if (more.length > 0) throw new Error(`${String(more.length + 1)} buttons “${name}”`);
    this.#fire(found.handle, 'topClick', { target: found.tag });
  }

  /** Types into the box with a label. @param {string} label @param {string} text */
  type(label, text) {
    const box = this.#all(({ name, props }) => BOXES.has(name) && props['accessibilityLabel'] === label)[0];
    if (box === undefined) throw new Error(`No box “${label}”`);
    this.#typed += 1;
    const event = { target: box.tag, text, eventCount: this.#typed };
    this.#fire(box.handle, 'topFocus', { target: box.tag });
    this.#fire(box.handle, 'topChange', event);
  }

  /** Tells the only view of a kind something that its native side tells. @param {string} view @param {string} event @param {object} [data] */
  tell(view, event, data = {}) {
    const node = this.#all(({ name }) => name === view)[0];
    if (node === undefined) throw new Error(`There is no ${view}`);
    this.#fire(node.handle, event, { target: node.tag, ...data });
  }

  /** A phone tells how much its edges cover, once the view is there. @param {any} handle @param {number} tag */
  #tellInsets(handle, tag) {
    setImmediate(() => this.#fire(handle, 'topInsetsChange', { target: tag, insets: INSETS, frame: FRAME }));
  }

  /** @param {(node: Node) => boolean} wanted @param {readonly Node[]} nodes @returns {Node[]} */
  #all(wanted, nodes = this.#drawn) {
    return nodes.flatMap((node) => [...(wanted(node) ? [node] : []), ...this.#all(wanted, node.children)]);
  }
}

/** @param {Node} node @returns {string} */
const textOf = ({ name, props, children }) =>
  name === 'RCTRawText' ? props['text'] : children.map(textOf).join('');

const ROLES = new Set(['button', 'link', 'tab', 'radio', 'switch']);

/** Whether it can be pressed now. @param {Node} node */
const isButton = ({ props: { role, accessibilityRole, accessibilityState } }) =>
  ROLES.has(role ?? accessibilityRole) && accessibilityState?.disabled !== true;

/** @param {Node} node @returns {string} */
const nameOf = (node) => node.props['accessibilityLabel'] ?? textsWithin(node);

/** @param {Node} node @returns {string} */
const textsWithin = (node) => (TEXTS.has(node.name) ? textOf(node) : node.children.map(textsWithin).join(''));
