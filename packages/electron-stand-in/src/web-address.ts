/**
 * Chromium knows none of the schemes that an Electron app makes for itself. In its place it gets an address that counts as secure:
 * a name below `localhost`.
 */
const OWN = /^([a-z][\w+.-]*):\/\/([^/]+)(.*)$/;
const WEB = /^http:\/\/([^/]+)\.([\w-]+)\.localhost(\/.*)?$/;

/** The address under which Chromium asks for an app's own one. Any other address stays as it is. */
export function webAddress(address: string, schemes: ReadonlySet<string>): string {
  const [, scheme = '', host = '', path = ''] = OWN.exec(address) ?? [];
  return schemes.has(scheme) ? `http://${host}.${scheme}.localhost${path || '/'}` : address;
}

/** The app's own address of what Chromium asks for: the reverse of `webAddress`. */
export function ownAddress(address: string, schemes: ReadonlySet<string>): string {
  const [, host = '', scheme = '', path = ''] = WEB.exec(address) ?? [];
  return schemes.has(scheme) ? `${scheme}://${host}${path || '/'}` : address;
}
