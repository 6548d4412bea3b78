export { RouteScreen as default } from '../features/route/RouteScreen.tsx';
