import { useLocation } from '@remix-run/react';
import { useState } from 'react';
import type { Flash } from '../Notice';

/** What an action said, kept while its page is read anew by itself and until the reader goes elsewhere. */
export function useKeptFlash(flash: Flash | null): Flash | null {
  const { key } = useLocation();
  const [kept, keep] = useState(flash === null ? null : { key, flash });
  if (flash !== null && (kept?.key !== key || kept.flash !== flash)) keep({ key, flash });
  return flash ?? (kept?.key === key ? kept.flash : null);
}
