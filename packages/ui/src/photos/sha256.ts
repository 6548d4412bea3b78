/** SHA-256 in lower-case hex; null on a page without TLS from another host, where browsers don't give it. */
export async function sha256Of(blob: Blob): Promise<string | null> {
  if (!window.isSecureContext) return null;
  const digest = await crypto.subtle.digest('SHA-256', await blob.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
