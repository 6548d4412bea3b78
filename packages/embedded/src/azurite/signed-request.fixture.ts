import { createHmac } from 'node:crypto';

/**
 * A request to the emulator, signed with the account's key ("Shared Key" of Azure's Blob service REST API).
 *
 * @param path below the account, with an optional query, e.g. `/photos/1.jpg` or `/photos?restype=container`
 */
export function signedRequest(
  connectionString: string,
  method: 'GET' | 'PUT',
  path: string,
  body = '',
): Promise<Response> {
  const account = setting(connectionString, 'AccountName');
  const url = new URL(setting(connectionString, 'BlobEndpoint') + path);
  const headers: Record<string, string> = {
    'x-ms-date': new Date().toUTCString(),
    'x-ms-version': '2025-05-05',
    ...(method === 'PUT' ? { 'x-ms-blob-type': 'BlockBlob', 'content-type': 'text/plain' } : {}),
  };
  const length = body === '' ? '' : String(Buffer.byteLength(body));
  const toSign = [
    ...[method, '', '', length, '', headers['content-type'] ?? '', '', '', '', '', '', ''],
    ...Object.keys(headers)
      .filter((name) => name.startsWith('x-ms-'))
      .sort()
      .map((name) => `${name}:${headers[name] ?? ''}`),
    `/${account}${url.pathname}`,
    ...[...url.searchParams].map(([name, value]) => `${name}:${value}`),
  ].join('\n');
  const key = Buffer.from(setting(connectionString, 'AccountKey'), 'base64');
  const signature = createHmac('sha256', key).update(toSign, 'utf8').digest('base64');
  headers['authorization'] = `SharedKey ${account}:${signature}`;
  return fetch(url, { method, headers, ...(method === 'PUT' ? { body } : {}) });
}

function setting(connectionString: string, name: string): string {
  return new RegExp(`${name}=([^;]+)`).exec(connectionString)?.[1] ?? '';
}
