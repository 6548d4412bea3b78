/** Base64 without a runtime's help: Node, Hermes and browsers each have another one. */
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/**
 * The bytes of a text. Throws on characters that are no base64.
 *
 * @example
 * fromBase64('AQI='); // Uint8Array [1, 2]
 */
export function fromBase64(text: string): Uint8Array {
  const digits = text.replace(/=+$/, '');
  const bytes = new Uint8Array(Math.floor((digits.length * 3) / 4));
  let bits = 0;
  let value = 0;
  let at = 0;
  for (const digit of digits) {
    const index = ALPHABET.indexOf(digit);
    if (index === -1) throw new Error('This is not base64');
    value = ((value << 6) | index) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at] = (value >> bits) & 0xff;
      at += 1;
    }
  }
  return bytes;
}

/**
 * A text of bytes, with padding.
 *
 * @example
 * toBase64(Uint8Array.of(1, 2)); // 'AQI='
 */
export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const group = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    const digits = [18, 12, 6, 0].map((shift) => ALPHABET[(group >> shift) & 63] ?? '');
    text += digits
      .slice(0, bytes.length - at + 1)
      .join('')
      .padEnd(4, '=');
  }
  return text;
}
