/** The browser's title of a page: what its loader calls `title`, and the product. */
export function pageTitle({ data }: { data?: unknown }): { title: string }[] {
  const title = typeof data === 'object' && data !== null && 'title' in data && data.title;
  return [{ title: typeof title === 'string' ? `${title} · Mainstay` : 'Mainstay' }];
}
