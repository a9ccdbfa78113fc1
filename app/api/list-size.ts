/** How many rows a page of a list has where nothing is said, and at most. */
export const USUAL_ROWS = 100;
export const MOST_ROWS = 500;
