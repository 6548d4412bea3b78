/**
 * Packs answers of JSON for links on which each kilobyte takes half a second. Answers that carry secrets stay as they are: from the
 * length of a packed one, somebody who may choose a part of it could guess the rest.
 */
import { endpoints } from '@wellpulse/contracts';
import type { NextFunction, Request, Response } from 'express';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip, zstdCompress } from 'node:zlib';

/** A packet's worth of JSON gains nothing. */
const WORTH_IT_BYTES = 1024;
/** Much quicker than the best, and nearly as small. */
const BROTLI_QUALITY = 5;

type Pack = (bytes: Buffer) => Promise<Buffer>;
const packBrotli = promisify(brotliCompress);

/** In the order in which they are preferred. */
const ENCODINGS: Readonly<Record<string, Pack>> = {
  br: (bytes) => packBrotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } }),
  zstd: promisify<Buffer, Buffer>(zstdCompress),
  gzip: promisify<Buffer, Buffer>(gzip),
};

export function compressAnswers(request: Request, response: Response, next: NextFunction): void {
  const encoding = hasSecrets(request) ? undefined : encodingFor(request.get('accept-encoding'));
  const pack = encoding === undefined ? undefined : ENCODINGS[encoding];
  if (encoding !== undefined && pack !== undefined) packJson(response, encoding, pack);
  next();
}

function packJson(response: Response, encoding: string, pack: Pack): void {
  const send = response.send.bind(response);
  response.send = (body: unknown) => {
    if (typeof body !== 'string' || body.length < WORTH_IT_BYTES || !isJson(response)) return send(body);
    pack(Buffer.from(body)).then(
      (packed) => {
        response.setHeader('Content-Encoding', encoding);
        response.vary('Accept-Encoding');
        send(packed);
      },
      () => send(body),
    );
    return response;
  };
}

const isJson = (response: Response): boolean =>
  /^application\/(problem\+)?json\b/.test(String(response.getHeader('content-type')));

const hasSecrets = ({ method, path }: Request): boolean =>
  path.startsWith('/auth/') || (method === 'POST' && path === endpoints.devices.register.path);

/** Undefined if the caller takes none of ours. */
function encodingFor(accepted: string | undefined): string | undefined {
  const named = new Set(
    (accepted ?? '')
      .split(',')
      .filter((choice) => !/;\s*q=0(\.0*)?\s*$/.test(choice))
      .map((choice) => choice.split(';')[0]?.trim().toLowerCase()),
  );
  return Object.keys(ENCODINGS).find((encoding) => named.has(encoding));
}
