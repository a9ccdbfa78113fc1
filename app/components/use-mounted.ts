import { startTransition, useEffect, useState } from 'react';

/** False on the server and while the page is taken over, true from then on: for what only a browser can draw. */
export function useMounted(): boolean {
  const [isMounted, setMounted] = useState(false);
  // In a transition: what the server drew is taken over first.
  useEffect(() => startTransition(() => setMounted(true)), []);
  return isMounted;
}
