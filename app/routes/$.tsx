import { notFound } from '~/shared/record-id';

/**
 * Every address that no page has. Without a route of its own the browser would find no page to take over, and would draw
 * the server's answer anew.
 */
export function loader(): never {
  throw notFound();
}

export function action(): never {
  return loader();
}

/** Never drawn: it makes the route a page, whose errors are shown as pages. */
export default function Nowhere() {
  return null;
}
