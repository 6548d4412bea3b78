'use client';

import { createContext, use } from 'react';

/** The address of map tiles that the server's settings name; null draws the map from the project's own data. */
export const MapTilesContext = createContext<string | null>(null);

export const useMapTileUrl = (): string | null => use(MapTilesContext);
