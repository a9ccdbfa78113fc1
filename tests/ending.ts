type End = () => Promise<void> | void;

const ends: End[] = [];

/** Has something ended when the test file is over: test files may share a module, which is loaded once and can't ask for itself. */
export function afterFile(end: End): void {
  ends.push(end);
}

/** Ends what the test file began, the last first. */
export async function endFile(): Promise<void> {
  for (const end of ends.splice(0).reverse()) await end();
}
