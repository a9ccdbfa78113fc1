import { describe, expect, it } from 'vitest';
import { afterOne, Turns } from './turns';

describe('turns', () => {
  it('are taken one after the other, also behind one that fails', async () => {
    const failures: unknown[] = [];
    const done: string[] = [];
    const turns = new Turns((error) => failures.push(error));
    turns.enqueue(async () => {
      await new Promise((soon) => setTimeout(soon, 5));
      done.push('slow');
    });
    turns.enqueue(() => Promise.reject(new Error('broken')));
    turns.enqueue(() => Promise.resolve(done.push('quick')));
    await turns.done();
    expect(done).toEqual(['slow', 'quick']);
    expect(failures).toMatchObject([{ message: 'broken' }]);
  });

  it('hold a task that is asked for often once, and again when it has begun', async () => {
    let count = 0;
    const turns = new Turns(() => expect.unreachable());
    const work: () => void = turns.once(() => {
      count += 1;
      if (count === 1) for (let asked = 0; asked < 3; asked += 1) work();
      return Promise.resolve();
    });
    for (let polls = 0; polls < 5; polls += 1) work();
    await turns.done();
    expect(count).toBe(2);
  });

  it('are not over before what was added on the way is done', async () => {
    const done: string[] = [];
    const turns = new Turns(() => expect.unreachable());
    turns.enqueue(async () => {
      await Promise.resolve();
      turns.enqueue(() => Promise.resolve(done.push('added')));
    });
    await turns.done();
    expect(done).toEqual(['added']);
  });

  it('pass on after the piece that was under way', () => {
    let theirs = false;
    const stops = afterOne(() => theirs);
    expect([stops(), stops()]).toEqual([false, false]);
    theirs = true;
    expect(stops()).toBe(true);
  });

  it('pass on at once only after a piece was done', () => {
    const stops = afterOne(() => true);
    expect([stops(), stops()]).toEqual([false, true]);
  });
});
