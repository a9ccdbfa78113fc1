import type { SVGProps } from 'react';

export type Icon = (props: SVGProps<SVGSVGElement> & { size?: number }) => JSX.Element;

/** An outline as the package has it: the paths that make it up. */
export type Outline = readonly (readonly ['path', { readonly d: string }])[];

/**
 * An icon of the set, in the colour and beside the size of the text around it. Its outline is written as one path:
 * a page shows forty icons, and each path of its own would be one more element to draw there and to wake in the browser.
 */
export function drawn(outline: Outline): Icon {
  const path = outline.map(([, { d }]) => d).join('');
  return function DrawnIcon({ size = 24, ...rest }) {
    return (
      <svg
        width={size}
        height={size}
        viewBox="0 0 24 24"
        fill="none"
        stroke="currentColor"
        strokeWidth={2}
        strokeLinecap="round"
        strokeLinejoin="round"
        {...rest}
      >
        <path d={path} />
      </svg>
    );
  };
}
