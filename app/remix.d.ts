import '@remix-run/node';

declare module '@remix-run/node' {
  /** Loader data arrives in the page as it was: dates and undefined survive the way. */
  interface Future {
    v3_singleFetch: true;
  }
}
