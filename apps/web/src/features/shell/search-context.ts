'use client';

import { createContext, use } from 'react';

export const SearchContext = createContext<{ readonly openSearch: () => void }>({
  openSearch: () => undefined,
});

export const useSearchPalette = () => use(SearchContext);
