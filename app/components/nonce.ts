import { createContext, useContext } from 'react';

/** The nonce of the answer's content security policy: set on the server, empty in the browser, which hides it anyway. */
export const NonceContext = createContext<string | undefined>(undefined);

export function useNonce(): string | undefined {
  return useContext(NonceContext);
}
