/** Icons are imported file by file, so that neither the server nor the browser loads the other six thousand. */
declare module '@tabler/icons-react/dist/esm/icons/*.mjs' {
  import type { Outline } from '~/components/drawn';

  export const __iconNode: Outline;
}
