import { ownAddress, webAddress } from '@wellpulse/electron-stand-in';

const schemes = new Set(['app']);

export const asked = webAddress('app://bundle/index.html', schemes); // 'http://bundle.app.localhost/index.html'
export const own = ownAddress(asked, schemes); // 'app://bundle/index.html'
