import { AsyncLocalStorage } from 'node:async_hooks';
import type { StatementListener, Store, Tx } from './store.server';

type Run = (statement: string) => Promise<unknown>;
type IsUndone = (value: unknown) => boolean;

/** Opens a transaction of its own, runs what it is given, and undoes or keeps it. */
type Outermost = <T>(verb: (tx: Tx, run: Run) => Promise<T>, isUndone: IsUndone) => Promise<T>;

/** An open transaction, or a part of one: the next part waits until the one before it is over. */
type Level = { tx: Tx; run: Run; depth: number; last: Promise<unknown> };

/** How both engines carry transactions out: the outermost by the engine, those inside it as savepoints. */
export function transactions(outermost: Outermost): Pick<Store, 'transact' | 'rehearse'> {
  const open = new AsyncLocalStorage<Level>();

  const within = <T>(tx: Tx, run: Run, depth: number, verb: (tx: Tx) => Promise<T>) =>
    open.run({ tx, run, depth, last: Promise.resolve() }, () => verb(tx));

  function inside<T>(level: Level, verb: (tx: Tx) => Promise<T>, isUndone: IsUndone): Promise<T> {
    const { tx, run } = level;
    const depth = level.depth + 1;
    const outcome = level.last.then(async () => {
      await run(`savepoint level_${depth}`);
      try {
        const value = await within(tx, run, depth, verb);
        if (isUndone(value)) await run(`rollback to savepoint level_${depth}`);
        await run(`release savepoint level_${depth}`);
        return value;
      } catch (error) {
        // Where the engine has given the whole transaction up, there is no savepoint left: the cause is what counts.
        await run(`rollback to savepoint level_${depth}`).catch(() => undefined);
        throw error;
      }
    });
    level.last = outcome.catch(() => undefined);
    return outcome;
  }

  const carryOut = <T>(verb: (tx: Tx) => Promise<T>, isUndone: IsUndone): Promise<T> => {
    const level = open.getStore();
    if (level) return inside(level, verb, isUndone);
    return outermost((tx, run) => within(tx, run, 0, verb), isUndone);
  };

  return {
    transact: (verb, { keepRefused = false } = {}) =>
      carryOut(verb, keepRefused ? () => false : isRefusal),
    rehearse: (verb) => carryOut(verb, () => true),
  };
}

function isRefusal(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'ok' in value && value.ok === false;
}

/** drizzle's settings: columns are named in snake case, statements are told to whoever listens. */
export function statementSettings(listener: StatementListener | undefined) {
  return { casing: 'snake_case' as const, ...(listener && { logger: { logQuery: listener } }) };
}
