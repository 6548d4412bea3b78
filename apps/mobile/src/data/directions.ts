import type { DevicePlatform } from '@wellpulse/contracts';
import type { Position } from '@wellpulse/domain';

/**
 * The address by which a device shows the way to a well: in whatever app its person likes on Android, in Apple Maps on iOS, and on a page
 * in a browser.
 *
 * @example
 * await Linking.openURL(directionsTo('ANDROID', position, 'Acme #1'));
 */
export function directionsTo(
  platform: DevicePlatform,
  { latitude, longitude }: Position,
  name: string,
): string {
  const at = `${String(latitude)},${String(longitude)}`;
  if (platform === 'ANDROID') return `geo:${at}?q=${at}(${encodeURIComponent(name)})`;
  if (platform === 'IOS') return `https://maps.apple.com/?daddr=${at}`;
  return `https://www.google.com/maps/dir/?api=1&destination=${encodeURIComponent(at)}`;
}
