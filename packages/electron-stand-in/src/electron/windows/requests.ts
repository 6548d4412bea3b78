/** What a page asks for: the app may refuse it, answer it itself, or leave it to the network. */
import { preventable } from '../../guard/emitter.ts';
import { originOf, toOwn } from '../network/addresses.ts';
import { handlerOf } from '../network/protocol.ts';
import type { Session } from '../network/session.ts';
import type { WindowPage } from './window-page.ts';

/** A request that Chromium holds until it is told what to do (`Fetch.requestPaused`). */
export interface PausedRequest {
  readonly requestId: string;
  readonly frameId: string;
  readonly resourceType: string;
  readonly redirectedRequestId?: string;
  readonly request: {
    readonly url: string;
    readonly method: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly postDataEntries?: readonly { readonly bytes?: string }[];
  };
}

/** What decides about the requests of a page. */
export interface RequestJudge {
  readonly page: WindowPage;
  readonly session: Session;
  /** Emits an event of the window's contents. */
  readonly emit: (event: string, details: object, url: string) => void;
}

/** Answers one request. */
export async function answerRequest(judge: RequestJudge, paused: PausedRequest): Promise<void> {
  const { page, session } = judge;
  const { requestId, request } = paused;
  const url = toOwn(request.url);
  const fail = (errorReason: string): Promise<unknown> =>
    page.devTools.send('Fetch.failRequest', { requestId, errorReason });

  if (!mayNavigate(judge, paused, url)) {
    await fail('Aborted');
    return;
  }
  const handler = handlerOf(url);
  if (handler === null) {
    if (session.isOffline() && /^(?:https?|wss?):/.test(url)) await fail('InternetDisconnected');
    else await page.devTools.send('Fetch.continueRequest', { requestId });
    return;
  }
  try {
    const response = await handler(requestFrom(url, request));
    await page.devTools.send('Fetch.fulfillRequest', {
      requestId,
      responseCode: response.status,
      responseHeaders: [...response.headers].map(([name, value]) => ({ name, value })),
      body: Buffer.from(await response.arrayBuffer()).toString('base64'),
    });
  } catch (error) {
    process.stderr.write(`protocol.handle, ${url}: ${String(error)}\n`);
    await fail('Failed');
  }
}

/** Electron asks the app about what a page navigates to, and not about what the app itself loads. Playwright counts as the page here. */
function mayNavigate({ page, emit }: RequestJudge, paused: PausedRequest, url: string): boolean {
  if (paused.resourceType !== 'Document' || paused.frameId !== page.frameId) return true;
  if (page.takeExpected(paused.request.url)) return true;
  const event = preventable({ url, isMainFrame: true, isSameDocument: false, initiator: originOf(url) });
  emit(paused.redirectedRequestId === undefined ? 'will-navigate' : 'will-redirect', event, url);
  return !event.defaultPrevented;
}

function requestFrom(
  url: string,
  { method, headers, postDataEntries = [] }: PausedRequest['request'],
): Request {
  const body = Buffer.concat(postDataEntries.map(({ bytes = '' }) => Buffer.from(bytes, 'base64')));
  return new Request(url, { method, headers: { ...headers }, body: body.length === 0 ? null : body });
}
