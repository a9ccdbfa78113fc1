/**
 * What waits to be done one after the other, from whoever asks: they take turns, so that who asks for much waits for
 * themselves alone. What one of them asked for keeps its order.
 */
export class FairLine<Item> {
  /** Those who wait, the one whose turn is next first. */
  private readonly lines = new Map<string, Item[]>();

  add(turn: string, item: Item): void {
    const line = this.lines.get(turn);
    if (line) line.push(item);
    else this.lines.set(turn, [item]);
  }

  /** Takes out what is next; whoever asked for it stands behind all others with the rest. */
  next(): Item | undefined {
    for (const [turn, [first, ...rest]] of this.lines) {
      this.lines.delete(turn);
      if (rest.length > 0) this.lines.set(turn, rest);
      return first;
    }
    return undefined;
  }

  /** Takes out what need not be done any more; the others keep their places. */
  remove(turn: string, item: Item): void {
    const line = this.lines.get(turn)?.filter((other) => other !== item);
    if (line?.length === 0) this.lines.delete(turn);
    else if (line) this.lines.set(turn, line);
  }

  waiting(turn: string): number {
    return this.lines.get(turn)?.length ?? 0;
  }
}
