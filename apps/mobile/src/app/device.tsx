export { DeviceScreen as default } from '../features/device/DeviceScreen.tsx';
