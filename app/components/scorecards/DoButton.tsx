import type { ReactNode } from 'react';
import { Button } from '../form/buttons';

/** A button of the editor that saves the draft and does one thing more. */
export function DoButton({ value, children }: { value: string; children: ReactNode }) {
  return (
    <Button type="submit" name="do" value={value}>
      {children}
    </Button>
  );
}
