/** `electron.protocol`: the app's own addresses. */
import type { CustomScheme, Protocol } from 'electron';
import { NotInStandIn, refuseUnknown } from '../../guard/not-in-stand-in.ts';
import { readiness } from '../life/readiness.ts';

type Handler = (request: Request) => Response | Promise<Response>;

const standard = new Set<string>();
const handlers = new Map<string, Handler>();

/** The schemes that have a host and count as secure: those that Chromium can be asked for. */
export const ownSchemes: ReadonlySet<string> = standard;

/** What answers an address, null if the app does not. */
export const handlerOf = (address: string): Handler | null =>
  handlers.get(/^([a-z][\w+.-]*):/.exec(address)?.[1] ?? '') ?? null;

export const protocol = refuseUnknown(
  {
    registerSchemesAsPrivileged: (schemes: CustomScheme[]): void => {
      readiness.assertBefore('protocol.registerSchemesAsPrivileged');
      for (const { scheme, privileges = {} } of schemes) {
        const { standard: isStandard, secure, supportFetchAPI } = privileges;
        if (isStandard !== true || secure !== true || supportFetchAPI !== true) {
          throw new NotInStandIn(`scheme that is not standard, secure and for fetch: ${scheme}`);
        }
        standard.add(scheme);
      }
    },
    handle: (scheme: string, handler: Handler): void => {
      readiness.assertAfter('protocol.handle');
      if (!standard.has(scheme)) throw new NotInStandIn(`scheme without privileges: ${scheme}`);
      if (handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
      handlers.set(scheme, handler);
    },
    unhandle: (scheme: string): void => void handlers.delete(scheme),
    isProtocolHandled: (scheme: string): boolean => handlers.has(scheme),
  } satisfies Pick<Protocol, 'registerSchemesAsPrivileged' | 'handle' | 'unhandle' | 'isProtocolHandled'>,
  'electron.protocol',
);
