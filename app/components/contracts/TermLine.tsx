import type { SlaTerm } from '~/contracts/sla-term';
import { BandLine } from '../BandLine';

/** A term's target, warning and bands on a line. */
export function TermLine({ term, unit }: { term: SlaTerm; unit: string | null }) {
  return (
    <BandLine
      operator={term.operator}
      target={term.target}
      warnAt={term.warn_at}
      bands={term.bands}
      unit={unit}
    />
  );
}
