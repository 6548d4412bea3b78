/** `electron.session`: what pages may do, and which network they have. */
import { EventEmitter } from 'node:events';
import type { EnableNetworkEmulationOptions, Session as ElectronSession } from 'electron';
import { NotInStandIn, refuseUnknown } from '../../guard/not-in-stand-in.ts';
import { protocol } from './protocol.ts';

/** The permissions that a page may get here. All others are denied. */
export type MediaKind = 'video' | 'audio';

type Answer = (isGranted: boolean) => void;
type RequestHandler = (page: never, permission: never, answer: Answer, details: never) => void;
type CheckHandler = (page: never, permission: never, origin: string, details: never) => boolean;
type Slice =
  | ('setPermissionCheckHandler' | 'setPermissionRequestHandler')
  | ('disableNetworkEmulation' | 'enableNetworkEmulation');

/** What is asked of a request handler. */
export interface MediaRequest {
  readonly url: string;
  readonly origin: string;
  readonly kinds: readonly MediaKind[];
}

class Session extends EventEmitter implements Pick<ElectronSession, Slice> {
  readonly protocol = protocol;
  #isOffline = false;
  #request: RequestHandler | null = null;
  #check: CheckHandler | null = null;

  setPermissionRequestHandler(handler: RequestHandler | null): void {
    this.#request = handler;
  }

  setPermissionCheckHandler(handler: CheckHandler | null): void {
    this.#check = handler;
  }

  /** Requests of pages and of `net.fetch` fail. As in Electron, `navigator.onLine` and `net.isOnline()` stay as they are. */
  enableNetworkEmulation({ offline = false, ...rest }: EnableNetworkEmulationOptions): void {
    const [slow] = Object.keys(rest);
    if (slow !== undefined) throw new NotInStandIn(`electron.session.enableNetworkEmulation({ ${slow} })`);
    this.#isOffline = offline;
  }

  disableNetworkEmulation(): void {
    this.#isOffline = false;
  }

  /** For windows and `net`. */
  isOffline(): boolean {
    return this.#isOffline;
  }

  /** For windows: whether the app grants this request. Without a handler it does, as Electron. */
  async asksForMedia(page: object, { url, origin, kinds }: MediaRequest): Promise<boolean> {
    if (!kinds.every((kind) => this.hasMedia(page, origin, kind))) return false;
    const handler = this.#request;
    if (handler === null) return true;
    const details = {
      requestingUrl: url,
      securityOrigin: `${origin}/`,
      isMainFrame: true,
      mediaTypes: kinds,
    };
    return await new Promise((resolve) =>
      handler(page as never, 'media' as never, (isGranted) => resolve(isGranted), details as never),
    );
  }

  /** For windows: whether a page has a permission without asking. */
  hasMedia(page: object, origin: string, kind: MediaKind): boolean {
    const details = { mediaType: kind, securityOrigin: `${origin}/`, isMainFrame: true };
    return this.#check?.(page as never, 'media' as never, `${origin}/`, details as never) ?? true;
  }
}
refuseUnknown(Session.prototype, 'electron.session (a session)');
export type { Session };

const partitions = new Map<string, Session>();

export const session = refuseUnknown(
  {
    defaultSession: new Session(),
    /** For requests of the main process. Windows have the default session only. */
    fromPartition: (name: string): Session => {
      const partition = partitions.get(name) ?? new Session();
      partitions.set(name, partition);
      return partition;
    },
  },
  'electron.session',
);
