type Task = () => Promise<unknown>;

/** Tasks that are done one after the other; one that fails is told of, and the next has its turn. */
export class Turns {
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly tell: (error: unknown) => void) {}

  enqueue(task: Task): void {
    this.last = this.last.then(task).catch((error: unknown) => {
      this.tell(error);
    });
  }

  /** A task that is asked for often and stands in the row once: asked for again while it waits, it is not added. */
  once(task: Task): () => void {
    let waits = false;
    return () => {
      if (waits) return;
      waits = true;
      this.enqueue(() => {
        waits = false;
        return task();
      });
    };
  }

  /** Until all that stands in the row is done, and what was added meanwhile. */
  async done(): Promise<void> {
    for (let waited; waited !== this.last;) await (waited = this.last);
  }
}

/** Asked before each piece of work whether to stop: where somebody else's turn has come, after one piece. */
export function afterOne(isTheirTurn: () => boolean): () => boolean {
  let begun = 0;
  return () => begun++ > 0 && isTheirTurn();
}
